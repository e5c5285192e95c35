import { SETUP_STEPS, type SetupStep } from '#association';
import type { OfficeVisit } from '../office/door/office-visits.service.js';
import { Badge, Table } from '../view/index.js';
import { SETUP } from './setup-controller.js';

/** Each step with whether it is done; all but the account of who reads this can be opened. */
export function StepsTable({ visit, done }: { visit: OfficeVisit; done: Record<SetupStep, boolean> }) {
  const { t } = visit;
  return (
    <Table
      caption={t('setup.title')}
      rows={SETUP_STEPS}
      keyOf={(step) => step}
      empty=""
      columns={[
        {
          title: t('setup.step'),
          heading: true,
          cell: (step) =>
            step === 'administrator' ? (
              t('setup.step.administrator')
            ) : (
              <a class="text-link" href={`${SETUP}/${step}`}>
                {t(`setup.step.${step}`)}
              </a>
            ),
        },
        {
          title: t('setup.state'),
          cell: (step) =>
            done[step] ? (
              <Badge tone="success">{t('setup.done')}</Badge>
            ) : (
              <Badge tone="warning">{t('setup.open')}</Badge>
            ),
        },
      ]}
    />
  );
}
