import type { MessageLine } from '#mail';
import { Badge, Table } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { inTable } from '../moment.js';
import { aboutOf, MESSAGE_TONES } from './message-words.js';

/** Messages, the newest first. */
export function MessagesTable({ visit, messages }: { visit: OfficeVisit; messages: MessageLine[] }) {
  const { t, language } = visit;
  return (
    <Table
      caption={t('office.messages')}
      rows={messages}
      keyOf={({ id }) => id}
      empty={t('office.messages.none')}
      columns={[
        {
          title: t('message.about'),
          heading: true,
          cell: (message) => (
            <a class="text-link" href={`/office/messages/${message.id}`}>
              {aboutOf(message, t)}
            </a>
          ),
        },
        {
          title: t('message.to'),
          cell: ({ toName, toAddress }) => (
            <>
              {toName !== toAddress && <span class="office-note">{toName}</span>}
              <span class="address">{toAddress}</span>
            </>
          ),
        },
        {
          title: t('report.status'),
          cell: ({ status }) => <Badge tone={MESSAGE_TONES[status]}>{t(`message.${status}`)}</Badge>,
        },
        { title: t('office.at'), cell: ({ sentAt, createdAt }) => inTable(sentAt ?? createdAt, language) },
      ]}
    />
  );
}
