import { StandardSchemaValidationPipe } from '@nestjs/common';
import { ZodError, type z } from 'zod';

/** Checks what a controller takes against the schema beside the parameter; throws a ZodError. */
export const validated = new StandardSchemaValidationPipe({
  // The schemas are all zod's, so the issues are too; the pipe knows only what all libraries have in common.
  exceptionFactory: (issues) => new ZodError(issues as unknown as z.core.$ZodIssue[]),
});
