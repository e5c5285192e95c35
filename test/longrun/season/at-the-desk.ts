import { randomUUID } from 'node:crypto';
import { Refusal } from '#language';
import type { DeskRequest, DeskResult, Newcomer, Settled } from '#registration';
import type { Deed, Expected } from '../model/deed.js';
import type { Entry, Guest } from '../model/entry.js';
import type { EventModel } from '../model/event-model.js';
import { Difference } from './difference.js';
import { OFFICE, SILENT } from './stage.js';

/** What a deed is as a request to the desk. */
export function requestOf(event: EventModel, deed: Deed): DeskRequest {
  const eventId = event.plan.id;
  switch (deed.verb) {
    case 'register': {
      const { byOffice, invited, together, silent, key, forged } = deed;
      const submission =
        key === undefined
          ? undefined
          : {
              id: randomUUID(),
              client: 'longrun',
              key,
              fingerprint: forged ? 'another' : 'the same',
            };
      const actor = silent ? SILENT : byOffice ? OFFICE : 'participant';
      const people = deed.guests.map(newcomerOf);
      return { verb: 'register', eventId, people, byOffice, invited, together, silent, submission, actor };
    }
    case 'resize': {
      const { onsite, online } = deed;
      return { verb: 'resize', eventId, onsite, online };
    }
    case 'look':
      return { verb: 'look', eventId };
    default:
      return { eventId, registrationId: deed.entry.id ?? randomUUID(), ...concerning(deed) };
  }
}

function concerning(deed: Exclude<Deed, { verb: 'register' | 'resize' | 'look' }>) {
  switch (deed.verb) {
    case 'withdraw': {
      const { declined, silent } = deed;
      const to = declined ? ('declined' as const) : undefined;
      return { verb: 'withdraw' as const, to, silent, actor: silent ? SILENT : 'participant' };
    }
    case 'admit': {
      const { over, silent } = deed;
      return { verb: 'admit' as const, over, silent, reason: 'asked for', actor: silent ? SILENT : OFFICE };
    }
    case 'change': {
      const { way: attendance, sessions } = deed;
      return { verb: 'change' as const, attendance, sessions, actor: 'participant' };
    }
    case 'swap':
      return {
        verb: 'swap' as const,
        person: newcomerOf(deed.guest),
        corrects: deed.corrects,
        joins: deed.joins,
        actor: OFFICE,
      };
    default:
      return { verb: deed.verb, actor: 'participant' };
  }
}

/** Somebody as the desk knows newcomers. */
export function newcomerOf(guest: Guest): Newcomer {
  const { email, firstName, lastName, organization, member, way, sessions, unnamedUntil } = guest;
  return {
    email,
    firstName,
    lastName,
    organization,
    attendance: way,
    language: 'de',
    memberId: member,
    sessions,
    unnamedUntil:
      unnamedUntil === undefined ? undefined : Temporal.Instant.fromEpochMilliseconds(unnamedUntil),
  };
}

/** What was said: a result, or the refusal or mistake it ended with. */
export const said = <R>(asked: Promise<R>): Promise<R | Error> => asked.catch((error: Error) => error);

/** A refusal by its name; what must not happen in its own words. */
export const errorName = (error: Error): string =>
  error instanceof Refusal ? error.constructor.name : `failed: ${error.stack}`;

/** How an answer differs from what was expected, in words; undefined if it does not. Notes the ids of newcomers. */
export function differs(answer: DeskResult | Error, expected: Expected): string | undefined {
  const [is, mustBe] = [wordsOf(answer), expectedWords(expected, answer)];
  if (is !== mustBe) return `the desk answered “${is}”, the model says “${mustBe}”`;
  if ('people' in expected && !(answer instanceof Error) && 'people' in answer) {
    for (const [index, { entry }] of expected.people.entries()) {
      if (entry) (entry as Entry).id = answer.people[index]?.registrationId;
    }
  }
  return undefined;
}

/** Holds one answer against the model, be it yes, a refusal or where somebody stands. Throws a {@link Difference}. */
export function check(
  answer: unknown,
  expected: Expected | { refused: string } | undefined,
  event: EventModel,
  deed?: Deed,
): void {
  const is = answer instanceof Error ? errorName(answer) : undefined;
  const mustBe = expected && 'refused' in expected ? expected.refused : undefined;
  if (is !== mustBe)
    throw new Difference([`the answer was ${is ?? 'yes'}; the model says ${mustBe ?? 'yes'}`], event, deed);
  if (!is && expected && 'entry' in expected) {
    const difference = differs(answer as Settled, expected as Expected);
    if (difference) throw new Difference([difference], event, deed);
  }
}

function wordsOf(answer: DeskResult | Error): string {
  if (answer instanceof Error) return errorName(answer);
  if ('people' in answer) {
    return answer.people
      .map(({ answer: got, registrationId }) => {
        const position = got.status === 'waitlisted' ? ` ${got.position}` : '';
        return `${got.status}${position}${registrationId ? '' : ' (known)'}`;
      })
      .join(', ');
  }
  return `from ${answer.from ?? 'nothing'} to ${answer.to ?? 'nothing'}`;
}

/** What must be answered, in words: the desk tells where a place stands after the whole batch, anywhere on its way since. */
export function expectedWords(expected: Expected, answer?: DeskResult | Error): string {
  if ('refused' in expected) return expected.refused;
  if ('nothing' in expected) return 'from nothing to nothing';
  if ('people' in expected) {
    return expected.people
      .map(
        ({ status, position, entry }) =>
          `${status}${position ? ` ${position}` : ''}${entry ? '' : ' (known)'}`,
      )
      .join(', ');
  }
  const possible = expected.entry.trail.slice(expected.since);
  const to =
    answer && !(answer instanceof Error) && 'to' in answer && answer.to && possible.includes(answer.to)
      ? answer.to
      : possible[0];
  return `from ${expected.from ?? 'nothing'} to ${to}`;
}
