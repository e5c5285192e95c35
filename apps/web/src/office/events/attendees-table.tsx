import { isActive } from '#registration';
import type { Attendee } from '#report';
import { StatusWord } from '../../registration/status-word.js';
import { Table } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { inTable } from '../moment.js';
import type { AttendeesView } from './attendees-view.js';

/** The people on one page of the list. */
export function AttendeesTable({ visit, view }: { visit: OfficeVisit; view: AttendeesView }) {
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
  if (!isActive(attendee.status)) return <>–</>;
  return (
    <a class="text-link" href={`/office/registrations/${attendee.id}/withdraw`}>
      {visit.t('office.withdraw')}
      <span class="kern-sr-only">
        : {attendee.firstName} {attendee.lastName}
      </span>
    </a>
  );
}
