import { SETUP_STEPS, type SetupStep } from '#association';
import { OFFICE } from '../office/door/office-address.js';
import type { OfficeVisit } from '../office/door/office-visits.service.js';
import { OfficePage } from '../office/office-page.js';
import { Alert, ButtonLink } from '../view/index.js';
import { SETUP } from './setup-controller.js';
import { StepsTable } from './steps-table.js';

/** How far the set-up is, and the way to what is next. */
export function OverviewPage({
  visit,
  view: { done },
}: {
  visit: OfficeVisit;
  view: { done: Record<SetupStep, boolean> };
}) {
  const { t } = visit;
  const count = SETUP_STEPS.filter((step) => done[step]).length;
  const next = SETUP_STEPS.find((step) => !done[step]);
  return (
    <OfficePage visit={visit} title={t('setup.title')} room="setup">
      <div class="narrow stack">
        <div class="page-head">
          <h1 class="kern-heading-x-large">{t('setup.title')}</h1>
          <p class="kern-body kern-body--large">
            {t('setup.progress', { done: count, total: SETUP_STEPS.length })}
          </p>
        </div>
        {!next && (
          <Alert tone="success" title={t('setup.finished')}>
            <p class="kern-body">{t('setup.finished.text')}</p>
          </Alert>
        )}
        <StepsTable visit={visit} done={done} />
        <div class="actions">
          {next && <ButtonLink look="primary" text={t('setup.continue')} href={`${SETUP}/${next}`} />}
          <ButtonLink text={t('setup.toOffice')} href={OFFICE} />
        </div>
      </div>
    </OfficePage>
  );
}
