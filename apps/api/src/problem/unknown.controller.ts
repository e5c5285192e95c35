import { All, Controller, NotFoundException, UseFilters } from '@nestjs/common';
import { ProblemFilter } from './problem.filter.js';

/** Every other address under /api, so that programs get a problem there and not a page. */
@Controller('api')
@UseFilters(ProblemFilter)
export class UnknownController {
  @All(['', '*'])
  unknown(): never {
    throw new NotFoundException();
  }
}
