import type { DelegationLine, DelegationView } from '#delegation';
import type { EventBrief } from '../../event/event-brief.js';

/** An event's delegations, and for whom one can be registered. */
export interface EventDelegationsView {
  brief: EventBrief;
  eventHref: string;
  href: string;
  lines: DelegationLine[];
  /** Every coordinator by member. */
  coordinators: { value: string; text: string }[];
}

/** How many of a delegation wait for the office to decide. */
export const requestsOf = ({ seats }: Pick<DelegationView, 'seats'>): number =>
  seats.filter(({ status }) => status === 'requested').length;
