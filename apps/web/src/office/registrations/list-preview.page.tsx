import type { ListPreview } from '#registration';
import { Alert, Button, ButtonLink, ErrorSummary, Field, type FieldErrors } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { OfficePage } from '../office-page.js';
import { OwnForm } from '../own-form.js';
import { MailBox } from './acting-fields.js';
import { ListLines } from './list-lines.js';
import { type EventPart, eventCrumbs } from './registration-view.js';

export interface ListPreviewView extends EventPart {
  preview: ListPreview;
  input: { from: string; mail: boolean };
  errors: FieldErrors;
  refused?: string;
}

interface PartProps {
  visit: OfficeVisit;
  view: ListPreviewView;
}

/** What a list would do, line by line; nobody is registered yet. */
export function ListPreviewPage({ visit, view }: PartProps) {
  const { t } = visit;
  const { href, preview, errors, refused } = view;
  const { fileName, counts, waiting } = preview;
  return (
    <OfficePage
      visit={visit}
      title={t('desk.import')}
      room="events"
      crumbs={[...eventCrumbs(visit, view), { text: t('desk.import'), href: `${href}/import` }]}
    >
      <div class="page-head">
        <p class="event-kind">{t('desk.import')}</p>
        <h1 class="kern-heading-x-large">{fileName}</h1>
        <p class="kern-body">{t('desk.import.counts', { ...counts })}</p>
        {waiting > 0 && <p class="kern-body">{t('desk.import.waiting', { count: waiting })}</p>}
      </div>
      {refused && (
        <div role="alert">
          <Alert tone="danger" title={refused} />
        </div>
      )}
      <ErrorSummary visit={visit} errors={errors} labelOf={() => t('desk.import.from')} />
      <Trouble visit={visit} view={view} />
      <Apply visit={visit} view={view} />
      <ListLines visit={visit} lines={preview.lines} />
    </OfficePage>
  );
}

function Trouble({ visit: { t }, view: { preview } }: PartProps) {
  const { missing, ignored, counts } = preview;
  return (
    <>
      {missing.length > 0 && (
        <div role="alert">
          <Alert
            tone="danger"
            title={t('import.missing', {
              count: missing.length,
              columns: missing.map((column) => t(`report.${column}`)).join(', '),
            })}
          />
        </div>
      )}
      {counts.wrong > 0 && (
        <div role="alert">
          <Alert tone="danger" title={t('import.wrong', { count: counts.wrong })} />
        </div>
      )}
      {ignored.length > 0 && (
        <Alert tone="info" title={t('import.ignored', { columns: ignored.join(', ') })} />
      )}
    </>
  );
}

function Apply({ visit, view: { href, preview, input, errors } }: PartProps) {
  const { t } = visit;
  const { id, counts, isApplied } = preview;
  const other = <ButtonLink text={t('import.other')} href={`${href}/import`} />;
  if (isApplied) {
    return (
      <>
        <Alert tone="info" title={t('desk.import.applied')} />
        <div class="actions">{other}</div>
      </>
    );
  }
  if (!id || counts.wrong > 0 || counts.new === 0) return <div class="actions">{other}</div>;
  return (
    <div class="narrow">
      <OwnForm visit={visit} action={`${href}/import/${id}`}>
        <Field
          visit={visit}
          name="from"
          label={t('desk.import.from')}
          hint={t('desk.import.from.hint')}
          value={input.from}
          errors={errors}
        />
        <MailBox visit={visit} input={{ reason: '', mail: input.mail }} />
        <div class="actions">
          <Button look="primary" icon="check" text={t('desk.import.apply', { count: counts.new })} />
          {other}
        </div>
      </OwnForm>
    </div>
  );
}
