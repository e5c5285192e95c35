import { applyDecorators, Controller, UseFilters, UseGuards } from '@nestjs/common';
import { OfficeGuard } from './office.guard.js';
import { OFFICE } from './office-address.js';
import { ToTheDoor } from './sign-in-needed.js';

/** A controller of pages behind the office's door. */
export const OfficeController = (path = ''): ClassDecorator =>
  applyDecorators(
    Controller(path ? `${OFFICE}/${path}` : OFFICE),
    UseGuards(OfficeGuard),
    UseFilters(ToTheDoor),
  );
