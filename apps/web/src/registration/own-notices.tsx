import { moment } from '#language';
import { noticeWords, type OwnNotice } from '#notice';
import { Badge, type Visit } from '../view/index.js';
import type { RegistrationView } from './registration-view.js';

interface PartProps {
  visit: Visit;
  view: RegistrationView;
}

/** What this person was told of changes, to be read again; nothing where nothing has changed. */
export function OwnNotices({ visit, view }: PartProps) {
  const { notices } = view;
  if (notices.length === 0) return null;
  return (
    <section aria-labelledby="notices">
      <h2 class="kern-heading-medium" id="notices">
        {visit.t('notice.page.list')}
      </h2>
      <ul class="kern-list kern-list--bullet">
        {notices.map((own) => (
          <li key={own.notice.id}>
            <NoticeLine visit={visit} view={view} own={own} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function NoticeLine({ visit, view, own: { notice, readAt } }: PartProps & { own: OwnNotice }) {
  const { t, language } = visit;
  const sent = moment(notice.sentAt.toZonedDateTimeISO(view.timeZone), language);
  return (
    <>
      <a class="text-link" href={`${view.href}/notices/${notice.id}`}>
        {noticeWords(notice, t).subject}
      </a>
      , {t('notice.page.sent', { moment: sent })}{' '}
      <Badge tone={readAt ? 'success' : 'warning'}>
        {t(readAt ? 'notice.state.read' : 'notice.page.unread')}
      </Badge>
    </>
  );
}
