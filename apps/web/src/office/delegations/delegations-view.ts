import type { DelegationLine } from '#delegation';
import type { EventBrief } from '../../event/event-brief.js';
import type { FieldErrors } from '../../view/index.js';

/** An event's delegations, and for whom one can be registered. */
export interface EventDelegationsView {
  brief: EventBrief;
  eventHref: string;
  href: string;
  lines: DelegationLine[];
  /** Every coordinator by member. */
  coordinators: { value: string; text: string }[];
  errors: FieldErrors;
}
