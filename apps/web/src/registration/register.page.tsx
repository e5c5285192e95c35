import type { MessageKey } from '#language';
import { type WayIn, wayIn } from '../event/event-brief.js';
import { EventStrip } from '../event/event-strip.js';
import {
  Button,
  Document,
  ErrorSummary,
  Field,
  Form,
  langOf,
  Refused,
  SeatBar,
  Suggestions,
  type Visit,
} from '../view/index.js';
import { labelOf } from './field-label.js';
import { ORGANIZATIONS, PersonFields } from './person-fields.js';
import type { RegisterView } from './register-view.js';
import { Terms } from './terms.js';
import { Trap } from './trap.js';

const WORDS: Record<WayIn, { title: MessageKey; submit: MessageKey }> = {
  seat: { title: 'register.title', submit: 'register.submit' },
  waiting: { title: 'register.title', submit: 'register.submit.waiting' },
  request: { title: 'register.request', submit: 'register.submit.request' },
  late: { title: 'register.late', submit: 'register.submit.request' },
};

/** The form for one person or several; it comes back with everything typed and what is wrong. */
export function RegisterPage({ visit, view }: { visit: Visit; view: RegisterView }) {
  const { t } = visit;
  const { event, people, errors, refused } = view;
  const words = WORDS[wayIn(event)];
  const title = `${t(words.title)}${t('site.colon')} ${event.title.text}`;
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
          <h1 class="kern-heading-x-large">{t(words.title)}</h1>
          <EventStrip visit={visit} event={event} />
          {event.seats.map((seats) => (
            <SeatBar visit={visit} seats={seats} named={event.seats.length > 1} key={seats.attendance} />
          ))}
        </div>
        <Refused text={refused} />
        <ErrorSummary visit={visit} errors={errors} labelOf={(name) => labelOf(visit, view, name)} />
        <Terms visit={visit} event={event} />
        <Form action={`${event.href}/register`} hidden={{ submission: view.submission }}>
          {/* Enter presses a form's first button, and that must not be "remove". */}
          {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: out of the tab order, and in nobody's way */}
          <button class="kern-sr-only" type="submit" tabindex={-1} aria-hidden="true" />
          <p class="kern-body">{t('register.required')}</p>
          <Trap visit={visit} />
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
            <Button look="primary" text={t(words.submit, { count: people.length })} />
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
