import type { MemberInvitation, OwnPlace } from '#invitation';
import type { Contact, DirectoryDeed, FunctionFile, MemberFile, MemberName } from '#member';
import type { OfficeVisit } from '../door/office-visits.service.js';

/** What the page of one member shows. */
export interface MemberView extends MemberFile {
  contacts: Contact[];
  functions: FunctionFile[];
  /** To events that are not over. */
  invitations: MemberInvitation[];
  /** Who of the member comes to which of them, or waits. */
  places: OwnPlace[];
  /** Who changed what, the latest first. */
  deeds: DirectoryDeed[];
  /** Everybody else, who may be this member's double. */
  others: MemberName[];
  /** Today, `YYYY-MM-DD`. */
  today: string;
  /** Why the last form was refused. */
  refused?: string;
}

export interface MemberPartProps {
  visit: OfficeVisit;
  view: MemberView;
}

export const nameOf = ({ firstName, lastName }: Pick<Contact, 'firstName' | 'lastName'>): string =>
  `${firstName} ${lastName}`.trim();
