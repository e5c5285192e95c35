import { HttpException } from '@nestjs/common';
import { ZodError } from 'zod';
import {
  type FieldError,
  fieldErrors,
  type MessageKey,
  type MessageValues,
  Refusal,
  statusOf,
} from '#language';

/** Largest body of a request, in bytes. */
export const LARGEST_BODY = 64 * 1024;

// A body of the largest size could name thousands of wrong fields; nobody reads that many.
const MOST_FIELDS = 50;

/** What is wrong with a request, before it is said in somebody's language. */
export interface Problem {
  status: number;
  /** Says what happened. */
  key: MessageKey;
  values?: MessageValues;
  /** The name of the case for programs; undefined where the status says it all. */
  name?: string;
  /** Single fields that are wrong. */
  fields?: FieldError[];
  /** Seconds after which it is worth trying again. */
  retryAfter?: number;
}

/** Sorts anything that was thrown: what we refuse, what cannot be read, and what nobody expected (500). */
export function problemOf(error: unknown): Problem {
  if (error instanceof Refusal) return refused(error);
  if (error instanceof ZodError) {
    return {
      status: 422,
      key: 'error.invalid',
      name: 'invalid-input',
      fields: fieldErrors(error).slice(0, MOST_FIELDS),
    };
  }
  const status = statusIn(error);
  return { status, key: sentenceOf(status), values: { kilobytes: LARGEST_BODY / 1024 } };
}

/** The name of a refusal for programs: `RegistrationClosed` is `registration-closed`. */
export const nameOf = (refusal: string): string =>
  refusal.replace(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`).toLowerCase();

function refused(refusal: Refusal): Problem {
  const retryAfter = 'retryAfter' in refusal ? Number(refusal.retryAfter) : undefined;
  const { key, values, name } = refusal;
  return { status: statusOf(refusal), key, values, name: nameOf(name), retryAfter };
}

/** The status that Nest or Fastify gave an error; anything that is not the client's mistake is our own. */
function statusIn(error: unknown): number {
  const status =
    error instanceof HttpException
      ? error.getStatus()
      : (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}

const SENTENCES: Record<number, MessageKey> = {
  401: 'error.signInNeeded',
  404: 'error.page.unknown',
  413: 'error.tooLarge',
  415: 'error.mediaType',
  503: 'error.unavailable',
};

const sentenceOf = (status: number): MessageKey =>
  SENTENCES[status] ?? (status < 500 ? 'error.malformed' : 'error.unexpected');
