import { join } from 'node:path';
import type { Settings } from '#config';
import type { Translate } from '#language';
import type { OfficeVisit } from '../office/door/office-visits.service.js';
import { StepPage, TickOff } from './step-page.js';

/** Where this installation keeps what must not be lost. */
export type BackupView = Pick<Settings, 'home' | 'databaseUrl' | 'secretKeys'>;

/** The step that says what has to be saved; doing so is the matter of whoever runs the machine. */
export function BackupPage({ visit, view }: { visit: OfficeVisit; view: BackupView }) {
  const { t } = visit;
  return (
    <StepPage visit={visit} step="backup">
      <p class="kern-body kern-body--large">{t('setup.backup.text')}</p>
      <ul class="kern-list kern-list--bullet">
        {thingsToSave(view, t).map((thing) => (
          <li key={thing}>{thing}</li>
        ))}
      </ul>
      <TickOff visit={visit} step="backup" text={t('setup.backup.submit')} />
    </StepPage>
  );
}

function thingsToSave({ home, databaseUrl, secretKeys }: BackupView, t: Translate): string[] {
  const database = databaseUrl ? t('setup.backup.database') : t('setup.backup.folder', { home });
  if (secretKeys.length > 0) return [database, t('setup.backup.setting')];
  return databaseUrl ? [database, t('setup.backup.key', { file: join(home, 'secret.key') })] : [database];
}
