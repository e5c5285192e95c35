import { AUDIENCES, type Event, FORMATS, FREE_KINDS, usualClosing } from '#event';
import { moment } from '#language';
import { Field, type FieldErrors, Radios, Select, TextArea } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { canChangeKind, PLANNED_KINDS, type PlanField, type PlanInput } from './plan-form.js';

/** A form as it stands, and what is wrong with it. */
export interface PlanFormView {
  input: PlanInput;
  errors: FieldErrors;
}

export interface PlanFieldsProps {
  visit: OfficeVisit;
  form: PlanFormView;
}

/** What it is. */
export function KindField({ visit, form }: PlanFieldsProps) {
  return (
    <Select
      {...common(visit, form, 'kind')}
      choices={PLANNED_KINDS.map((kind) => ({ value: kind, text: visit.t(`kind.${kind}`) }))}
      empty={visit.t('planning.choose')}
    />
  );
}

/** The same of an event that there is; what has rules of its own stays what it is. */
export function FreeKindField({ visit, form, event }: PlanFieldsProps & { event: Event }) {
  if (!canChangeKind(event)) return null;
  return (
    <Select
      {...common(visit, form, 'kind')}
      hint={visit.t('planning.kind.hint')}
      choices={FREE_KINDS.map((kind) => ({ value: kind, text: visit.t(`kind.${kind}`) }))}
      empty={visit.t('planning.choose')}
    />
  );
}

/** What it is called, in every language; only the main one is needed. */
export function TitleFields({ visit, form, main }: PlanFieldsProps & { main: string }) {
  return (
    <>
      {(['title.de', 'title.en', 'title.fr'] as const).map((name) => (
        <Field {...common(visit, form, name)} optional={name !== `title.${main}`} key={name} />
      ))}
    </>
  );
}

/** When it is. */
export function TimeFields({ visit, form }: PlanFieldsProps) {
  return (
    <div class="field-row">
      <Field {...common(visit, form, 'day')} type="date" />
      <Field {...common(visit, form, 'from')} type="time" />
      <Field {...common(visit, form, 'until')} type="time" />
    </div>
  );
}

/** How one attends, and who may. */
export function AccessFields({ visit, form }: PlanFieldsProps) {
  const { t } = visit;
  return (
    <>
      <Radios
        {...chosen(visit, form, 'format')}
        choices={FORMATS.map((format) => ({ value: format, text: t(`format.${format}`) }))}
      />
      <Radios
        {...chosen(visit, form, 'audience')}
        choices={AUDIENCES.map((audience) => ({ value: audience, text: t(`audience.${audience}`) }))}
      />
      <Field {...common(visit, form, 'place')} optional />
      <Field {...common(visit, form, 'meetingPoint')} hint={t('planning.meetingPoint.hint')} optional />
      <Field {...common(visit, form, 'joiningLink')} hint={t('planning.joiningLink.hint')} optional />
    </>
  );
}

/** What it is about, in every language. */
export function TextFields({ visit, form, main }: PlanFieldsProps & { main: string }) {
  const { t } = visit;
  const languages = ['de', 'en', 'fr'] as const;
  return (
    <fieldset class="person">
      <legend class="kern-title person__legend">{t('planning.texts')}</legend>
      {languages.map((one) => (
        <Field
          {...common(visit, form, `summary.${one}`)}
          hint={one === main ? t('planning.summary.hint') : undefined}
          optional
          key={one}
        />
      ))}
      {languages.map((one) => (
        <TextArea
          {...common(visit, form, `description.${one}`)}
          hint={one === main ? t('planning.description.hint') : undefined}
          rows={6}
          optional
          key={one}
        />
      ))}
    </fieldset>
  );
}

/** From when until when one can register; an empty field says what is usual. */
export function WindowFields({ visit, form, event }: PlanFieldsProps & { event: Event }) {
  const { t, language } = visit;
  const usual = usualClosing(event)?.toZonedDateTimeISO(event.timeZone);
  const closing = usual
    ? t('planning.closes.hint', { moment: moment(usual, language) })
    : t('planning.closes.usual');
  return (
    <fieldset class="person">
      <legend class="kern-title person__legend">{t('planning.window')}</legend>
      <div class="field-row">
        <Field {...common(visit, form, 'opens')} hint={t('planning.opens.hint')} type="date" optional />
        <Field {...common(visit, form, 'opens.hour')} type="time" optional />
      </div>
      {event.kind === 'assembly' ? (
        <p class="kern-body">{t('planning.closes.assembly')}</p>
      ) : (
        <div class="field-row">
          <Field {...common(visit, form, 'closes')} hint={closing} type="date" optional />
          <Field {...common(visit, form, 'closes.hour')} type="time" optional />
        </div>
      )}
    </fieldset>
  );
}

/** How many may come. */
export function SeatFields({ visit, form }: PlanFieldsProps) {
  return (
    <div class="field-row">
      {(['onsite', 'online'] as const).map((way) => (
        <Field {...common(visit, form, way)} hint={visit.t('planning.seats.hint')} optional key={way} />
      ))}
    </div>
  );
}

/** What a field of these forms is called. */
export function planLabel({ t }: OfficeVisit, name: PlanField): string {
  return name === 'onsite' || name === 'online' ? t(`planning.seats.${name}`) : t(`planning.${name}`);
}

const common = (visit: OfficeVisit, { input, errors }: PlanFormView, name: PlanField) => ({
  visit,
  name,
  label: planLabel(visit, name),
  value: input[name],
  errors,
});

const chosen = (visit: OfficeVisit, { input, errors }: PlanFormView, name: PlanField) => ({
  name,
  legend: planLabel(visit, name),
  value: input[name],
  errors,
});
