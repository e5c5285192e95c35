import type { InvitationLine } from '#invitation';
import { Table } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { inTable } from '../moment.js';
import type { InvitationsView } from './invitations-view.js';
import { StateWord } from './state-word.js';

/** The invited, line by line. */
export function InvitationsTable({ visit, view }: { visit: OfficeVisit; view: InvitationsView }) {
  const { t, language } = visit;
  const { lines, timeZone, filter } = view;
  return (
    <Table<InvitationLine>
      caption={t('office.invitations')}
      rows={lines}
      keyOf={({ id }) => id}
      empty={t(filter.state || filter.memberId ? 'office.invitations.notFound' : 'office.invitations.none')}
      columns={[
        {
          title: t('office.name'),
          heading: true,
          cell: (line) => (
            <>
              <a class="text-link" href={`/office/invitations/${line.id}`}>
                {line.firstName} {line.lastName}
              </a>
              {line.principal && (
                <span class="office-note">{t('office.invitations.for', { name: line.principal })}</span>
              )}
            </>
          ),
        },
        { title: t('office.invitations.member'), cell: ({ memberName }) => memberName ?? '–' },
        { title: t('report.email'), cell: ({ email }) => <span class="address">{email}</span> },
        {
          title: t('report.status'),
          cell: (line) => (
            <>
              <StateWord visit={visit} cell={line} />
              {line.names.length > 0 && <span class="office-note">{line.names.join(', ')}</span>}
              {line.word && (
                <span class="office-note">
                  <q>{line.word}</q>
                </span>
              )}
            </>
          ),
        },
        {
          title: t('office.invitations.mailed'),
          cell: ({ mailedAt, reminders }) => (
            <>
              {inTable(mailedAt, language, timeZone)}
              {reminders > 0 && (
                <span class="office-note">{t('office.invitations.reminders', { count: reminders })}</span>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
