import type { EventKind } from '#event';
import { FilterLinks, type Visit } from '../view/index.js';
import type { Period } from './months.js';
import { programmeHref } from './programme-address.js';

export interface ProgrammeBarProps {
  visit: Visit;
  kinds: readonly EventKind[];
  kind?: EventKind;
  /** Which of the three views this is. */
  period?: Period;
  month?: Temporal.PlainYearMonth;
  thisMonth: Temporal.PlainYearMonth;
}

/** Chooses between coming events, past ones and the calendar, and between kinds. */
export function ProgrammeBar({ visit, kinds, kind, period, month, thisMonth }: ProgrammeBarProps) {
  const { t } = visit;
  const views = [
    { text: t('programme.upcoming'), href: programmeHref({ kind }), current: period === 'upcoming' },
    { text: t('programme.month'), href: programmeHref({ kind, month: thisMonth }), current: Boolean(month) },
    { text: t('programme.past'), href: programmeHref({ kind, period: 'past' }), current: period === 'past' },
  ];
  const choices = [undefined, ...kinds].map((choice) => ({
    text: choice ? t(`kind.${choice}`) : t('programme.kinds.all'),
    href: programmeHref({ kind: choice, period, month }),
    current: choice === kind,
  }));
  return (
    <div class="programme-bar">
      <FilterLinks look="tabs" label={t('programme.views')} links={views} />
      <FilterLinks label={t('programme.kinds')} links={choices} />
    </div>
  );
}
