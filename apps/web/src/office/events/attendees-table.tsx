import { isActive } from '#registration';
import type { Attendee } from '#report';
import { StatusWord } from '../../registration/status-word.js';
import { Badge, Table } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { inTable } from '../moment.js';
import { OwnForm } from '../own-form.js';
import type { AttendeesView } from './attendees-view.js';

interface PartProps {
  visit: OfficeVisit;
  view: AttendeesView;
}

type RowProps = PartProps & { attendee: Attendee };

/** The people on one page of the list. */
export function AttendeesTable({ visit, view }: PartProps) {
  const { t, language } = visit;
  const { brief, list, filter, timeZone } = view;
  const isNarrowed = filter.search || filter.status || filter.mark;
  return (
    <Table<Attendee>
      caption={t('office.attendees')}
      rows={list.attendees}
      keyOf={({ id }) => id}
      empty={t(isNarrowed ? 'office.attendees.notFound' : 'office.attendees.none')}
      columns={[
        {
          title: t('office.name'),
          heading: true,
          cell: (attendee) => <Name visit={visit} view={view} attendee={attendee} />,
        },
        { title: t('report.organization'), cell: ({ organization }) => organization ?? '–' },
        { title: t('report.email'), cell: ({ email }) => <span class="address">{email}</span> },
        ...(brief.format === 'hybrid'
          ? [{ title: t('report.attendance'), cell: ({ attendance }: Attendee) => t(`format.${attendance}`) }]
          : []),
        {
          title: t('report.status'),
          cell: (attendee) => <Standing visit={visit} view={view} attendee={attendee} />,
        },
        { title: t('report.createdAt'), cell: ({ createdAt }) => inTable(createdAt, language, timeZone) },
        {
          title: t('office.action'),
          cell: (attendee) => <Actions visit={visit} view={view} attendee={attendee} />,
        },
      ]}
    />
  );
}

function Name({ visit: { t }, view: { doubles }, attendee }: RowProps) {
  const { id, named, firstName, lastName, maybeDouble, memberHasLeft } = attendee;
  return (
    <>
      <a class="text-link" href={`/office/registrations/${id}`}>
        {named ? `${lastName}, ${firstName}` : t('desk.unnamed')}
      </a>
      {maybeDouble && (
        <span class="office-note">
          <Badge tone="warning">{t('desk.mark.double')}</Badge>
        </span>
      )}
      {(doubles.get(id) ?? []).map(({ registrationId, name, email }) => (
        <span class="office-note address" key={registrationId}>
          {name},{' '}
          <a class="text-link" href={`/office/registrations/${registrationId}`}>
            {email}
          </a>
        </span>
      ))}
      {memberHasLeft && (
        <span class="office-note">
          <Badge tone="info">{t('desk.mark.left')}</Badge>
        </span>
      )}
    </>
  );
}

function Standing({ visit, view: { timeZone }, attendee }: RowProps) {
  const { status, position, expiresAt } = attendee;
  return (
    <>
      <StatusWord visit={visit} status={status} position={position ?? undefined} />
      {expiresAt && isActive(status) && (
        <span class="office-note">
          {visit.t('desk.until', { moment: inTable(expiresAt, visit.language, timeZone) })}
        </span>
      )}
    </>
  );
}

function Actions({ visit, view, attendee }: RowProps) {
  const { t } = visit;
  const { id, status, named, firstName, lastName } = attendee;
  if (!isActive(status)) return <>–</>;
  // Many buttons and links say the same; each says to whoever cannot see the row whom it means.
  const name = named ? `${firstName} ${lastName}` : t('desk.unnamed');
  const href = `/office/registrations/${id}`;
  if (status !== 'requested') {
    return (
      <a class="text-link text-link--short" href={`${href}/withdraw`}>
        {t('office.withdraw')}
        <span class="kern-sr-only">: {name}</span>
      </a>
    );
  }
  return (
    <OwnForm
      visit={visit}
      action={`${href}/approve`}
      hidden={{ mail: '1', back: view.filter.status === 'requested' ? 'requests' : 'list' }}
    >
      <button class="kern-btn kern-btn--secondary" type="submit" aria-label={`${t('desk.approve')}: ${name}`}>
        <span class="kern-label text-link--short">{t('desk.approve')}</span>
      </button>
      <a
        class="text-link text-link--short"
        href={`${href}/decline`}
        aria-label={`${t('desk.decline')}: ${name}`}
      >
        {t('desk.decline')}
      </a>
    </OwnForm>
  );
}
