import type { ImportPreview, JudgedLine, LineState } from '#member';
import { Alert, Badge, Button, ButtonLink, Table, type Tone } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { OfficePage } from '../office-page.js';
import { OwnForm } from '../own-form.js';

/** Nobody reads more lines than that; wrong ones come first. */
const MOST_SHOWN = 200;

/** What a file would do, line by line; nothing has happened yet. */
export function PreviewPage({ visit, view }: { visit: OfficeVisit; view: ImportPreview }) {
  const { t } = visit;
  const { id, fileName, counts } = view;
  return (
    <OfficePage
      visit={visit}
      title={t('directory.import')}
      room="members"
      crumbs={[
        { text: t('directory.title'), href: '/office/members' },
        { text: t('directory.import'), href: '/office/members/import' },
      ]}
    >
      <div class="page-head">
        <p class="event-kind">{t('directory.import')}</p>
        <h1 class="kern-heading-x-large">{fileName}</h1>
        <p class="kern-body">
          {t('import.counts', {
            added: counts.new,
            changed: counts.changed,
            same: counts.same,
            wrong: counts.wrong,
          })}
        </p>
      </div>
      <Trouble visit={visit} view={view} />
      {id && counts.wrong === 0 ? (
        <OwnForm visit={visit} action={`/office/members/import/${id}`}>
          <div class="actions">
            <Button look="primary" icon="check" text={t('import.apply')} />
            <ButtonLink text={t('import.other')} href="/office/members/import" />
          </div>
        </OwnForm>
      ) : (
        <div class="actions">
          <ButtonLink look="primary" text={t('import.other')} href="/office/members/import" />
        </div>
      )}
      <Lines visit={visit} view={view} />
    </OfficePage>
  );
}

function Trouble({ visit: { t }, view }: { visit: OfficeVisit; view: ImportPreview }) {
  const { missing, ignored, counts } = view;
  return (
    <>
      {missing.length > 0 && (
        <div role="alert">
          <Alert
            tone="danger"
            title={t('import.missing', {
              count: missing.length,
              columns: missing.map((column) => t(`directory.column.${column}`)).join(', '),
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

const ORDER: Record<LineState, number> = { wrong: 0, changed: 1, new: 2, same: 3 };
const TONES: Record<LineState, Tone> = { wrong: 'danger', changed: 'warning', new: 'success', same: 'info' };

function Lines({ visit, view: { lines } }: { visit: OfficeVisit; view: ImportPreview }) {
  const { t } = visit;
  if (lines.length === 0) return null;
  const shown = lines.toSorted((a, b) => ORDER[a.state] - ORDER[b.state]).slice(0, MOST_SHOWN);
  const hidden = lines.length - shown.length;
  return (
    <>
      <Table
        caption={t('directory.import')}
        rows={shown}
        keyOf={({ line }) => line}
        empty=""
        columns={[
          { title: t('import.line'), heading: true, cell: ({ line }) => line },
          { title: t('directory.column.member'), cell: ({ member }) => member || '–' },
          { title: t('import.person'), cell: ({ person }) => person || '–' },
          { title: t('import.state'), cell: (line) => <Verdict visit={visit} line={line} /> },
        ]}
      />
      {hidden > 0 && <p class="kern-body">{t('import.more', { count: hidden })}</p>}
    </>
  );
}

function Verdict({ visit: { t }, line }: { visit: OfficeVisit; line: JudgedLine }) {
  return (
    <>
      <Badge tone={TONES[line.state]}>{t(`import.state.${line.state}`)}</Badge>
      {line.errors.map(({ column, key, values }) => (
        <span class="office-note" key={`${column} ${key}`}>
          {column && `${t(`directory.column.${column}`)}: `}
          {t(key, values)}
        </span>
      ))}
      {line.hasLeft && <span class="office-note">{t('import.hasLeft')}</span>}
    </>
  );
}
