import type { Attendance } from '#event';
import { EventStrip } from '../event/event-strip.js';
import {
  Alert,
  Button,
  Document,
  ErrorSummary,
  type FieldErrors,
  Form,
  Radios,
  seatsSentence,
  type Visit,
} from '../view/index.js';
import { ChoiceFields } from './choice-fields.js';
import { choiceLabel } from './field-label.js';
import { IDENTITY_FIELDS, type IdentityInput } from './identity.js';
import { IdentityFields } from './identity-fields.js';
import type { ChoicesInput } from './registration-form.js';
import type { RegistrationView } from './registration-view.js';

/** The forms that change a registration, with what stands there or was typed. */
export interface ChangeView {
  own: RegistrationView;
  typed: { choices: ChoicesInput; attendance: string; identity: IdentityInput };
  errors: FieldErrors;
  /** What was refused as a whole, in a sentence. */
  refused?: string;
}

/** What was chosen in one form, name and address in another: the one never stands in the way of the other. */
export function ChangePage({ visit, view }: { visit: Visit; view: ChangeView }) {
  const { t } = visit;
  const { own, errors, refused } = view;
  const wrong = Object.keys(errors).length > 0 || refused;
  const title = `${t('change.title')}: ${own.event.title.text}`;
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
        {refused && <Alert tone="danger" title={refused} />}
        <ErrorSummary visit={visit} errors={errors} labelOf={(name) => labelOf(visit, own, name)} />
        <p class="kern-body">{t('register.required')}</p>
        <ChosenPart visit={visit} view={view} />
        <section aria-labelledby="identity">
          <h2 class="kern-heading-medium" id="identity">
            {t('change.identity')}
          </h2>
          <p class="kern-body">{t('change.identity.text')}</p>
          <Form action={`${own.href}/correct`}>
            <IdentityFields visit={visit} typed={view.typed.identity} errors={errors} />
            <div class="actions">
              {/* The answer may be a page: a new address has a link of its own, and this one opens nothing then. */}
              <Button text={t('change.identity.submit')} turbo={false} />
            </div>
          </Form>
        </section>
      </div>
    </Document>
  );
}

/** Way of attending, sessions, answers and consents; nothing where the event leaves no choice. */
function ChosenPart({ visit, view: { own, typed, errors } }: { visit: Visit; view: ChangeView }) {
  const { t } = visit;
  const { choices, ways, event, status } = own;
  const asks = choices.form.questions.length + choices.form.consents.length + choices.sessions.length;
  if (ways.length < 2 && asks === 0) return null;
  return (
    <section aria-labelledby="chosen">
      <h2 class="kern-heading-medium" id="chosen">
        {t('change.chosen')}
      </h2>
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
                hint: seatsHint(visit, event.seats, way),
              }))}
              errors={errors}
            />
          </>
        )}
        <ChoiceFields visit={visit} choices={choices} given={typed.choices} prefix="" errors={errors} />
        <div class="actions">
          <Button look="primary" text={t('change.submit')} />
        </div>
      </Form>
    </section>
  );
}

function seatsHint(visit: Visit, seats: RegistrationView['event']['seats'], way: Attendance) {
  const own = seats.find(({ attendance }) => attendance === way);
  return own && `(${seatsSentence(visit, own)})`;
}

function labelOf(visit: Visit, { choices }: RegistrationView, name: string): string {
  const { t } = visit;
  const field = IDENTITY_FIELDS.find((one) => one === name);
  if (field) return t(`register.${field}`);
  return name === 'attendance'
    ? t('register.attendance')
    : (choiceLabel(visit, choices, name) ?? t('change.title'));
}
