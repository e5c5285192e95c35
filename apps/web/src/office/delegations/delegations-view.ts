import type { DelegationLine } from '#delegation';
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
