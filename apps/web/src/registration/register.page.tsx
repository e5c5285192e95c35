import { isWaiting } from '../event/event-brief.js';
import { EventStrip } from '../event/event-strip.js';
import {
  Alert,
  Button,
  Document,
  ErrorSummary,
  Field,
  Form,
  langOf,
  Suggestions,
  type Visit,
} from '../view/index.js';
import { ORGANIZATIONS, PersonFields } from './person-fields.js';
import type { RegisterView } from './register-view.js';
import { fieldName, PERSON_FIELDS, type PersonField } from './registration-form.js';

/** The form for one person or several; it comes back with everything typed and what is wrong. */
export function RegisterPage({ visit, view }: { visit: Visit; view: RegisterView }) {
  const { t } = visit;
  const { event, people, errors, refused } = view;
  const title = `${t('register.title')}: ${event.title.text}`;
  const wrong = Object.keys(errors).length > 0 || refused;
  return (
    <Document
      visit={visit}
      title={wrong ? t('site.errors.title', { title }) : title}
      crumbs={[
        { text: t('site.programme'), href: '/' },
        { text: event.title.text, href: event.href, lang: langOf(event.title, visit) },
      ]}
      personal
    >
      <div class="narrow stack">
        <div class="page-head">
          <h1 class="kern-heading-x-large">{t('register.title')}</h1>
          <EventStrip visit={visit} event={event} />
        </div>
        {refused && <Alert tone="danger" title={refused} />}
        <ErrorSummary visit={visit} errors={errors} labelOf={(name) => labelOf(visit, name, people.length)} />
        {isWaiting(event) && (
          <Alert tone="warning" title={t('register.waiting')}>
            <p class="kern-body">{t('register.waiting.text')}</p>
          </Alert>
        )}
        <Form action={`${event.href}/register`} hidden={{ submission: view.submission }}>
          {/* Enter presses a form's first button, and that must not be "remove". */}
          {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: out of the tab order, and in nobody's way */}
          <button class="kern-sr-only" type="submit" tabindex={-1} aria-hidden="true" />
          <p class="kern-body">{t('register.required')}</p>
          {people.map((person, index) => (
            <PersonFields visit={visit} view={view} person={person} index={index} key={index} />
          ))}
          {view.organizations && <Suggestions id={ORGANIZATIONS} values={view.organizations} />}
          {view.canAdd && <Button text={t('register.add')} icon="add" name="add" value="1" turbo={false} />}
          <Field
            visit={visit}
            name="copyTo"
            label={t('register.copyTo')}
            hint={t('register.copyTo.hint')}
            type="email"
            value={view.copyTo}
            errors={errors}
            optional
          />
          <Notice visit={visit} />
          <div class="actions">
            <Button
              look="primary"
              text={t(isWaiting(event) ? 'register.submit.waiting' : 'register.submit', {
                count: people.length,
              })}
            />
          </div>
        </Form>
      </div>
    </Document>
  );
}

function Notice({ visit }: { visit: Visit }) {
  const { t, site } = visit;
  return (
    <section class="notice" aria-labelledby="notice">
      <h2 class="kern-heading-small" id="notice">
        {t('register.notice')}
      </h2>
      <p class="kern-body">
        {t('register.notice.text', { association: site.shortName })}{' '}
        <a class="text-link" href="/privacy">
          {t('register.notice.more')}
        </a>
      </p>
    </section>
  );
}

/** "Last name", or "Person 2, last name" where there are several people. */
function labelOf({ t }: Visit, name: string, count: number): string {
  if (name === 'copyTo') return t('register.copyTo');
  for (let index = 0; index < count; index++) {
    const field = PERSON_FIELDS.find((field) => fieldName(index, field) === name);
    if (field)
      return count === 1 ? label(field) : t('register.field', { number: index + 1, field: label(field) });
  }
  return t('register.title');

  function label(field: PersonField): string {
    return t(`register.${field}`);
  }
}
