import type { OfficeVisit } from '../office/door/office-visits.service.js';
import { ButtonLink } from '../view/index.js';
import { StepPage, TickOff } from './step-page.js';

/** The step that fills the directory; the import has pages of its own. */
export function MembersPage({ visit, view: { count } }: { visit: OfficeVisit; view: { count: number } }) {
  const { t } = visit;
  return (
    <StepPage visit={visit} step="members">
      <p class="kern-body kern-body--large">{t('setup.members.text')}</p>
      <p class="kern-body">{t('setup.members.count', { count })}</p>
      <div class="actions">
        <ButtonLink look="primary" text={t('setup.members.import')} href="/office/members/import" />
      </div>
      {count === 0 && <TickOff visit={visit} step="members" text={t('setup.later')} />}
    </StepPage>
  );
}
