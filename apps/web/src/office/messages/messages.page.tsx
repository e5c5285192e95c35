import { MESSAGE_STATUSES, type MessagePage, type MessageStatus } from '#mail';
import { ButtonLink, FilterLinks, withQuery } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { OfficePage } from '../office-page.js';
import { MessagesTable } from './messages-table.js';

export interface MessagesView {
  status?: MessageStatus;
  counts: Record<MessageStatus, number>;
  list: MessagePage;
  /** This is not the first page. */
  older: boolean;
}

/** Everything that was mailed or waits to be. */
export function MessagesPage({ visit, view }: { visit: OfficeVisit; view: MessagesView }) {
  const { t } = visit;
  const { status, counts, list, older } = view;
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <OfficePage visit={visit} title={t('office.messages')} room="messages">
      <div class="page-head">
        <h1 class="kern-heading-x-large">{t('office.messages')}</h1>
      </div>
      <div class="programme-bar">
        <FilterLinks
          label={t('office.messages.filter')}
          links={[
            { text: t('office.attendees.all', { count: all }), href: hrefOf({}), current: !status },
            ...MESSAGE_STATUSES.filter((choice) => counts[choice] > 0 || choice === status).map((choice) => ({
              text: t('office.attendees.status', { status: t(`message.${choice}`), count: counts[choice] }),
              href: hrefOf({ status: choice }),
              current: choice === status,
            })),
          ]}
        />
      </div>
      <MessagesTable visit={visit} messages={list.items} />
      <div class="actions">
        {older && (
          <ButtonLink
            look="tertiary"
            icon="chevron-left"
            text={t('office.messages.newest')}
            href={hrefOf({ status })}
          />
        )}
        {list.nextCursor && (
          <ButtonLink
            icon="chevron-right"
            text={t('office.messages.older')}
            href={hrefOf({ status, before: list.nextCursor })}
          />
        )}
      </div>
    </OfficePage>
  );
}

const hrefOf = (query: { status?: MessageStatus; before?: string }): string =>
  withQuery('/office/messages', query);
