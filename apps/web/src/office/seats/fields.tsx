import type { MessageKey } from '#language';
import { Checkboxes, Field } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { TICKS, type Tick } from './rules-form.js';
import type { PartProps } from './seats-view.js';
import { hourOf, ticksOf } from './typed.js';

type Props = PartProps<OfficeVisit>;

/** A number that may be left out, with what that means. */
export function NumberField({ visit, view, name, needed }: Props & { name: NumberName; needed?: boolean }) {
  return (
    <Field
      visit={visit}
      name={name}
      label={visit.t(`rules.${name}`)}
      hint={hintOf(visit, name)}
      value={view.typed[name] ?? ''}
      errors={view.errors}
      optional={!needed}
    />
  );
}

/** A day with the hour beside it. */
export function MomentFields({
  visit,
  view,
  name,
}: Props & { name: 'withdrawUntil' | 'minimumUntil' | 'until' }) {
  const { t } = visit;
  const hint = name === 'withdrawUntil' ? t('rules.hour.hint') : t('rules.until.hour.hint');
  return (
    <div class="field-row">
      <Field
        visit={visit}
        name={name}
        label={t(`rules.${name}`)}
        hint={hintOf(visit, name)}
        type="date"
        value={view.typed[name] ?? ''}
        errors={view.errors}
        optional
      />
      <Field
        visit={visit}
        name={hourOf(name)}
        label={t('rules.hour')}
        hint={hint}
        type="time"
        value={view.typed[hourOf(name)] ?? ''}
        errors={view.errors}
        optional
      />
    </div>
  );
}

/** Rules that hold or not. */
export function TickFields({ visit, view, tick, hint }: Props & { tick: Tick; hint?: string }) {
  const { t } = visit;
  const names: readonly string[] = TICKS[tick];
  return (
    <Checkboxes
      name={tick}
      legend={t(`rules.${tick}`)}
      choices={names.map((name) => ({ value: name, text: t(`rules.${tick}.${name}` as MessageKey), hint }))}
      checked={ticksOf(view.typed, tick)}
    />
  );
}

export type NumberName =
  | 'collectHours'
  | 'requestDays'
  | 'verifyMinutes'
  | 'namingDays'
  | 'mostPerAddress'
  | 'series'
  | 'mostInSeries'
  | 'minimum'
  | 'memberGuaranteed'
  | 'memberCap';

const HINTS: Partial<Record<string, MessageKey>> = {
  collectHours: 'rules.collectHours.hint',
  verifyMinutes: 'rules.verifyMinutes.hint',
  namingDays: 'rules.namingDays.hint',
  mostPerAddress: 'rules.mostPerAddress.hint',
  series: 'rules.series.hint',
  minimum: 'rules.minimum.hint',
  memberGuaranteed: 'rules.memberGuaranteed.hint',
  memberCap: 'rules.memberCap.hint',
  withdrawUntil: 'rules.withdrawUntil.hint',
  until: 'rules.until.hint',
};

const hintOf = ({ t }: OfficeVisit, name: string): string | undefined => HINTS[name] && t(HINTS[name]);
