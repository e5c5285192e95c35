import type { Event } from '#event';
import { Button, ButtonLink } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { OwnForm } from '../own-form.js';
import { eventCrumb } from '../registrations/registration-view.js';
import { type PlanFormView, TimeFields, TitleFields } from './plan-fields.js';
import { PlanShell } from './plan-shell.js';

export interface CopyView extends PlanFormView {
  event: Event;
}

/** Asks what is different about the copy: when it is, and perhaps how it is called. */
export function CopyPage({ visit, view }: { visit: OfficeVisit; view: CopyView }) {
  const { t } = visit;
  const { event } = view;
  const href = `/office/events/${event.id}`;
  return (
    <PlanShell visit={visit} title={t('planning.copy.title')} form={view} crumbs={[eventCrumb(visit, event)]}>
      <p class="kern-body">{t('planning.copy.text')}</p>
      <OwnForm visit={visit} action={`${href}/copy`}>
        <TimeFields visit={visit} form={view} />
        <TitleFields visit={visit} form={view} main={event.mainLanguage} />
        <div class="actions">
          <Button look="primary" text={t('planning.new.submit')} />
          <ButtonLink text={t('office.back')} href={href} />
        </div>
      </OwnForm>
    </PlanShell>
  );
}
