import { EventStrip } from '../event/event-strip.js';
import {
  Button,
  ButtonLink,
  Document,
  ErrorSummary,
  type FieldErrors,
  Form,
  Radios,
  Refused,
  type Visit,
} from '../view/index.js';
import { ChoiceFields } from './choice-fields.js';
import { choiceLabel } from './field-label.js';
import type { ChoicesInput } from './registration-form.js';
import type { RegistrationView } from './registration-view.js';
import { seatsHint } from './seats-hint.js';

/** The form that changes what somebody chose, with what stands there or was typed. */
export interface ChangeView {
  own: RegistrationView;
  typed: { choices: ChoicesInput; attendance: string };
  errors: FieldErrors;
  /** What was refused as a whole, in a sentence. */
  refused?: string;
}

/** What was chosen, to be changed; name and address have a page of their own, so that no form drops another’s input. */
export function ChangePage({ visit, view }: { visit: Visit; view: ChangeView }) {
  const { t } = visit;
  const { own, errors, refused } = view;
  const wrong = Object.keys(errors).length > 0 || refused;
  const title = `${t('change.title')}${t('site.colon')} ${own.event.title.text}`;
  return (
    <Document
      visit={visit}
      title={wrong ? t('site.errors.title', { title }) : title}
      crumbs={[{ text: t('registration.title'), href: own.href }]}
      personal
    >
      <div class="narrow stack">
        <div class="page-head">
          <h1 class="kern-heading-x-large">{t('change.title')}</h1>
          <EventStrip visit={visit} event={own.event} />
        </div>
        <Refused text={refused} />
        <ErrorSummary visit={visit} errors={errors} labelOf={(name) => labelOf(visit, own, name)} />
        <p class="kern-body">{t('register.required')}</p>
        <Choosing visit={visit} view={view} />
      </div>
    </Document>
  );
}

/** Way of attending, sessions, answers and consents. */
function Choosing({ visit, view: { own, typed, errors } }: { visit: Visit; view: ChangeView }) {
  const { t } = visit;
  const { choices, ways, status } = own;
  return (
    <Form action={`${own.href}/change`}>
      {ways.length > 1 && (
        <>
          <p class="kern-body">
            {t(status === 'waitlisted' ? 'change.attendance.waiting' : 'change.attendance')}
          </p>
          <Radios
            name="attendance"
            legend={t('register.attendance')}
            value={typed.attendance}
            choices={ways.map((way) => ({
              value: way,
              text: t(`register.attendance.${way}`),
              hint: seatsHint(
                visit,
                own.event.seats,
                way,
                way === own.attendance && !choices.waits ? 'register.choice.own' : undefined,
              ),
            }))}
            errors={errors}
          />
        </>
      )}
      <ChoiceFields visit={visit} choices={choices} given={typed.choices} prefix="" errors={errors} />
      <div class="actions">
        <Button look="primary" text={t('change.submit')} />
        <ButtonLink text={t('change.back')} href={own.href} />
      </div>
    </Form>
  );
}

function labelOf(visit: Visit, { choices }: RegistrationView, name: string): string {
  const { t } = visit;
  return name === 'attendance'
    ? t('register.attendance')
    : (choiceLabel(visit, choices, name) ?? t('change.title'));
}
