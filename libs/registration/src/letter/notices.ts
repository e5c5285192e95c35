import { addressKey } from '#database';
import type { Texts } from '#language';
import type { NewMessage } from '#mail';
import type { Registration } from '../registration.entity.js';
import type { RegistrationStatus } from '../words.js';
import { endsPlace, type Notice, type NoticeFacts, type OtherSeat } from './notice.js';

export type { Notice } from './notice.js';

/**
 * Something that has happened to a registration; its state is the one after. Who was replaced is told with the
 * registration as it was theirs.
 */
export interface Fact {
  notice: Notice;
  registration: Registration;
  actor: string;
  from?: RegistrationStatus;
  position?: number;
  reason?: string;
  silent?: boolean;
  inserted?: boolean;
  /** The seat or line that was left, where it is not the one of the registration now. */
  left?: Registration['attendance'];
  /** Other sessions are chosen than before. */
  chose?: boolean;
  /** Sessions chosen that were taken when the seat came. */
  missed?: readonly string[];
  /** Title of the event from which the registration was moved here, in its languages. */
  movedFrom?: Texts;
  /** Title of the event to which the registration was moved from here. */
  movedTo?: Texts;
}

/**
 * The mails that tell these facts: one to the person, one to the second address where there is one; and one for all
 * seats without a name that a delegation won or lost at once. `sequences` are those of the appointments that change,
 * by the recipients' address keys.
 */
export function noticesFor(
  facts: readonly Fact[],
  { sequences, now }: { sequences: ReadonlyMap<string, number>; now: Temporal.Instant },
): NewMessage[] {
  const coming = new Set(facts.filter(comes).flatMap(mailboxesOf));
  const bundles = Map.groupBy(facts.filter(isTold), bundleOf);
  return [...bundles.values()].flatMap(([fact, ...others]) => {
    if (!fact) return [];
    // A mailbox that somebody leaves while a colleague comes keeps the appointment (rule C13).
    const stays = (mailbox: string) => endsPlace(fact.notice) && coming.has(mailbox);
    const sequenceOf = (mailbox: string) => (stays(mailbox) ? undefined : sequences.get(mailbox));
    const own = mailOf(fact, others, { sequence: sequenceOf(fact.registration.emailKey), now });
    const { copyTo } = fact.registration;
    return copyTo && isCopied(fact) ? [own, copyFor(copyTo, own, sequenceOf(addressKey(copyTo)))] : [own];
  });
}

/** The mailboxes that a fact is told to and that have the appointment in their calendars: as compared. */
export function mailboxesOf(fact: Fact): string[] {
  const { emailKey, copyTo } = fact.registration;
  return copyTo && isCopied(fact) ? [emailKey, addressKey(copyTo)] : [emailKey];
}

const comes = ({ notice, registration }: Fact): boolean =>
  !endsPlace(notice) && registration.status === 'confirmed' && registration.named;

// Who has not confirmed the address is told nothing more: it may be a stranger's.
const isTold = ({ notice, from }: Fact): boolean => notice !== 'lapsed' || from !== 'unverified';

// What a stranger's repeated registration triggers goes to the person alone. And the link that confirms an address
// goes to that address alone, or it would prove nothing.
const isCopied = ({ notice, registration }: Fact): boolean =>
  notice !== 'again' && registration.status !== 'unverified';

// Seats are told of together where a mail would say the same of each; all else is told by itself.
function bundleOf(fact: Fact): Fact | string {
  const { named, delegationId, emailKey, copyTo, attendance, expiresAt } = fact.registration;
  if (named || !delegationId) return fact;
  return JSON.stringify([fact.notice, delegationId, emailKey, copyTo, attendance, expiresAt]);
}

function mailOf(
  fact: Fact,
  others: readonly Fact[],
  { sequence, now }: { sequence: number | undefined; now: Temporal.Instant },
): NewMessage {
  const { registration, notice } = fact;
  const { email, firstName, lastName, language } = registration;
  const occasion = notice === 'again' ? now.epochMilliseconds : registration.version;
  return {
    kind: `registration.${notice}`,
    subjectId: registration.id,
    eventId: registration.eventId,
    to: { address: email, name: `${firstName} ${lastName}`.trim() || email },
    language,
    facts: { ...factsFor(fact), sequence, others: others.length > 0 ? others.map(seatOf) : undefined },
    key: `${registration.id} ${notice} ${occasion}`,
    isNew: fact.inserted,
  };
}

function factsFor(fact: Fact): NoticeFacts {
  const { registration, actor } = fact;
  const byOffice = actor.startsWith('account:') || undefined;
  return {
    registrationId: registration.id,
    reference: registration.reference,
    status: registration.status,
    attendance: registration.attendance,
    firstName: registration.firstName,
    lastName: registration.lastName,
    organization: registration.organization ?? undefined,
    generation: registration.linkGeneration,
    position: fact.position,
    copyTo: (isCopied(fact) && registration.copyTo) || undefined,
    byOffice,
    byContact: actor.startsWith('contact:') || undefined,
    from: fact.from,
    left: fact.left,
    chose: fact.chose || undefined,
    held: registration.holdsSeat || undefined,
    together: registration.groupId ? true : undefined,
    expiresAt: registration.expiresAt?.toString(),
    // What people give as a reason themselves is for the office.
    message: byOffice && fact.reason,
    registeredBy: registration.registeredBy ?? undefined,
    unnamed: registration.named ? undefined : true,
    missed: fact.missed,
    movedFrom: fact.movedFrom,
    movedTo: fact.movedTo,
  };
}

const seatOf = ({ registration }: Fact): OtherSeat => ({
  registrationId: registration.id,
  reference: registration.reference,
  generation: registration.linkGeneration,
});

function copyFor(address: string, own: NewMessage, sequence: number | undefined): NewMessage {
  return {
    ...own,
    to: { address, name: address },
    facts: { ...own.facts, sequence, copyOf: own.to.address },
    key: `${own.key} copy`,
  };
}
