import type { MessageKey } from '#language';
import { isActive, type RegistrationStatus } from '../words.js';
import type { LetterFacts } from './letter-facts.js';
import type { Notice, NoticeFacts } from './notice.js';

/** The words a letter begins with: its subject, and the sentences that say what has happened. */
export interface Topic {
  subject: MessageKey;
  says: readonly MessageKey[];
}

type Facts = NoticeFacts & Pick<LetterFacts, 'byOffer'>;

/** Which words tell of this. There are some for every status, because several things can happen in one moment. */
export function topicOf(notice: Notice, facts: Facts): Topic {
  const standing = standingOf(facts);
  switch (notice) {
    case 'registered':
      return { subject: subjectOf(facts), says: [standing] };
    case 'corrected':
      return { subject: subjectOf(facts), says: [standing, 'letter.corrected.note'] };
    case 'again':
      return { subject: 'letter.again.subject', says: ['letter.again.first'] };
    case 'offered':
      return { subject: 'letter.offered.subject', says: ['letter.offered.first'] };
    case 'promoted':
      return facts.unnamed
        ? { subject: 'letter.unnamed.subject', says: ['letter.unnamed.promoted'] }
        : { subject: 'letter.promoted.subject', says: ['letter.promoted.first'] };
    case 'admitted':
      return { subject: admittedSubject(facts), says: [admitted(facts), standing] };
    case 'changed':
      return { subject: 'letter.changed.subject', says: changed(facts, standing) };
    case 'moved':
      return { subject: 'letter.moved.subject', says: ['letter.moved.first', standing] };
    case 'replaced':
      return { subject: 'letter.replaced.subject', says: [replaced(fromOf(facts))] };
    case 'declined':
      return { subject: 'letter.declined.subject', says: [declined(fromOf(facts))] };
    case 'lapsed':
      return { subject: 'letter.lapsed.subject', says: [lapsed(facts)] };
    case 'withdrawn':
      return { subject: 'letter.withdrawn.subject', says: [withdrawn(facts)] };
  }
}

/** Where a registration stood that no longer stands; mails written before that was kept know only who waited. */
export const fromOf = ({ from, wasWaiting }: NoticeFacts): RegistrationStatus =>
  from ?? (wasWaiting ? 'waitlisted' : 'confirmed');

function subjectOf({ status, unnamed }: Facts): MessageKey {
  if (unnamed && status === 'confirmed') return 'letter.unnamed.subject';
  return SUBJECTS[status];
}

const SUBJECTS: Record<RegistrationStatus, MessageKey> = {
  unverified: 'letter.unverified.subject',
  requested: 'letter.requested.subject',
  waitlisted: 'letter.waiting.subject',
  offered: 'letter.offered.subject',
  confirmed: 'letter.registered.subject',
  declined: 'letter.declined.subject',
  cancelled: 'letter.withdrawn.subject',
  expired: 'letter.lapsed.subject',
};

function standingOf(facts: Facts): MessageKey {
  if (facts.status === 'waitlisted') return waiting(facts);
  return (facts.unnamed && UNNAMED[facts.status]) || STANDING[facts.status];
}

const STANDING: Record<RegistrationStatus, MessageKey> = {
  unverified: 'letter.unverified.first',
  requested: 'letter.requested.first',
  waitlisted: 'letter.waiting.first',
  offered: 'letter.offered.first',
  confirmed: 'letter.registered.first',
  declined: 'letter.declined.first',
  cancelled: 'letter.withdrawn.waiting',
  expired: 'letter.lapsed.first',
};

const UNNAMED: Partial<Record<RegistrationStatus, MessageKey>> = {
  requested: 'letter.unnamed.requested',
  confirmed: 'letter.unnamed.first',
};

// Neither a group nor a seat without a name can answer an offer, so these move up at once.
function waiting({ together, unnamed, byOffer }: Facts): MessageKey {
  if (together) return 'letter.waiting.together';
  if (unnamed) return 'letter.unnamed.waiting';
  return byOffer ? 'letter.waiting.offer' : 'letter.waiting.first';
}

function admittedSubject(facts: Facts): MessageKey {
  if (facts.from === 'requested') return 'letter.admitted.subject';
  if (facts.from === 'waitlisted' && !facts.unnamed) return 'letter.promoted.subject';
  return subjectOf(facts);
}

function admitted({ from }: Facts): MessageKey {
  if (from === 'unverified') return 'letter.admitted.address';
  if (from === 'offered') return 'letter.admitted.offer';
  if (from === 'waitlisted') return 'letter.admitted.seat';
  return from && !isActive(from) ? 'letter.admitted.restored' : 'letter.admitted.request';
}

function changed({ status, from = status, attendance, left }: Facts, standing: MessageKey): MessageKey[] {
  const first: MessageKey = 'letter.changed.first';
  // Who waits for one way of attending may find a seat in the other.
  if (from !== status) return [first, standing];
  if (!left || left === attendance) return [first];
  if (status === 'confirmed') return [first, `letter.changed.${attendance}`];
  return status === 'waitlisted' ? [first, 'letter.changed.waiting'] : [first];
}

function replaced(from: RegistrationStatus): MessageKey {
  if (from === 'waitlisted') return 'letter.replaced.waiting';
  return from === 'requested' ? 'letter.replaced.request' : 'letter.replaced.first';
}

const declined = (from: RegistrationStatus): MessageKey =>
  from === 'confirmed' ? 'letter.declined.seat' : 'letter.declined.first';

function lapsed({ unnamed, from }: Facts): MessageKey {
  if (unnamed) return 'letter.unnamed.lapsed';
  if (from === 'offered') return 'letter.lapsed.offer';
  return from === 'requested' ? 'letter.lapsed.request' : 'letter.lapsed.first';
}

function withdrawn(facts: Facts): MessageKey {
  if (facts.movedTo) return 'letter.withdrawn.moved';
  if (facts.unnamed) return 'letter.unnamed.withdrawn';
  if (facts.byOffice) return 'letter.withdrawn.office';
  if (facts.byContact) return 'letter.withdrawn.contact';
  const from = fromOf(facts);
  if (from === 'waitlisted') return 'letter.withdrawn.waiting';
  if (from === 'offered') return 'letter.withdrawn.offer';
  return from === 'confirmed' ? 'letter.withdrawn.first' : 'letter.withdrawn.request';
}
