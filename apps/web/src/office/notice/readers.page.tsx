import type { Event } from '#event';
import { noticeWords, type Reader, type ReaderState, type Readers } from '#notice';
import { Badge, ButtonLink, Pagination, Table, type Tone, withQuery } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { inTable } from '../moment.js';
import { NoticeShell } from './notice-shell.js';
import { Phones } from './phones.js';

export type ReadersView = Readers & { event: Event; page: number };

const TONES: Record<ReaderState, Tone> = {
  undeliverable: 'danger',
  silent: 'warning',
  underway: 'info',
  read: 'success',
  withdrawn: 'info',
};

/** Who has read a notice; whoever has not, and can be called, comes first. */
export function ReadersPage({ visit, view }: { visit: OfficeVisit; view: ReadersView }) {
  const { t, language } = visit;
  const { event, notice, readers, counts, all, delivered, page, pages } = view;
  const href = `/office/events/${event.id}/notice/${notice.id}`;
  return (
    <NoticeShell visit={visit} event={event} title={t('notice.readers')} inside>
      <p class="kern-body">
        {noticeWords(notice, t).subject}, {inTable(notice.sentAt, language, event.timeZone)}
      </p>
      <p class="kern-body kern-body--large">
        {t('notice.progress', {
          delivered,
          all,
          read: counts.read,
          withdrawn: counts.withdrawn,
        })}
      </p>
      <div class="actions">
        <ButtonLink text={t('notice.refresh')} href={href} />
      </div>
      <p class="kern-body">{t('notice.readers.hint')}</p>
      <Table<Reader>
        caption={t('notice.readers')}
        rows={readers}
        keyOf={({ registrationId }) => registrationId}
        empty={t('notice.who.count', { count: 0 })}
        columns={[
          {
            title: t('office.name'),
            heading: true,
            cell: ({ registrationId, name }) => (
              <a class="text-link" href={`/office/registrations/${registrationId}`}>
                {name}
              </a>
            ),
          },
          {
            title: t('notice.state'),
            cell: ({ state }) => <Badge tone={TONES[state]}>{t(`notice.state.${state}`)}</Badge>,
          },
          {
            title: t('notice.call'),
            cell: ({ state, phones }) =>
              state === 'undeliverable' || state === 'silent' ? (
                <Phones visit={visit} phones={phones} />
              ) : (
                '–'
              ),
          },
          { title: t('report.email'), cell: ({ email }) => <span class="address">{email}</span> },
        ]}
      />
      <Pagination
        visit={visit}
        current={page}
        last={pages}
        href={(at) => withQuery(href, { page: at > 1 ? String(at) : undefined })}
      />
    </NoticeShell>
  );
}
