import type { EventKind } from '#event';
import type { EventBrief } from '../event/event-brief.js';
import type { Period } from './months.js';

/** What the list and the calendar share. */
interface Selection {
  /** Only events of this kind are shown. */
  kind?: EventKind;
  /** The kinds to choose from. */
  kinds: readonly EventKind[];
  /** Today in the association's zone. */
  today: Temporal.PlainDate;
  events: EventBrief[];
  /** The complete address of the calendar feed with the same filter, without a language. */
  feed: string;
}

/** The programme as a list. */
export interface ProgrammeView extends Selection {
  period: Period;
  pages?: { current: number; last: number };
}

/** The programme as the calendar of one month; events are those with a date that touches it. */
export interface MonthView extends Selection {
  month: Temporal.PlainYearMonth;
}
