import type { Attendance, Event } from '#event';
import { Alert, Button, ButtonLink } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { OfficePage } from '../office-page.js';
import { OwnForm } from '../own-form.js';
import { eventCrumb } from '../registrations/registration-view.js';
import { seatsHref } from './seats-view.js';
import type { Typed } from './typed.js';

/** A way of attending that would have fewer seats than are taken. */
export interface Shrinking {
  attendance: Attendance;
  taken: number;
  capacity: number;
}

export interface ShrinkView {
  event: Event;
  typed: Typed;
  shrinking: Shrinking[];
}

/** Says what fewer seats than registered people mean, and asks whether that is meant. */
export function ShrinkPage({ visit, view }: { visit: OfficeVisit; view: ShrinkView }) {
  const { t } = visit;
  const { event, typed, shrinking } = view;
  const href = seatsHref(event.id);
  const title = t('rules.shrink.title');
  return (
    <OfficePage
      visit={visit}
      title={title}
      room="events"
      crumbs={[
        { text: t('office.events'), href: '/office' },
        eventCrumb(visit, event),
        { text: t('rules.title'), href },
      ]}
    >
      <div class="narrow stack">
        <div class="page-head">
          <h1 class="kern-heading-x-large">{title}</h1>
        </div>
        {shrinking.map(({ attendance, taken, capacity }) => (
          <Alert tone="warning" title={t(`planning.seats.${attendance}`)} key={attendance}>
            <p class="kern-body">{t('rules.shrink.text', { taken, capacity })}</p>
          </Alert>
        ))}
        <OwnForm visit={visit} action={href} hidden={{ ...typed, confirmed: 'yes' }}>
          <div class="actions">
            <Button look="primary" text={t('rules.shrink.confirm')} turbo={false} />
            <ButtonLink text={t('office.back')} href={href} />
          </div>
        </OwnForm>
      </div>
    </OfficePage>
  );
}
