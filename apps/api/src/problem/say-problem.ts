import { type Language, type MessageKey, type Problem, translator } from '#language';
import type { ProblemBody } from './problem.schema.js';

/** Where each kind of problem is described. */
export const DESCRIBED_AT = '/api/docs';

/** A problem in somebody's language. */
export function sayProblem({ status, key, values, name, fields }: Problem, language: Language): ProblemBody {
  const say = translator(language);
  return {
    type: name ? `${DESCRIBED_AT}#${name}` : 'about:blank',
    title: say(titleOf(status)),
    status,
    detail: say(key, values),
    ...(fields && {
      errors: fields.map(({ field, key, values }) => ({ field, detail: say(key, values) })),
    }),
  };
}

const TITLED = [400, 401, 403, 404, 405, 409, 410, 413, 422, 429, 500, 503] as const;

/** The words for a status are those of the pages; a status without its own is called by its hundred. */
function titleOf(status: number): MessageKey {
  const titled = TITLED.find((one) => one === status);
  return `site.error.${titled ?? (status < 500 ? 400 : 500)}`;
}
