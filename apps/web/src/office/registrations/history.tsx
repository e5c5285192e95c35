import type { MessageKey } from '#language';
import type { HistoryLine } from '#report';
import { Table } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { inTable } from '../moment.js';
import type { PartProps } from './registration-page-view.js';

/** What happened to a registration: when, by whom and why, the latest first. */
export function History({ visit, view }: PartProps) {
  const { history, event } = view;
  const { t, language } = visit;
  return (
    <Table
      caption={t('office.history')}
      rows={history}
      keyOf={({ id }) => id}
      empty={t('office.history.none')}
      columns={[
        { title: t('office.at'), heading: true, cell: ({ at }) => inTable(at, language, event.timeZone) },
        { title: t('office.change'), cell: (line) => <Change visit={visit} view={view} line={line} /> },
        { title: t('office.by'), cell: (line) => whoDid(visit, line) },
        { title: t('office.reason'), cell: ({ reason }) => reason ?? '–' },
      ]}
    />
  );
}

function Change({ visit, view, line }: PartProps & { line: HistoryLine }) {
  const { t } = visit;
  const { from, to, what, detail } = line;
  const status = from ? `${t(`status.${from}`)} → ${t(`status.${to}`)}` : t(`status.${to}`);
  const word = wordOf(line);
  const values = Object.entries(detail ?? {}).flatMap(([field, [before, after]]) => {
    const label = FIELDS[field];
    const shown = (value: unknown) => valueText(visit, view, value);
    return label ? [`${t(label)}: ${shown(before)} → ${shown(after)}`] : [];
  });
  return (
    <>
      {word ? t(word) : status}
      {word && from && from !== to && <span class="office-note">{status}</span>}
      {values.map((text) => (
        <span class="office-note" key={text}>
          {text}
        </span>
      ))}
      {what === 'moved' && <Moved visit={visit} line={line} />}
      {what === 'apart' && <Apart visit={visit} line={line} />}
    </>
  );
}

/** Whoever was moved is found at both ends. */
function Moved({ visit: { t }, line: { detail } }: { visit: OfficeVisit; line: HistoryLine }) {
  const ids = (detail?.registration ?? []).filter((id) => typeof id === 'string');
  const links = [t('desk.moved.from'), t('desk.moved.to')];
  return (
    <>
      {ids.map((id, index) => (
        <span key={id}>
          {' '}
          <a class="text-link text-link--short" href={`/office/registrations/${id}`}>
            {links[index]}
          </a>
        </span>
      ))}
    </>
  );
}

/** The other one, who looks like this person. */
function Apart({ visit: { t }, line: { detail } }: { visit: OfficeVisit; line: HistoryLine }) {
  return (
    <span class="office-note">
      <a class="text-link text-link--short" href={`/office/registrations/${detail?.registration?.[1]}`}>
        {t('desk.apart.other')}
      </a>
    </span>
  );
}

function whoDid({ t }: OfficeVisit, { by, name, to, what }: HistoryLine): string {
  if (by === 'office') return name ?? t('office.by.office');
  if (by === 'coordinator') return name ?? t('desk.by.coordinator');
  // What the desk does by itself beside moving people up: a deadline has passed.
  if (by === 'desk') return t(to === 'confirmed' && !what ? 'office.by.desk' : 'desk.by.desk');
  return t(`office.by.${by}`);
}

const WHAT: Record<string, MessageKey> = {
  changed: 'desk.what.changed',
  swapped: 'desk.what.swapped',
  corrected: 'desk.what.corrected',
  moved: 'desk.what.moved',
  line: 'desk.what.line',
  note: 'desk.what.note',
  apart: 'desk.what.apart',
};

/** Which values a history shows; a note is on the page itself, and sensitive answers are nowhere in it. */
const FIELDS: Record<string, MessageKey> = {
  attendance: 'report.attendance',
  firstName: 'report.firstName',
  lastName: 'report.lastName',
  email: 'report.email',
  organization: 'report.organization',
  position: 'report.position',
  sessions: 'desk.column.sessions',
};

// Of answers and consents a history says only that they were changed.
function wordOf({ what, detail }: HistoryLine): MessageKey | undefined {
  const isAttendance = detail?.attendance || detail?.sessions;
  return what === 'changed' && !isAttendance ? 'desk.what.details' : WHAT[what ?? ''];
}

function valueText({ t }: OfficeVisit, { choices }: PartProps['view'], value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (value === 'onsite' || value === 'online') return t(`format.${value}`);
  if (!Array.isArray(value)) return String(value);
  // Sessions are kept by their ids.
  const titles = choices.sessions.filter(({ id }) => value.includes(id)).map(({ title }) => title.text);
  return titles.join(', ') || '–';
}
