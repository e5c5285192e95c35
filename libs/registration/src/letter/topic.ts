import type { MessageKey } from '#language';
import { isActive, type RegistrationStatus } from '../words.js';
import type { LetterFacts } from './letter-facts.js';
import type { Notice, NoticeFacts } from './notice.js';
import { waitingKey } from './waiting-words.js';

/** The words a letter begins with: its subject, and the sentences that say what has happened. */
export interface Topic {
  subject: MessageKey;
  says: readonly MessageKey[];
}

type Facts = NoticeFacts & Pick<LetterFacts, 'byOffer' | 'heldBack' | 'canReturn'>;

/** Which words tell of this. There are some for every status, because several things can happen in one moment. */
export function topicOf(notice: Notice, facts: Facts): Topic {
  const standing = standingOf(facts);
  switch (notice) {
    case 'registered':
      return { subject: subjectOf(facts), says: [...confirmed(facts), standing] };
    case 'corrected':
      return { subject: subjectOf(facts), says: [standing, 'letter.corrected.note'] };
    case 'again':
      return { subject: 'letter.again.subject', says: ['letter.again.first'] };
    case 'offered':
      return { subject: 'letter.offered.subject', says: ['letter.offered.first'] };
    case 'promoted':
      return promoted(facts, standing);
    case 'admitted':
      return admitted(facts, standing);
    case 'changed':
      return { subject: 'letter.changed.subject', says: changed(facts, standing) };
    case 'moved':
      return { subject: 'letter.moved.subject', says: ['letter.moved.first', standing] };
    case 'replaced':
      return { subject: 'letter.replaced.subject', says: [replaced(fromOf(facts))] };
    case 'relocated':
      return { subject: 'letter.relocated.subject', says: ['letter.relocated.first', relocatedBy(facts)] };
    case 'declined':
      return { subject: 'letter.declined.subject', says: [declined(fromOf(facts))] };
    case 'lapsed':
      return { subject: 'letter.lapsed.subject', says: lapsed(facts) };
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
  if (facts.status === 'waitlisted') return waitingKey(facts);
  return facts.unnamed && facts.status === 'confirmed' ? 'letter.unnamed.first' : STANDING[facts.status];
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

// The person's own yes: to the address, or to the place that was offered.
function confirmed({ from, status }: Facts): MessageKey[] {
  if (from === status) return [];
  if (from === 'unverified') return ['letter.confirmed.address'];
  return from === 'offered' ? ['letter.confirmed.offer'] : [];
}

function promoted({ unnamed, byOffice }: Facts, standing: MessageKey): Topic {
  if (unnamed) return { subject: 'letter.unnamed.subject', says: ['letter.unnamed.promoted'] };
  // The office may have put a chair more, so nobody need have gone.
  const says: MessageKey[] = byOffice ? ['letter.promoted.office', standing] : ['letter.promoted.first'];
  return { subject: 'letter.promoted.subject', says };
}

function admitted(facts: Facts, standing: MessageKey): Topic {
  const { from } = facts;
  if (from && !isActive(from)) {
    return { subject: subjectOf(facts), says: ['letter.admitted.restored', standing] };
  }
  if (from === 'unverified' || from === 'offered') {
    return { subject: subjectOf(facts), says: [...confirmed(facts), standing] };
  }
  return { subject: 'letter.admitted.subject', says: ['letter.admitted.request', standing] };
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

function relocatedBy({ byOffice, byContact }: Facts): MessageKey {
  if (byOffice) return 'letter.relocated.office';
  return byContact ? 'letter.relocated.contact' : 'letter.relocated.self';
}

const declined = (from: RegistrationStatus): MessageKey =>
  from === 'confirmed' ? 'letter.declined.seat' : 'letter.declined.first';

function lapsed({ unnamed, from, canReturn }: Facts): MessageKey[] {
  if (unnamed) return ['letter.unnamed.lapsed'];
  if (from === 'offered') return ['letter.lapsed.offer', ...(canReturn ? [AGAIN] : [])];
  return [from === 'requested' ? 'letter.lapsed.request' : 'letter.lapsed.first'];
}

const AGAIN: MessageKey = 'letter.lapsed.again';

function withdrawn(facts: Facts): MessageKey {
  if (facts.movedTo) return 'letter.withdrawn.moved';
  if (facts.byOffice) return 'letter.withdrawn.office';
  if (facts.byContact) return 'letter.withdrawn.contact';
  const from = fromOf(facts);
  if (from === 'waitlisted') return 'letter.withdrawn.waiting';
  if (from === 'offered') return 'letter.withdrawn.offer';
  return from === 'confirmed' ? 'letter.withdrawn.first' : 'letter.withdrawn.request';
}
