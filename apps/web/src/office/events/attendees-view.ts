import type { AttendeeFilter, AttendeePage, EventOrigins } from '#report';
import type { EventBrief } from '../../event/event-brief.js';
import { withQuery } from '../../view/index.js';

/** What the page of an event's attendees shows. */
export interface AttendeesView {
  /** The page's own address, without a query. */
  href: string;
  brief: EventBrief;
  timeZone: string;
  filter: AttendeeFilter;
  list: AttendeePage;
  origins: EventOrigins;
  page: number;
}

/** The same list narrowed otherwise, or another page of it. */
export const hrefOf = (
  { href, filter }: AttendeesView,
  changes: { status?: string; page?: string },
): string => withQuery(href, { ...filter, ...changes });
