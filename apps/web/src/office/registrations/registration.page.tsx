import type { Event } from '#event';
import { pick } from '#language';
import type { MessageLine } from '#mail';
import { isActive, type RegistrationView } from '#registration';
import type { HistoryLine } from '#report';
import { StatusWord } from '../../registration/status-word.js';
import { ButtonLink, DescriptionList, Fact, langOf, Table } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { MessagesTable } from '../messages/messages-table.js';
import { inTable } from '../moment.js';
import { OfficePage } from '../office-page.js';

export interface RegistrationPageView extends RegistrationView {
  history: HistoryLine[];
  messages: MessageLine[];
}

interface PartProps {
  visit: OfficeVisit;
  view: RegistrationPageView;
}

/** All the office knows of one registration: the person, what happened, what was mailed. */
export function RegistrationPage({ visit, view }: PartProps) {
  const { t } = visit;
  const { registration, event } = view;
  return (
    <OfficePage
      visit={visit}
      title={nameOf(view)}
      room="events"
      crumbs={[{ text: t('office.events'), href: '/office' }, eventCrumb(visit, event)]}
    >
      <div class="page-head">
        <p class="event-kind">{t('office.registration')}</p>
        <h1 class="kern-heading-x-large">{nameOf(view)}</h1>
      </div>
      <Person visit={visit} view={view} />
      {isActive(registration.status) && (
        <div class="actions">
          <ButtonLink
            text={t('office.withdraw')}
            href={`/office/registrations/${registration.id}/withdraw`}
          />
        </div>
      )}
      <section class="programme-group" aria-labelledby="history">
        <h2 class="kern-heading-medium" id="history">
          {t('office.history')}
        </h2>
        <History visit={visit} view={view} />
      </section>
      <section class="programme-group" aria-labelledby="messages">
        <h2 class="kern-heading-medium" id="messages">
          {t('office.messages')}
        </h2>
        <MessagesTable visit={visit} messages={view.messages} />
      </section>
    </OfficePage>
  );
}

/** The way back to an event's list. */
export function eventCrumb(visit: OfficeVisit, event: Event) {
  const title = pick(event.title, visit.language, event.mainLanguage);
  return { text: title.text, href: `/office/events/${event.id}`, lang: langOf(title, visit) };
}

export const nameOf = ({ registration }: Pick<RegistrationView, 'registration'>): string =>
  `${registration.firstName} ${registration.lastName}`;

function Person({ visit, view: { registration, event, position } }: PartProps) {
  const { t, language } = visit;
  const title = pick(event.title, language, event.mainLanguage);
  return (
    <DescriptionList>
      <Fact term={t('office.event')}>
        <a class="text-link" href={`/office/events/${event.id}`} lang={langOf(title, visit)}>
          {title.text}
        </a>
      </Fact>
      <Fact term={t('report.status')}>
        <StatusWord visit={visit} status={registration.status} position={position} />
      </Fact>
      <Fact term={t('report.reference')}>
        <strong class="reference">{registration.reference}</strong>
      </Fact>
      <Fact term={t('report.organization')}>{registration.organization ?? '–'}</Fact>
      <Fact term={t('report.email')}>
        <a class="text-link" href={`mailto:${registration.email}`}>
          {registration.email}
        </a>
      </Fact>
      {registration.copyTo && <Fact term={t('report.copyTo')}>{registration.copyTo}</Fact>}
      <Fact term={t('report.attendance')}>{t(`format.${registration.attendance}`)}</Fact>
      <Fact term={t('report.language')}>{t(`language.${registration.language}`)}</Fact>
      <Fact term={t('report.createdAt')}>{inTable(registration.createdAt, language, event.timeZone)}</Fact>
    </DescriptionList>
  );
}

function History({ visit, view: { history, event } }: PartProps) {
  const { t, language } = visit;
  const who = ({ by, name }: HistoryLine) =>
    by === 'office' ? (name ?? t('office.by.office')) : t(`office.by.${by}`);
  return (
    <Table
      caption={t('office.history')}
      rows={history}
      keyOf={({ id }) => id}
      empty={t('office.history.none')}
      columns={[
        { title: t('office.at'), heading: true, cell: ({ at }) => inTable(at, language, event.timeZone) },
        {
          title: t('office.change'),
          cell: ({ from, to }) =>
            from ? `${t(`status.${from}`)} → ${t(`status.${to}`)}` : t(`status.${to}`),
        },
        { title: t('office.by'), cell: who },
        { title: t('office.reason'), cell: ({ reason }) => reason ?? '–' },
      ]}
    />
  );
}
