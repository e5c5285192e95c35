import type { AttendeeFilter, AttendeePage, Double, EventOrigins } from '#report';
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
  /** Who may be the same person as somebody on this page, by registration id. */
  doubles: ReadonlyMap<string, Double[]>;
  origins: EventOrigins;
  /** The event is on although too few have come together by the day that was set for it. */
  missed?: { needed: number; counted: number };
  page: number;
}

/** The same list narrowed otherwise, or another page of it. */
export const hrefOf = (
  { href, filter }: AttendeesView,
  changes: { status?: string; mark?: string; page?: string },
): string => withQuery(href, { ...filter, ...changes });
