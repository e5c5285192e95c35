import { LIST_COLUMNS, MOST_LISTED } from '#registration';
import { Button, ButtonLink, FileField } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { OwnForm } from '../own-form.js';
import { FormShell } from './form-shell.js';
import { type EventPart, eventCrumbs } from './registration-view.js';

export interface ListView extends EventPart {
  refused?: string;
}

/** Asks for the list of people. */
export function ListPage({ visit, view }: { visit: OfficeVisit; view: ListView }) {
  const { t } = visit;
  const { href, brief, refused } = view;
  const columns = LIST_COLUMNS.map((column) => t(`report.${column}`)).join(', ');
  return (
    <FormShell
      visit={visit}
      title={t('desk.import')}
      crumbs={eventCrumbs(visit, view)}
      brief={brief}
      refused={refused}
    >
      <OwnForm visit={visit} action={`${href}/import`} carriesFile>
        <FileField
          visit={visit}
          name="file"
          label={t('import.file')}
          hint={t('import.hint', { columns, max: MOST_LISTED })}
          accept=".csv,.txt,.tsv,.xlsx"
        />
        <p class="kern-body">{t('desk.import.safe')}</p>
        <div class="actions">
          <Button look="primary" text={t('import.look')} />
          <ButtonLink text={t('office.back')} href={href} />
        </div>
      </OwnForm>
    </FormShell>
  );
}
