import type { JudgedListLine, ListState } from '#registration';
import { Badge, Table, type Tone } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';

/** Nobody reads more lines than that; wrong ones come first. */
const MOST_SHOWN = 200;

const ORDER: Record<ListState, number> = { wrong: 0, left: 1, double: 2, new: 3, known: 4 };
const TONES: Record<ListState, Tone> = {
  wrong: 'danger',
  left: 'warning',
  double: 'warning',
  new: 'success',
  known: 'info',
};

/** The lines of a list and what each would do. */
export function ListLines({ visit, lines }: { visit: OfficeVisit; lines: readonly JudgedListLine[] }) {
  const { t } = visit;
  if (lines.length === 0) return null;
  const shown = lines.toSorted((a, b) => ORDER[a.state] - ORDER[b.state]).slice(0, MOST_SHOWN);
  const hidden = lines.length - shown.length;
  return (
    <div class="programme-group">
      <Table
        caption={t('desk.import')}
        rows={shown}
        keyOf={({ line }) => line}
        empty=""
        columns={[
          { title: t('import.line'), heading: true, cell: ({ line }) => line },
          {
            title: t('import.person'),
            cell: ({ firstName, lastName }) => `${firstName} ${lastName}`.trim() || '–',
          },
          { title: t('report.email'), cell: ({ email }) => <span class="address">{email || '–'}</span> },
          { title: t('report.organization'), cell: ({ organization }) => organization ?? '–' },
          { title: t('import.state'), cell: (line) => <Verdict visit={visit} line={line} /> },
        ]}
      />
      {hidden > 0 && <p class="kern-body">{t('import.more', { count: hidden })}</p>}
    </div>
  );
}

function Verdict({ visit: { t }, line }: { visit: OfficeVisit; line: JudgedListLine }) {
  const { state, errors, registrationId, sameAs, namesake } = line;
  return (
    <>
      <Badge tone={TONES[state]}>{t(`desk.import.state.${state}`, { line: sameAs ?? 0 })}</Badge>
      {errors.map(({ column, key, values }) => (
        <span class="office-note" key={`${column} ${key}`}>
          {t(`report.${column}`)}: {t(key, values)}
        </span>
      ))}
      {registrationId && (
        <span class="office-note">
          <a class="text-link" href={`/office/registrations/${registrationId}`}>
            {t('desk.import.look')}
          </a>
        </span>
      )}
      {namesake && (
        <span class="office-note">
          {t('desk.import.namesake')}{' '}
          <a class="text-link" href={`/office/registrations/${namesake.registrationId}`}>
            {namesake.email}
          </a>
        </span>
      )}
    </>
  );
}
