import type { Comer } from '#invitation';
import { AllDates } from '../event/all-dates.js';
import { EventFacts } from '../event/event-facts.js';
import { Alert, ButtonLink, DescriptionList, Document, Fact, langOf, type Visit } from '../view/index.js';
import type { InvitationView } from './invitation-view.js';
import { ReplyForms } from './reply-forms.js';

/** An invitation: what to, whom, what was replied, and the ways to reply or to change one's mind. */
export function InvitationPage({ visit, view }: { visit: Visit; view: InvitationView }) {
  const { t } = visit;
  const { event, reply } = view;
  const wrong = reply && (Object.keys(reply.coming.errors).length > 0 || reply.coming.refused);
  const title = `${t('invitation.title')}${t('site.colon')} ${event.title.text}`;
  return (
    <Document visit={visit} title={wrong ? t('site.errors.title', { title }) : title} personal>
      <div class="page-head">
        <p class="event-kind">{t('invitation.title')}</p>
        <h1 class="kern-heading-x-large" lang={langOf(event.title, visit)}>
          {event.title.text}
        </h1>
      </div>
      <Standing visit={visit} view={view} />
      <div class="event-layout">
        <section class="event-layout__facts" aria-labelledby="event">
          <h2 class="kern-heading-medium" id="event">
            {t('event.facts')}
          </h2>
          <EventFacts visit={visit} event={event} />
          <div class="actions">
            <ButtonLink text={t('outcome.toEvent')} look="tertiary" href={event.href} />
          </div>
        </section>
        <section class="event-layout__card" aria-labelledby="person">
          <h2 class="kern-heading-small" id="person">
            {t('invitation.person')}
          </h2>
          <Person visit={visit} view={view} />
        </section>
        <div class="event-layout__text stack">
          <AllDates visit={visit} event={event} />
          {reply && (
            <section aria-labelledby="reply">
              <h2 class="kern-heading-medium" id="reply">
                {t(view.answer ? 'invitation.change' : 'invitation.reply')}
              </h2>
              <ReplyForms visit={visit} view={reply} />
            </section>
          )}
        </div>
      </div>
    </Document>
  );
}

interface PartProps {
  visit: Visit;
  view: InvitationView;
}

function Person({ visit, view: { name, memberName, comers, word, substitute } }: PartProps) {
  const { t } = visit;
  return (
    <DescriptionList stacked>
      <Fact term={t('invitation.for')}>
        {name}
        {memberName && (
          <>
            <br />
            {memberName}
          </>
        )}
      </Fact>
      {comers.length > 0 && (
        <Fact term={t('invitation.comers')}>
          <ul class="kern-list">
            {comers.map((comer) => (
              <li key={comer.registrationId}>
                {comer.name}
                {comer.waits && ` (${waitOf(visit, comer)})`}
              </li>
            ))}
          </ul>
        </Fact>
      )}
      {substitute && (
        <Fact term={t('invitation.substitute')}>
          {substitute.name}
          <br />
          {substitute.email}
        </Fact>
      )}
      {word && <Fact term={t('invitation.word')}>{word}</Fact>}
    </DescriptionList>
  );
}

const waitOf = ({ t }: Visit, { position }: Comer): string =>
  position === undefined ? t('status.waitlisted') : t('status.waitlisted.at', { position });

function Standing({ visit, view }: PartProps) {
  const { t } = visit;
  const { answer, comers, reply, done, event } = view;
  if (event.status === 'cancelled') return <Alert tone="danger" title={t('registration.event.cancelled')} />;
  const seated = comers.some(({ waits }) => !waits);
  const said = seated ? 'coming' : comers.length > 0 ? 'waiting' : answer === 'coming' ? 'withdrawn' : answer;
  // Only a seat is good news.
  const tone = said === 'waiting' ? 'warning' : done ? 'success' : 'info';
  return (
    <div class="stack">
      {said && (
        <Alert tone={tone} title={t(`invitation.said.${said}`, { position: foremost(comers) })}>
          {done && (said === 'coming' || said === 'waiting') && (
            <p class="kern-body">{t(`invitation.said.${said}.text`)}</p>
          )}
          {reply && !done && <p class="kern-body">{t('invitation.said.changeable')}</p>}
        </Alert>
      )}
      {!reply && <Alert tone="warning" title={t('error.invitation.over')} />}
    </div>
  );
}

/** The best place in the line; 0 where nobody waits. */
const foremost = (comers: readonly Comer[]): number =>
  comers.reduce((best, { position = 0 }) => (best > 0 ? Math.min(best, position || best) : position), 0);
