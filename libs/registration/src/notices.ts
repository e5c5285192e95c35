import type { NewMessage } from '#mail';
import type { Registration } from './registration.entity.js';
import type { RegistrationStatus } from './words.js';

/** What a registration's mail tells. */
export const NOTICES = ['registered', 'again', 'promoted', 'withdrawn', 'corrected'] as const;
export type Notice = (typeof NOTICES)[number];

/** Something that has happened to a registration; its state is the one after. */
export interface Fact {
  notice: Notice;
  registration: Registration;
  actor: string;
  from?: RegistrationStatus;
  position?: number;
  reason?: string;
  silent?: boolean;
  inserted?: boolean;
}

/** The facts a mail keeps from the moment it tells of; the event is read when the mail is written. */
export interface NoticeFacts {
  registrationId: string;
  reference: string;
  status: RegistrationStatus;
  attendance: Registration['attendance'];
  firstName: string;
  lastName: string;
  organization?: string;
  generation: number;
  position?: number;
  /** Sequence of the appointment that this mail puts into the calendar or takes out of it. */
  sequence?: number;
  /** The mail is a copy for the second address; the person's own address. */
  copyOf?: string;
  copyTo?: string;
  byOffice?: boolean;
  /** Who withdrew had no seat to give back. */
  wasWaiting?: boolean;
}

/** The mails that tell these facts: one to the person, one to the second address where there is one. */
export function noticesFor(
  facts: readonly Fact[],
  { sequences, now }: { sequences: ReadonlyMap<string, number>; now: Temporal.Instant },
): NewMessage[] {
  return facts.flatMap((fact) => {
    const own = notice(fact, sequences.get(fact.registration.emailKey), now);
    const { copyTo } = fact.registration;
    // What a stranger's repeated registration triggers goes to the person alone.
    if (!copyTo || fact.notice === 'again') return [own];
    return [own, copyFor(copyTo, own)];
  });
}

function notice(fact: Fact, sequence: number | undefined, now: Temporal.Instant): NewMessage {
  const { registration } = fact;
  const facts: NoticeFacts = {
    registrationId: registration.id,
    reference: registration.reference,
    status: registration.status,
    attendance: registration.attendance,
    firstName: registration.firstName,
    lastName: registration.lastName,
    organization: registration.organization ?? undefined,
    generation: registration.linkGeneration,
    position: fact.position,
    sequence,
    copyTo: registration.copyTo ?? undefined,
    wasWaiting: fact.from === 'waitlisted' && fact.notice === 'withdrawn' ? true : undefined,
    byOffice: fact.actor.startsWith('account:') || undefined,
  };
  const occasion = fact.notice === 'again' ? now.epochMilliseconds : registration.version;
  return {
    kind: `registration.${fact.notice}`,
    subjectId: registration.id,
    eventId: registration.eventId,
    to: { address: registration.email, name: `${registration.firstName} ${registration.lastName}` },
    language: registration.language,
    facts: { ...facts },
    key: `${registration.id} ${fact.notice} ${occasion}`,
  };
}

function copyFor(address: string, own: NewMessage): NewMessage {
  return {
    ...own,
    to: { address, name: address },
    facts: { ...own.facts, copyOf: own.to.address },
    key: `${own.key} copy`,
  };
}
