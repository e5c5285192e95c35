import type { InvitationState } from '#invitation';
import type { Contact } from '#member';
import type { RegistrationStatus } from '#registration';
import type { DelegationsLine } from '../delegation/delegations.page.js';
import type { EventBrief } from '../event/event-brief.js';
import type { Visit } from '../view/index.js';

/** What was just done here, as the address of the page says it. */
export const DEEDS = ['added', 'changed', 'left'] as const;
export type Deed = (typeof DEEDS)[number];

/** A registration, with the way to it if it is one's own. */
export interface PlaceLine {
  registrationId: string;
  name: string;
  status: RegistrationStatus;
  event: EventBrief;
  href?: string;
}

/** An invitation that can still be answered, with the way to it if it is one's own. */
export interface InvitationLine {
  id: string;
  name: string;
  state: InvitationState;
  /** The place in the line of who waits. */
  position?: number;
  event: EventBrief;
  href?: string;
}

/** All that a contact's own page shows. */
export interface MyView {
  href: string;
  done?: Deed;
  ownId: string;
  name: string;
  member?: string;
  places: PlaceLine[];
  invitations: InvitationLine[];
  /** The complete address of the own calendar, which is secret, without a language. */
  feed: string;
  /** Only for who coordinates. */
  people?: Contact[];
  delegations?: { href: string; lines: DelegationsLine[] };
}

/** What every part of that page gets. */
export interface MyPartProps {
  visit: Visit;
  view: MyView;
}
