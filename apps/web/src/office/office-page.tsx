import type { ComponentChildren } from 'preact';
import { Alert, type Crumb, Document } from '../view/index.js';
import type { OfficeVisit } from './door/office-visits.service.js';
import { OfficeBar, type Room } from './office-bar.js';

export interface OfficePageProps {
  visit: OfficeVisit;
  title: string;
  room?: Room;
  crumbs?: Crumb[];
  children: ComponentChildren;
}

/** The shell of every page behind the door: who is here, the rooms, what was just done. */
export function OfficePage({ visit, title, room, crumbs, children }: OfficePageProps) {
  return (
    <Document
      visit={visit}
      title={`${title} – ${visit.t('office.title')}`}
      crumbs={crumbs}
      bar={<OfficeBar visit={visit} room={room} />}
      personal
    >
      {visit.heldMails !== undefined && <MailHeld visit={visit} count={visit.heldMails} />}
      {visit.notice && (
        <div class="office-notice" role="status">
          <Alert tone="success" title={visit.notice} />
        </div>
      )}
      {children}
    </Document>
  );
}

/** Without a mail server nothing goes out, and no page of the office lets that be forgotten. */
function MailHeld({ visit, count }: { visit: OfficeVisit; count: number }) {
  const { t } = visit;
  return (
    <div class="office-notice">
      <Alert tone="danger" title={t('office.mailHeld')}>
        <p class="kern-body">
          {t('office.mailHeld.count', { count })}{' '}
          <a class="text-link" href="/office/messages">
            {t('office.board.look')}
          </a>
        </p>
      </Alert>
    </div>
  );
}
