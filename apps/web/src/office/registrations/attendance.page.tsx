import type { Attendance } from '#event';
import type { RegistrationView } from '#registration';
import type { EventChoices } from '../../registration/event-choices.js';
import { seatsHint } from '../../registration/seats-hint.js';
import { SessionChoices } from '../../registration/session-choices.js';
import { type FieldErrors, Radios, type Seats } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { OwnForm } from '../own-form.js';
import type { ActingInput } from './acting.js';
import { ActingEnd } from './acting-fields.js';
import { FormShell } from './form-shell.js';
import { crumbsOf, hrefOf, nameOf } from './registration-view.js';

export interface AttendanceInput extends ActingInput {
  attendance: string;
  sessions: string[];
}

export interface AttendancePageView extends RegistrationView {
  ways: Attendance[];
  seats: Seats[];
  choices: EventChoices;
  input: AttendanceInput;
  errors: FieldErrors;
  refused?: string;
}

/** How somebody attends, and which sessions. */
export function AttendancePage({ visit, view }: { visit: OfficeVisit; view: AttendancePageView }) {
  const { t } = visit;
  const { ways, seats, choices, input, errors, refused, registration } = view;
  const title = t('desk.change.title', { name: nameOf(view, t) });
  const isOwn = (way: Attendance) => registration.holdsSeat && way === registration.attendance;
  const hint = (way: Attendance) => seatsHint(visit, seats, way, isOwn(way) ? choices.ownWord : undefined);
  return (
    <FormShell
      visit={visit}
      title={title}
      crumbs={crumbsOf(visit, view, { withPerson: true })}
      errors={errors}
      labelOf={(name) => labelOf(visit, name)}
      refused={refused}
    >
      <OwnForm visit={visit} action={`${hrefOf(view)}/change`}>
        {ways.length > 1 && (
          <Radios
            name="attendance"
            legend={t('report.attendance')}
            value={input.attendance}
            choices={ways.map((way) => ({ value: way, text: t(`format.${way}`), hint: hint(way) }))}
            errors={errors}
          />
        )}
        <SessionChoices
          visit={visit}
          name="sessions"
          sessions={choices.sessions}
          chosen={input.sessions}
          own={choices.own}
          ownWord={choices.ownWord}
          errors={errors}
          waits={choices.waits}
        />
        <ActingEnd visit={visit} input={input} errors={errors} back={hrefOf(view)} />
      </OwnForm>
    </FormShell>
  );
}

function labelOf({ t }: OfficeVisit, name: string): string {
  if (name === 'attendance') return t('report.attendance');
  return t(name === 'sessions' ? 'desk.column.sessions' : 'office.reason');
}
