import { addressKey } from '#database';
import type { Attendance } from '#event';
import type { NewMessage } from '#mail';
import type { Sequences } from '#registration';
import type { Addressee, Companion } from './addressees.js';
import type { Raised } from './appointments.js';
import type { Notice } from './notice.entity.js';
import type { ConcernedStatus } from './words.js';

/** What the mail to one registered person keeps from the moment it was written; the rest is in the notice. */
export interface PersonFacts {
  noticeId: string;
  registrationId: string;
  generation: number;
  firstName: string;
  lastName: string;
  reference: string;
  status: ConcernedStatus;
  attendance: Attendance;
  /** Where this mail carries the mailbox's appointments. */
  sequences?: Sequences;
}

/** What the one mail to somebody who looks after others keeps. */
export interface CompanionFacts {
  noticeId: string;
  names: string[];
  /** Where the mailbox has the appointments by copies. */
  sequences?: Sequences;
}

/** One mail for every registered person, and one for each who looks after others. */
export function messagesFor(
  notice: Pick<Notice, 'id' | 'what' | 'eventId'>,
  addressees: readonly Addressee[],
  companions: readonly Companion[],
  raised: Raised,
): NewMessage[] {
  const kind = `notice.${notice.what}`;
  const eventId = notice.eventId;
  const own = addressees
    .filter(({ named }) => named)
    .map(
      (one): NewMessage => ({
        kind,
        eventId,
        subjectId: one.registrationId,
        to: { address: one.email, name: `${one.firstName} ${one.lastName}` },
        language: one.language,
        facts: { ...personFacts(notice.id, one, raised.people.get(one.registrationId)) },
        key: messageKey(notice.id, one.registrationId),
      }),
    );
  const others = companions.map(
    ({ address, language, names }): NewMessage => ({
      kind,
      eventId,
      subjectId: notice.id,
      to: { address, name: address },
      language,
      facts: {
        noticeId: notice.id,
        names,
        sequences: raised.companions.get(addressKey(address)),
      } satisfies CompanionFacts,
      key: messageKey(notice.id, addressKey(address)),
    }),
  );
  return [...own, ...others];
}

/** What makes a notice's message to somebody the only one; SQL that looks for it says the same. */
export const messageKey = (noticeId: string, whom: string): string => `${noticeId} notice ${whom}`;

export function personFacts(noticeId: string, one: Addressee, sequences?: Sequences): PersonFacts {
  const { registrationId, firstName, lastName, reference, status, attendance } = one;
  const generation = one.linkGeneration;
  return {
    noticeId,
    registrationId,
    generation,
    firstName,
    lastName,
    reference,
    status,
    attendance,
    sequences,
  };
}
