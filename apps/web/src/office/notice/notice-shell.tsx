import type { ComponentChildren } from 'preact';
import type { Event } from '#event';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { OfficePage } from '../office-page.js';
import { eventCrumb } from '../registrations/registration-view.js';

export interface NoticeShellProps {
  visit: OfficeVisit;
  event: Event;
  title: string;
  /** Said by the browser instead of the heading. */
  wrong?: string;
  /** Whether the page lies behind the one where one begins. */
  inside?: boolean;
  children: ComponentChildren;
}

/** The shell of the pages about a change at short notice. */
export function NoticeShell({ visit, event, title, wrong, inside, children }: NoticeShellProps) {
  const { t } = visit;
  const crumb = eventCrumb(visit, event);
  const first = { text: t('notice.title'), href: `${crumb.href}/notice` };
  return (
    <OfficePage
      visit={visit}
      title={wrong ?? title}
      room="events"
      crumbs={[{ text: t('office.events'), href: '/office' }, crumb, ...(inside ? [first] : [])]}
    >
      <div class="narrow stack">
        <div class="page-head">
          <p class="event-kind" lang={crumb.lang}>
            {crumb.text}
          </p>
          <h1 class="kern-heading-x-large">{title}</h1>
        </div>
        {children}
      </div>
    </OfficePage>
  );
}
