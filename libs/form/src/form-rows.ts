import type { EntityManager } from 'typeorm';
import { insertAll } from '#database';
import { type Consent, emptyForm, type Form, type Question } from './form.js';

/** The form as it stands in the database. */
export async function loadForm(eventId: string, manager: EntityManager): Promise<Form> {
  const [found]: Found[] = await manager.query(LOAD, [eventId]);
  if (!found) return emptyForm(eventId);
  const { version, questions, consents } = found;
  return {
    eventId,
    version,
    questions: questions.filter(({ retired }) => !retired).map(({ question }) => question),
    retired: questions.filter(({ retired }) => retired).map(({ question }) => question),
    consents: consents.filter(({ retired }) => !retired).map(({ consent }) => consent),
    retiredConsents: consents.filter(({ retired }) => retired).map(({ consent }) => consent),
  };
}

/** Writes questions and consents over what was there before; ids that are not in the form are left alone. */
export async function writeForm(
  form: Omit<Form, 'version'>,
  now: Temporal.Instant,
  manager: EntityManager,
): Promise<void> {
  const { eventId, questions, retired, consents, retiredConsents } = form;
  const asked = questions.map((question, position) => questionRow(eventId, question, position));
  await insertAll(manager, 'question', asked, OVER_QUESTION);
  await retire('question', retired, now, manager);
  // One purpose has one wording at a time: the old one goes first.
  await retire('consent', retiredConsents, now, manager);
  await insertAll(
    manager,
    'consent',
    consents.map((consent) => ({ ...consent, event_id: eventId })),
    'ON CONFLICT (id) DO NOTHING',
  );
}

async function retire(
  table: 'question' | 'consent',
  gone: readonly { id: string }[],
  now: Temporal.Instant,
  manager: EntityManager,
): Promise<void> {
  if (gone.length === 0) return;
  await manager.query(`UPDATE ${table} SET retired_at = $2 WHERE id = ANY($1) AND retired_at IS NULL`, [
    gone.map(({ id }) => id),
    now.toString(),
  ]);
}

interface Found {
  version: number;
  questions: { question: Question; retired: boolean }[];
  consents: { consent: Consent; retired: boolean }[];
}

// One statement, so that questions and consents are those of the version read with them.
const LOAD = `
  SELECT f.version,
    (SELECT coalesce(json_agg(json_build_object('retired', q.retired_at IS NOT NULL, 'question', json_build_object(
        'id', q.id, 'kind', q.kind, 'label', q.label, 'help', q.help, 'required', q.required,
        'sensitive', q.sensitive, 'options', q.options, 'shownWhen', q.shown_when, 'least', q.least, 'most', q.most
      )) ORDER BY q.position, q.id), '[]') FROM question q WHERE q.event_id = f.event_id) AS questions,
    (SELECT coalesce(json_agg(json_build_object('retired', c.retired_at IS NOT NULL, 'consent', json_build_object(
        'id', c.id, 'purpose', c.purpose, 'version', c.version, 'text', c.text
      )) ORDER BY c.purpose DESC, c.version), '[]') FROM consent c WHERE c.event_id = f.event_id) AS consents
  FROM form f WHERE f.event_id = $1`;

const questionRow = (eventId: string, question: Question, position: number) => ({
  id: question.id,
  event_id: eventId,
  position,
  kind: question.kind,
  label: question.label,
  help: question.help,
  required: question.required,
  sensitive: question.sensitive,
  options: question.options,
  shown_when: question.shownWhen,
  least: question.least,
  most: question.most,
  retired_at: null,
});

const OVER_QUESTION = `ON CONFLICT (id) DO UPDATE SET position = excluded.position, label = excluded.label,
  help = excluded.help, required = excluded.required, options = excluded.options, shown_when = excluded.shown_when,
  least = excluded.least, most = excluded.most, retired_at = NULL`;
