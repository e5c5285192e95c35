import type { InvitationFilter, InvitationLine, InvitationState } from '#invitation';
import type { EventBrief } from '../../event/event-brief.js';
import { withQuery } from '../../view/index.js';
import type { Later } from './later.js';

/** Who is invited to an event and what became of it. */
export interface InvitationsView {
  /** The page's own address, without a query. */
  href: string;
  eventHref: string;
  brief: EventBrief;
  timeZone: string;
  filter: InvitationFilter;
  lines: InvitationLine[];
  /** Of all invitations, whatever the filter. */
  counts: Partial<Record<InvitationState, number>>;
  /** How many a click would remind now. */
  due: number;
  /** How many were written to within a day, and when the first can be reminded; of interest while none is due. */
  later?: Later;
  /** Whether more can be invited. */
  open: boolean;
}

/** The same list narrowed otherwise. */
export const hrefOf = ({ href, filter }: InvitationsView, state: InvitationState | undefined): string =>
  withQuery(href, { state, member: filter.memberId });
