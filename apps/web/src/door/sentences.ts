import type { FieldError, Translate } from '#language';
import type { FieldErrors } from '../view/index.js';

/** Field errors as sentences by field name. */
export const sentencesOf = (errors: readonly FieldError[], t: Translate): FieldErrors =>
  Object.fromEntries(errors.map(({ field, key, values }) => [field, t(key, values)]));
