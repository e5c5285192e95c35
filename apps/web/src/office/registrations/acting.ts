import type { FastifyRequest } from 'fastify';
import { actorOf } from '#account';
import { cleanText } from '#database';
import type { MessageKey } from '#language';
import { accountOf } from '../door/office.guard.js';
import { fieldOf } from '../door/own-form.js';

/** Longest reason, in signs. */
export const LONGEST_REASON = 500;

/** What every form about a registration says beside what is to be done. */
export interface ActingInput {
  reason: string;
  /** Whether the person gets a mail about it. */
  mail: boolean;
}

/** As the form is opened. */
export const freshActing = (): ActingInput => ({ reason: '', mail: true });

export const readActing = (body: unknown): ActingInput => ({
  reason: cleanText(fieldOf(body, 'reason')),
  mail: fieldOf(body, 'mail') === '1',
});

/** What is wrong with a reason, by the field's name. */
export function reasonErrors(
  { reason }: ActingInput,
  needed: boolean,
): { field: string; key: MessageKey; values?: { max: number } }[] {
  if (needed && !reason) return [{ field: 'reason', key: 'error.reason.needed' }];
  if (reason.length <= LONGEST_REASON) return [];
  return [{ field: 'reason', key: 'field.tooLong', values: { max: LONGEST_REASON } }];
}

/** Who does it and why, in the words of the service. */
export const actingOf = (request: FastifyRequest, { reason, mail }: ActingInput) => ({
  actor: actorOf(accountOf(request)),
  reason: reason || undefined,
  silent: !mail,
});
