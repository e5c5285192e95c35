import type { FieldError } from './field-errors.js';
import type { MessageKey, MessageValues } from './translate.js';

/** Why something was refused, as far as a client needs to tell the cases apart. */
export type RefusalReason = 'unknown' | 'forbidden' | 'conflict' | 'gone' | 'invalid' | 'tooMany';

/**
 * A request that was understood and is refused: a class per case, each with a sentence of the catalogue.
 * Nothing has changed when one is thrown.
 */
export abstract class Refusal extends Error {
  abstract readonly reason: RefusalReason;
  abstract readonly key: MessageKey;
  readonly values: MessageValues = {};
  /** Single fields that it is about. */
  readonly fields?: readonly FieldError[];
  /** Seconds after which it is worth trying again, where that helps. */
  readonly retryAfter?: number;

  override get name(): string {
    return this.constructor.name;
  }
}

const STATUS: Record<RefusalReason, number> = {
  unknown: 404,
  forbidden: 403,
  conflict: 409,
  gone: 410,
  invalid: 422,
  tooMany: 429,
};

/** The HTTP status that says the same; the only such mapping. */
export const statusOf = (refusal: Refusal): number => STATUS[refusal.reason];
