import type { AnsweredSheet } from '#form';
import type { Registration } from '../registration.entity.js';
import type { Decision } from '../settle/ask.js';
import { isActive } from '../words.js';
import type { Case } from './desk-case.js';
import type { GivenSheet } from './desk-request.js';

/** The answers that came with what was decided, to be stored; of who was on the list already nothing is changed. */
export function sheetsOf(decided: readonly (readonly [Case, Decision])[], eventId: string): AnsweredSheet[] {
  return decided.flatMap(([{ request }, decision]) => {
    if (decision.outcome === 'registered' && request.verb === 'register') {
      return decision.people.flatMap(({ outcome, place }, index) =>
        outcome === 'registered'
          ? sheetFor(place.id, eventId, request.people[index]?.sheet, { isNew: true })
          : [],
      );
    }
    return decision.outcome === 'done' && request.verb === 'change'
      ? sheetFor(request.registrationId, eventId, request.sheet)
      : [];
  });
}

/** Registrations in which somebody else has come: what the one before answered is none of theirs. */
export const leftBy = (decided: readonly (readonly [Case, Decision])[]): string[] =>
  decided.flatMap(([{ request }, decision]) =>
    request.verb === 'swap' && decision.outcome === 'done' && (!request.corrects || decision.replaces)
      ? request.registrationId
      : [],
  );

/** Registrations that are over: what few may see of them is needed by nobody any more. */
export const goneIn = (changed: readonly Registration[]): string[] =>
  changed.filter(({ status }) => !isActive(status)).map(({ id }) => id);

function sheetFor(
  registrationId: string,
  eventId: string,
  sheet: GivenSheet | undefined,
  { isNew = false } = {},
): AnsweredSheet[] {
  if (!sheet) return [];
  const { answers, sensitive, formVersion, consents } = sheet;
  return [{ registrationId, eventId, formVersion, answers, sensitive, consents, isNew }];
}
