import type { EventKind } from '#event';
import { withQuery } from '../view/index.js';
import type { Period } from './months.js';

/** What the address of the programme can ask for. */
export interface ProgrammeQuery {
  kind?: EventKind;
  period?: Period;
  /** Show the calendar of this month instead of the list. */
  month?: Temporal.PlainYearMonth;
  /** Pages count from 1. */
  page?: number;
}

/** The address of the programme; what is the default is left out, so that every view has one address. */
export function programmeHref({ kind, period, month, page }: ProgrammeQuery): string {
  return withQuery('/', {
    view: month && 'month',
    month: month?.toString(),
    period: period === 'past' ? 'past' : undefined,
    kind,
    page: page && page > 1 ? String(page) : undefined,
  });
}
