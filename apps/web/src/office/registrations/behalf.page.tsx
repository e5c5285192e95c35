import type { Attendance } from '#event';
import { questionLabel } from '../../form/index.js';
import { ChoiceFields } from '../../registration/choice-fields.js';
import type { EventChoices } from '../../registration/event-choices.js';
import { Button, ButtonLink, type FieldErrors, Radios, seatsSentence } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { OwnForm } from '../own-form.js';
import { ActingFields, MailBox } from './acting-fields.js';
import type { BehalfInput } from './behalf-form.js';
import { FormShell } from './form-shell.js';
import { PersonFields } from './person-fields.js';
import { PERSON_FIELDS } from './person-form.js';
import { type EventPart, eventCrumbs } from './registration-view.js';

export interface BehalfView extends EventPart {
  ways: Attendance[];
  choices: EventChoices;
  organizations: string[];
  input: BehalfInput;
  errors: FieldErrors;
  refused?: string;
}

interface PartProps {
  visit: OfficeVisit;
  view: BehalfView;
}

/** The form in which the office registers somebody. */
export function BehalfPage({ visit, view }: PartProps) {
  const { t } = visit;
  const { href, brief, input, errors, refused, choices, ways } = view;
  return (
    <FormShell
      visit={visit}
      title={t('desk.behalf')}
      crumbs={eventCrumbs(visit, view)}
      brief={brief}
      errors={errors}
      labelOf={(name) => labelOf(visit, view, name)}
      refused={refused}
    >
      <p class="kern-body">{t('desk.behalf.text')}</p>
      <OwnForm visit={visit} action={`${href}/register`} hidden={{ submission: input.submission }}>
        <PersonFields visit={visit} input={input} errors={errors} organizations={view.organizations} />
        {ways.length > 1 && <Ways visit={visit} view={view} />}
        <ChoiceFields visit={visit} choices={choices} given={input} prefix="" errors={errors} />
        {isTight(view) && <WhenFull visit={visit} view={view} />}
        <MailBox visit={visit} input={input} />
        <div class="actions">
          <Button look="primary" text={t('desk.behalf.submit')} />
          <Button text={t('desk.behalf.another')} name="another" value="1" />
          <ButtonLink text={t('office.back')} href={href} />
        </div>
      </OwnForm>
    </FormShell>
  );
}

function Ways({ visit, view: { ways, brief, input, errors } }: PartProps) {
  const { t } = visit;
  return (
    <Radios
      name="attendance"
      legend={t('report.attendance')}
      value={input.attendance}
      choices={ways.map((way) => {
        const seats = brief.seats.find(({ attendance }) => attendance === way);
        return { value: way, text: t(`format.${way}`), hint: seats && `(${seatsSentence(visit, seats)})` };
      })}
      errors={errors}
    />
  );
}

/** A kind of seats is taken, or somebody waits for it. */
const isTight = ({ brief, input }: BehalfView): boolean =>
  input.full === 'over' ||
  brief.seats.some(({ capacity, taken, waiting }) => waiting > 0 || (capacity !== null && taken >= capacity));

function WhenFull({ visit, view: { input, errors } }: PartProps) {
  const { t } = visit;
  return (
    <>
      <Radios
        name="full"
        legend={t('desk.behalf.full')}
        value={input.full}
        choices={[
          { value: 'wait', text: t('desk.behalf.full.wait') },
          { value: 'over', text: t('desk.behalf.full.over') },
        ]}
      />
      <ActingFields visit={visit} input={input} errors={errors} noMail />
    </>
  );
}

function labelOf(visit: OfficeVisit, { choices }: BehalfView, name: string): string {
  const { t } = visit;
  const field = PERSON_FIELDS.find((one) => one === name);
  if (field) return t(`report.${field}`);
  if (name === 'attendance') return t('report.attendance');
  if (name === 'reason') return t('office.reason');
  if (name === 'sessions') return t('desk.column.sessions');
  return questionLabel(visit, choices.form, name, choices.main) ?? t('desk.behalf');
}
