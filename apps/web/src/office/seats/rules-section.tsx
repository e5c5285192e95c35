import type { ComponentChildren } from 'preact';
import { LINE_ORDERS, PROMOTIONS, PROOFS } from '#registration';
import { Radios } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { MomentFields, NumberField, TickFields } from './fields.js';
import { SaveButton } from './save-button.js';
import { type PartProps, seatsHref } from './seats-view.js';

type Props = PartProps<OfficeVisit>;

/** By which rules seats are given, grouped by what people would ask. */
export function RulesSection({ visit, view }: Props) {
  const { t } = visit;
  const part = { visit, view };
  return (
    <section class="office-list" aria-labelledby="rules">
      <h2 class="kern-heading-medium" id="rules">
        {t('rules.rules')}
      </h2>
      <p class="kern-body">{t('rules.rules.text')}</p>
      <Group legend={t('rules.line')}>
        <Promotion {...part} />
        <LineOrder {...part} />
        <NumberField {...part} name="collectHours" />
      </Group>
      <Group legend={t('rules.approval')}>
        <TickFields {...part} tick="entry" />
        <NumberField {...part} name="requestDays" needed />
      </Group>
      <Group legend={t('rules.verification')}>
        <NumberField {...part} name="verifyMinutes" />
        <TickFields {...part} tick="holds" />
      </Group>
      <Group legend={t('rules.self')}>
        <MomentFields {...part} name="withdrawUntil" />
        <TickFields {...part} tick="leaving" />
      </Group>
      <Group legend={t('rules.membership')}>
        <Proof {...part} />
        <NumberField {...part} name="namingDays" needed />
      </Group>
      <Group legend={t('rules.limits')}>
        <NumberField {...part} name="mostPerAddress" />
        <div class="field-row">
          <NumberField {...part} name="series" />
          <NumberField {...part} name="mostInSeries" />
        </div>
      </Group>
      <Group legend={t('rules.minimumCount')}>
        <NumberField {...part} name="minimum" />
        <MomentFields {...part} name="minimumUntil" />
        <TickFields {...part} tick="missed" hint={t('rules.missed.hint')} />
      </Group>
      <div class="actions">
        <SaveButton text={t('rules.rules.save')} action={`${seatsHref(view.event.id)}/rules`} />
      </div>
    </section>
  );
}

/** Rules about the same thing in a frame of their own. */
function Group({ legend, children }: { legend: string; children: ComponentChildren }) {
  return (
    <fieldset class="person">
      <legend class="kern-title person__legend">{legend}</legend>
      {children}
    </fieldset>
  );
}

function Promotion({ visit: { t }, view }: Props) {
  return (
    <Radios
      name="promotion"
      legend={t('rules.promotion')}
      value={view.typed.promotion ?? ''}
      errors={view.errors}
      choices={PROMOTIONS.map((value) => ({
        value,
        text: t(`rules.promotion.${value}`),
        hint: t(`rules.promotion.${value}.hint`),
      }))}
    />
  );
}

function LineOrder({ visit: { t }, view }: Props) {
  return (
    <Radios
      name="lineOrder"
      legend={t('rules.lineOrder')}
      value={view.typed.lineOrder ?? ''}
      errors={view.errors}
      choices={LINE_ORDERS.map((value) => ({
        value,
        text: t(`rules.lineOrder.${value}`),
        hint: value === 'fair' ? t('rules.lineOrder.fair.hint') : undefined,
      }))}
    />
  );
}

function Proof({ visit: { t }, view }: Props) {
  return (
    <Radios
      name="proof"
      legend={t('rules.proof')}
      value={view.typed.proof ?? ''}
      errors={view.errors}
      choices={PROOFS.map((value) => ({ value, text: t(`rules.proof.${value}`) }))}
    />
  );
}
