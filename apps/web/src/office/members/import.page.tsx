import { COLUMNS, MOST_LINES } from '#member';
import { Alert, Button, ButtonLink, FileField } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { OfficePage } from '../office-page.js';
import { OwnForm } from '../own-form.js';

/** Asks for the spreadsheet. */
export function ImportPage({ visit, view: { refused } }: { visit: OfficeVisit; view: { refused?: string } }) {
  const { t } = visit;
  const columns = COLUMNS.map((column) => t(`directory.column.${column}`)).join(', ');
  return (
    <OfficePage
      visit={visit}
      title={t('directory.import')}
      room="members"
      crumbs={[{ text: t('directory.title'), href: '/office/members' }]}
    >
      <div class="narrow stack">
        <div class="page-head">
          <h1 class="kern-heading-x-large">{t('directory.import')}</h1>
        </div>
        {refused && (
          <div role="alert">
            <Alert tone="danger" title={refused} />
          </div>
        )}
        <OwnForm visit={visit} action="/office/members/import" carriesFile>
          <FileField
            visit={visit}
            name="file"
            label={t('import.file')}
            hint={t('import.hint', { columns, max: MOST_LINES })}
            accept=".csv,.txt,.tsv,.xlsx"
          />
          <p class="kern-body">{t('import.safe')}</p>
          <div class="actions">
            <Button look="primary" text={t('import.look')} />
            <ButtonLink text={t('office.back')} href="/office/members" />
          </div>
        </OwnForm>
      </div>
    </OfficePage>
  );
}
