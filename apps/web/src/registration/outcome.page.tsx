import { type MessageKey, moment } from '#language';
import { EventStrip } from '../event/event-strip.js';
import {
  Alert,
  ButtonLink,
  Document,
  ErrorSummary,
  type FieldErrors,
  Icon,
  langOf,
  type Visit,
} from '../view/index.js';
import { AddressCorrection, correctionField } from './address-correction.js';
import type { OutcomePerson, OutcomeView } from './outcome-view.js';
import { statusTone } from './status.js';
import { StatusWord } from './status-word.js';

/** What came of the form: everyone's status, where the mails went, and what happens next. */
export function OutcomePage({ visit, view }: { visit: Visit; view: OutcomeView }) {
  const { t } = visit;
  const { event, people, copyTo, confirmUntil, waiting, isFair } = view;
  const errors = correctionErrors(people);
  const status = commonStatus(people);
  const title = headline(visit, people);
  return (
    <Document
      visit={visit}
      title={Object.keys(errors).length > 0 ? t('site.errors.title', { title }) : title}
      crumbs={[
        { text: t('site.programme'), href: '/' },
        { text: event.title.text, href: event.href, lang: langOf(event.title, visit) },
      ]}
      personal
    >
      <div class="narrow stack">
        <ErrorSummary visit={visit} errors={errors} labelOf={() => t('register.email')} />
        <Alert tone={status ? statusTone[status] : 'info'} title={title} isHeading>
          {(status === 'requested' || status === 'unverified') && (
            <p class="kern-body">{t(`outcome.${status}.text`)}</p>
          )}
          {waiting.map((reason) => (
            <p class="kern-body" key={reason}>
              {reason}
            </p>
          ))}
          {isFair && <p class="kern-body">{t('line.fair')}</p>}
          {confirmUntil && people.some((person) => person.status === 'unverified') && (
            <p class="kern-body">
              {t('outcome.unverified.until', { moment: moment(confirmUntil, visit.language) })}
            </p>
          )}
        </Alert>
        <EventStrip visit={visit} event={event} />
        <section aria-labelledby="people">
          <h2 class="kern-heading-medium" id="people">
            {t('outcome.people')}
          </h2>
          <ul class="outcomes">
            {people.map((person, index) => (
              <li class="outcome" key={`${person.name} ${person.email}`}>
                <Person visit={visit} person={person} index={index} />
              </li>
            ))}
          </ul>
          {copyTo && <p class="kern-body">{t('outcome.copied', { email: copyTo })}</p>}
        </section>
        <section aria-labelledby="next">
          <h2 class="kern-heading-medium" id="next">
            {t('outcome.next')}
          </h2>
          <p class="kern-body">{t(nextOf(people))}</p>
          <div class="actions">
            <ButtonLink text={t('outcome.toEvent')} href={event.href} />
            <ButtonLink text={t('site.toProgramme')} look="tertiary" href="/" />
          </div>
        </section>
      </div>
    </Document>
  );
}

/** The result in a sentence: of one person, of all alike, or that it differs. */
function headline({ t }: Visit, people: OutcomePerson[]): string {
  const status = commonStatus(people);
  if (!status) return t('outcome.mixed');
  const count = people.length;
  return status === 'confirmed' && count > 1
    ? t('outcome.confirmed.many', { count })
    : t(`outcome.${status}`);
}

function nextOf(people: OutcomePerson[]): MessageKey {
  if (people.length > 1) return 'outcome.next.many';
  return commonStatus(people) === 'confirmed' ? 'outcome.next.mail' : 'outcome.next.link';
}

function commonStatus([first, ...others]: OutcomePerson[]): OutcomePerson['status'] | undefined {
  return others.every(({ status }) => status === first?.status) ? first?.status : undefined;
}

function Person({ visit, person, index }: { visit: Visit; person: OutcomePerson; index: number }) {
  const { t } = visit;
  const { name, email, status, position, correction } = person;
  return (
    <>
      <div class="outcome__head">
        <h3 class="kern-title">{name}</h3>
        <StatusWord visit={visit} status={status} position={position} />
      </div>
      <p class="kern-body">{t('outcome.mailed', { email })}</p>
      {correction?.done && (
        <p class="kern-body confirmation">
          <Icon name="success" />
          {t('outcome.corrected')}
        </p>
      )}
      {correction && <AddressCorrection visit={visit} name={name} index={index} correction={correction} />}
    </>
  );
}

const correctionErrors = (people: OutcomePerson[]): FieldErrors =>
  Object.fromEntries(
    people.flatMap(({ correction }, index) =>
      correction?.error ? [[correctionField(index), correction.error]] : [],
    ),
  );
