import { Button, ButtonLink } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { OwnForm } from '../own-form.js';
import {
  AccessFields,
  KindField,
  type PlanFormView,
  SeatFields,
  TimeFields,
  TitleFields,
} from './plan-fields.js';
import { PlanShell } from './plan-shell.js';

/** The form for an event from scratch. */
export function NewEventPage({ visit, view }: { visit: OfficeVisit; view: PlanFormView }) {
  const { t } = visit;
  return (
    <PlanShell visit={visit} title={t('planning.new')} form={view}>
      <OwnForm visit={visit} action="/office/events/new">
        <KindField visit={visit} form={view} />
        <TitleFields visit={visit} form={view} main="de" />
        <TimeFields visit={visit} form={view} />
        <AccessFields visit={visit} form={view} />
        <SeatFields visit={visit} form={view} />
        <div class="actions">
          <Button look="primary" text={t('planning.new.submit')} />
          <ButtonLink text={t('office.back')} href="/office" />
        </div>
      </OwnForm>
    </PlanShell>
  );
}
