import type { Language } from '#language';

/** Somebody who would get an invitation. */
export interface Invitee {
  firstName: string;
  lastName: string;
  email: string;
  language: Language;
  memberId?: string;
  contactId?: string;
  functionId?: string;
  /** Invited because the member is: nobody else of it needs to be. */
  forMember?: true;
}

/** Who has an invitation to an event. */
export interface KnownGuests {
  members: ReadonlySet<string>;
  /** Also members whose invitation was taken back. */
  membersEver: ReadonlySet<string>;
  /** Whether this person has one: the same contact, or the same address and name; or the member meant has. */
  has(invitee: Invitee): boolean;
}
