import {
  All,
  Controller,
  MethodNotAllowedException,
  NotFoundException,
  Req,
  Res,
  UseFilters,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemFilter } from './problem.filter.js';

/** What the addresses of the API take. */
const KNOWN = [
  { address: /^\/api\/v1\/events(\/[^/]+)?$/, allow: 'GET, HEAD' },
  { address: /^\/api\/v1\/events\/[^/]+\/registrations$/, allow: 'POST' },
];

/** Every other address under /api, and every other method, so that programs get a problem there and not a page. */
@Controller('api')
@UseFilters(ProblemFilter)
export class UnknownController {
  @All(['', '*'])
  unknown(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): never {
    const [path = ''] = request.url.split('?');
    const known = KNOWN.find(({ address }) => address.test(path));
    // An address that is too long for its route comes here by a method that it knows.
    if (!known || known.allow.split(', ').includes(request.method)) throw new NotFoundException();
    reply.header('allow', known.allow);
    throw new MethodNotAllowedException();
  }
}
