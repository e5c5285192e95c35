import type { Texts } from '#language';
import type { NewMessage } from '#mail';
import type { Contact } from '#member';
import type { Delegation } from './delegation.entity.js';

/**
 * What a mail to a coordinator is for: people were registered; seats still want a name, or want it sooner; somebody has
 * left, or was moved to another event; the office has decided on all that was asked for.
 */
export const OCCASIONS = [
  'registered',
  'reminder',
  'nearer',
  'left',
  'moved',
  'approved',
  'declined',
] as const;
export type Occasion = (typeof OCCASIONS)[number];

/** What came of a party, in numbers. */
export interface PartyFacts {
  seated: number;
  waiting: number;
  /** To be decided by the office. */
  requested: number;
  /** Not accepted by the office. */
  declined: number;
  /** How many of all are without a name. */
  unnamed: number;
  /** Until when they must have one; an ISO instant. */
  nameBy?: string;
}

/** The facts a mail keeps from the moment it was written; the event is read when it is sent. */
export interface DelegationFacts extends Partial<PartyFacts> {
  delegationId: string;
  memberName: string;
  /** Who has left. */
  person?: string;
  /** They had a seat, or the offer of one. */
  hadSeat?: boolean;
  /** What the office wants to have said. */
  message?: string;
  /** Title of the event to which they were moved. */
  movedTo?: Texts;
  /** Whose page its link opens. */
  contactId: string;
  generation: number;
}

/** The mail to a coordinator who has an address; the occasion's `key` makes it the only one of its sort. */
export function mailAbout(
  { id, eventId }: Pick<Delegation, 'id' | 'eventId'>,
  contact: Pick<Contact, 'id' | 'email' | 'firstName' | 'lastName' | 'language' | 'linkGeneration'>,
  occasion: Occasion,
  more: Omit<DelegationFacts, 'delegationId' | 'contactId' | 'generation'>,
  key: string,
): NewMessage {
  const { email, firstName, lastName, language, linkGeneration } = contact;
  const facts: DelegationFacts = {
    ...more,
    delegationId: id,
    contactId: contact.id,
    generation: linkGeneration,
  };
  return {
    kind: `delegation.${occasion}`,
    subjectId: id,
    eventId,
    to: { address: email ?? '', name: `${firstName} ${lastName}`.trim() },
    language,
    facts: { ...facts },
    key: `delegation ${id} ${key}`,
  };
}
