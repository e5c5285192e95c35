import { ZodError } from 'zod';
import { type FieldError, fieldErrors } from './field-errors.js';
import { Refusal, statusOf } from './refusal.js';
import type { MessageKey, MessageValues } from './translate.js';

// A large body could name thousands of wrong fields; nobody reads that many.
const MOST_FIELDS = 50;

/** What is wrong with a request, before it is said in somebody's language. */
export interface Problem {
  status: number;
  /** Says what happened. */
  key: MessageKey;
  values?: MessageValues;
  /** The name of the case for programs, such as `registration-closed`; undefined where the status says it all. */
  name?: string;
  /** Single fields that are wrong. */
  fields?: readonly FieldError[];
  /** Seconds after which it is worth trying again. */
  retryAfter?: number;
}

/**
 * Sorts anything that was thrown: what we refuse, what cannot be read, and what nobody expected (500).
 * `largestBody` is the limit that was in force, in bytes.
 */
export function problemOf(error: unknown, largestBody: number): Problem {
  if (error instanceof Refusal) return refused(error);
  if (error instanceof ZodError) {
    const fields = fieldErrors(error).slice(0, MOST_FIELDS);
    return { status: 422, key: 'error.invalid', name: 'invalid-input', fields };
  }
  const status = statusIn(error);
  return { status, key: sentenceOf(status), values: { kilobytes: largestBody / 1024 } };
}

/** The name of a refusal for programs: `RegistrationClosed` is `registration-closed`. */
export const problemName = (refusal: string): string =>
  refusal.replace(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`).toLowerCase();

function refused(refusal: Refusal): Problem {
  const { key, values, name, fields, retryAfter } = refusal;
  return { status: statusOf(refusal), key, values, name: problemName(name), fields, retryAfter };
}

/** The status that Nest or Fastify gave an error; anything that is not the client's mistake is our own. */
function statusIn(error: unknown): number {
  const { statusCode, getStatus } = (error ?? {}) as { statusCode?: unknown; getStatus?: () => unknown };
  const status = typeof getStatus === 'function' ? getStatus.call(error) : statusCode;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}

const SENTENCES: Record<number, MessageKey> = {
  401: 'error.signInNeeded',
  404: 'error.page.unknown',
  405: 'error.method',
  413: 'error.tooLarge',
  415: 'error.mediaType',
  503: 'error.unavailable',
};

const sentenceOf = (status: number): MessageKey =>
  SENTENCES[status] ?? (status < 500 ? 'error.malformed' : 'error.unexpected');
