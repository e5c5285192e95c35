import { pick } from '#language';
import type { EventRequests } from '#report';
import type { EventBrief } from '../../event/event-brief.js';
import { StatusBadge } from '../../event/status-badge.js';
import { When } from '../../event/when.js';
import {
  Alert,
  ButtonLink,
  FilterLinks,
  langOf,
  Pagination,
  SeatBar,
  Table,
  withQuery,
} from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { OfficePage } from '../office-page.js';
import { Board, type BoardView } from './board.js';

/** An event in the office's list. */
export interface EventLine {
  id: string;
  brief: EventBrief;
}

export interface EventsView {
  board: BoardView;
  /** What waits for the office's decision, at events on other pages too. */
  requests: EventRequests[];
  period: 'upcoming' | 'past';
  events: EventLine[];
  page: number;
  pages: number;
}

/** The office's first page: all events with their seats, and whether mail moves. */
export function EventsPage({ visit, view }: { visit: OfficeVisit; view: EventsView }) {
  const { t } = visit;
  const { board, requests, period, events, page, pages } = view;
  return (
    <OfficePage visit={visit} title={t('office.events')} room="events">
      <div class="page-head">
        <h1 class="kern-heading-x-large">{t('office.events')}</h1>
        <div class="actions">
          <ButtonLink icon="add" text={t('planning.new')} href="/office/events/new" />
        </div>
      </div>
      <Board visit={visit} view={board} />
      <Requests visit={visit} requests={requests} />
      <div class="programme-bar">
        <FilterLinks
          look="tabs"
          label={t('office.events.period')}
          links={(['upcoming', 'past'] as const).map((choice) => ({
            text: t(`office.events.${choice}`),
            href: hrefOf(choice),
            current: choice === period,
          }))}
        />
      </div>
      <Table
        caption={t('office.events')}
        rows={events}
        keyOf={({ id }) => id}
        empty={t(`office.events.${period}.none`)}
        columns={[
          { title: t('office.event'), heading: true, cell: (line) => <Title visit={visit} line={line} /> },
          { title: t('event.when'), cell: ({ brief }) => <When visit={visit} event={brief} /> },
          { title: t('office.seats'), cell: ({ brief }) => <SeatBars visit={visit} brief={brief} /> },
          { title: t('office.taken'), numeric: true, cell: ({ brief }) => sum(brief, 'taken') },
          { title: t('office.waiting'), numeric: true, cell: ({ brief }) => sum(brief, 'waiting') },
          { title: t('office.action'), cell: (line) => <Actions visit={visit} line={line} /> },
        ]}
      />
      <Pagination visit={visit} current={page} last={pages} href={(at) => hrefOf(period, at)} />
    </OfficePage>
  );
}

/** What the office has to decide, first of all and with the way there. */
function Requests({ visit, requests }: { visit: OfficeVisit; requests: readonly EventRequests[] }) {
  const { t, language } = visit;
  const all = requests.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return null;
  return (
    <section class="office-board" aria-label={t('desk.filter.requested')}>
      <Alert tone="warning" title={t('office.requests', { count: all })}>
        <ul class="kern-list kern-list--bullet">
          {requests.map(({ eventId, title, mainLanguage, count }) => (
            <li key={eventId}>
              <a class="text-link" href={withQuery(`/office/events/${eventId}`, { status: 'requested' })}>
                {t('office.requests.of', { title: pick(title, language, mainLanguage).text, count })}
              </a>
            </li>
          ))}
        </ul>
      </Alert>
    </section>
  );
}

/** One bar for each kind of seats; a dash where nobody counts them. */
export function SeatBars({ visit, brief }: { visit: OfficeVisit; brief: EventBrief }) {
  if (brief.seats.length === 0) return <>–</>;
  return (
    <>
      {brief.seats.map((seats) => (
        <SeatBar visit={visit} seats={seats} named={brief.seats.length > 1} key={seats.attendance} />
      ))}
    </>
  );
}

function Title({ visit, line: { id, brief } }: { visit: OfficeVisit; line: EventLine }) {
  return (
    <>
      <a class="text-link" href={`/office/events/${id}`} lang={langOf(brief.title, visit)}>
        {brief.title.text}
      </a>
      <span class="office-note">
        {visit.t(`kind.${brief.kind}`)} <StatusBadge visit={visit} status={brief.status} />
      </span>
    </>
  );
}

function Actions({ visit, line: { id, brief } }: { visit: OfficeVisit; line: EventLine }) {
  const { t } = visit;
  // Many links say the same; each says to whoever cannot see the row which event it means.
  const copy = t('planning.copy.of', { title: brief.title.text });
  return (
    <a class="text-link text-link--short" href={`/office/events/${id}/copy`} aria-label={copy}>
      {t('planning.copy')}
    </a>
  );
}

const sum = ({ seats }: EventBrief, what: 'taken' | 'waiting'): number | string =>
  seats.length > 0 ? seats.reduce((total, one) => total + one[what], 0) : '–';

const hrefOf = (period: EventsView['period'], page = 1): string =>
  withQuery('/office', {
    period: period === 'past' ? period : undefined,
    page: page > 1 ? String(page) : undefined,
  });
