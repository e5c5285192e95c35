import type { RegistrationStatus } from '#registration';
import type { Attendee, AttendeeFilter, AttendeePage } from '#report';
import type { EventBrief } from '../../event/event-brief.js';
import { StatusBadge } from '../../event/status-badge.js';
import { When } from '../../event/when.js';
import { StatusWord } from '../../registration/status-word.js';
import {
  Button,
  ButtonLink,
  Field,
  FilterLinks,
  Form,
  langOf,
  Pagination,
  Table,
  withQuery,
} from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { inTable } from '../moment.js';
import { OfficePage } from '../office-page.js';
import { mayWithdraw } from '../registrations/withdrawable.js';
import { SeatBars } from './events.page.js';

/** In the order in which the office asks for them. */
const STATUSES: readonly RegistrationStatus[] = [
  'confirmed',
  'waitlisted',
  'offered',
  'requested',
  'unverified',
  'cancelled',
  'declined',
  'expired',
];

export interface AttendeesView {
  /** The page's own address. */
  href: string;
  brief: EventBrief;
  timeZone: string;
  filter: AttendeeFilter;
  list: AttendeePage;
  page: number;
}

interface PartProps {
  visit: OfficeVisit;
  view: AttendeesView;
}

/** Who comes to an event: search, filter, pages, and the list as a file. */
export function AttendeesPage({ visit, view }: PartProps) {
  const { t } = visit;
  const { brief, list, page } = view;
  return (
    <OfficePage
      visit={visit}
      title={brief.title.text}
      room="events"
      crumbs={[{ text: t('office.events'), href: '/office' }]}
    >
      <Head visit={visit} brief={brief} />
      <section class="office-list" aria-labelledby="attendees">
        <h2 class="kern-heading-medium" id="attendees">
          {t('office.attendees')}
        </h2>
        <Search visit={visit} view={view} />
        <Filters visit={visit} view={view} />
        <Attendees visit={visit} view={view} />
        <Pagination
          visit={visit}
          current={page}
          last={list.pages}
          href={(at) => hrefOf(view, { page: at > 1 ? String(at) : undefined })}
        />
        <Files visit={visit} view={view} />
      </section>
    </OfficePage>
  );
}

function Head({ visit, brief }: { visit: OfficeVisit; brief: EventBrief }) {
  const { t } = visit;
  return (
    <div class="page-head">
      <p class="event-kind">
        {t(`kind.${brief.kind}`)} <StatusBadge visit={visit} status={brief.status} />
      </p>
      <h1 class="kern-heading-x-large" lang={langOf(brief.title, visit)}>
        {brief.title.text}
      </h1>
      <p class="kern-body">
        <When visit={visit} event={brief} />
      </p>
      <SeatBars visit={visit} brief={brief} />
      {brief.status !== 'draft' && (
        <p class="kern-body">
          <a class="text-link" href={brief.href}>
            {t('office.event.public')}
          </a>
        </p>
      )}
    </div>
  );
}

function Search({ visit, view: { href, filter } }: PartProps) {
  const { t } = visit;
  return (
    <search>
      <Form method="get" action={href} hidden={filter.status && { status: filter.status }} isRow>
        <Field
          visit={visit}
          name="search"
          label={t('office.attendees.search')}
          type="search"
          value={filter.search ?? ''}
          optional
        />
        <Button icon="search" text={t('office.attendees.search.submit')} />
      </Form>
    </search>
  );
}

function Filters({ visit, view }: PartProps) {
  const { t } = visit;
  const { filter, list } = view;
  const all = Object.values(list.counts).reduce((sum, count) => sum + count, 0);
  // A status that nobody has is no choice, unless it was chosen.
  const choices = STATUSES.filter((status) => list.counts[status] || status === filter.status);
  return (
    <FilterLinks
      label={t('office.attendees.filter')}
      links={[
        {
          text: t('office.attendees.all', { count: all }),
          href: hrefOf(view, { status: undefined }),
          current: !filter.status,
        },
        ...choices.map((status) => ({
          text: t('office.attendees.status', {
            status: t(`status.${status}`),
            count: list.counts[status] ?? 0,
          }),
          href: hrefOf(view, { status }),
          current: status === filter.status,
        })),
      ]}
    />
  );
}

function Attendees({ visit, view }: PartProps) {
  const { t, language } = visit;
  const { brief, list, filter, timeZone } = view;
  const nothing = filter.search || filter.status ? 'office.attendees.notFound' : 'office.attendees.none';
  return (
    <Table<Attendee>
      caption={t('office.attendees')}
      rows={list.attendees}
      keyOf={({ id }) => id}
      empty={t(nothing)}
      columns={[
        {
          title: t('office.name'),
          heading: true,
          cell: (attendee) => (
            <a class="text-link" href={`/office/registrations/${attendee.id}`}>
              {attendee.lastName}, {attendee.firstName}
            </a>
          ),
        },
        { title: t('report.organization'), cell: ({ organization }) => organization ?? '–' },
        { title: t('report.email'), cell: ({ email }) => <span class="address">{email}</span> },
        ...(brief.format === 'hybrid'
          ? [{ title: t('report.attendance'), cell: ({ attendance }: Attendee) => t(`format.${attendance}`) }]
          : []),
        {
          title: t('report.status'),
          cell: ({ status, position }) => (
            <StatusWord visit={visit} status={status} position={position ?? undefined} />
          ),
        },
        { title: t('report.createdAt'), cell: ({ createdAt }) => inTable(createdAt, language, timeZone) },
        { title: t('office.action'), cell: (attendee) => <Withdrawal visit={visit} attendee={attendee} /> },
      ]}
    />
  );
}

function Withdrawal({ visit, attendee }: { visit: OfficeVisit; attendee: Attendee }) {
  if (!mayWithdraw(attendee.status)) return <>–</>;
  return (
    <a class="text-link" href={`/office/registrations/${attendee.id}/withdraw`}>
      {visit.t('office.withdraw')}
      <span class="kern-sr-only">
        : {attendee.firstName} {attendee.lastName}
      </span>
    </a>
  );
}

function Files({ visit, view }: PartProps) {
  const { t } = visit;
  if (view.list.total === 0) return null;
  const file = (dialect: string) =>
    withQuery(`${view.href}/attendees.csv`, { ...view.filter, dialect, lang: visit.language });
  return (
    <div class="actions">
      <ButtonLink download icon="download" text={t('office.attendees.excel')} href={file('excel')} />
      <ButtonLink
        download
        icon="download"
        look="tertiary"
        text={t('office.attendees.csv')}
        href={file('plain')}
      />
    </div>
  );
}

const hrefOf = ({ href, filter }: AttendeesView, changes: { status?: string; page?: string }): string =>
  withQuery(href, { ...filter, ...changes });
