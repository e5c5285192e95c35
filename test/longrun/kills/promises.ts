import type { Load, Told } from './clients.js';

interface Row {
  eventId: string;
  email: string;
  status: string;
  /** Steps of its history, and mails about it. */
  steps: number;
  mails: number;
}

/** What people were told and is not so, or happened and nobody was told; in words. */
export async function broken({ installation, events, told }: Load): Promise<string[]> {
  const rows = await installation.query<Row>(ROWS, [events.map(({ id }) => id)]);
  const byPerson = Map.groupBy(rows, (row) => keyOf(row));
  const lines = told.flatMap((one) => {
    const found = byPerson.get(keyOf(one)) ?? [];
    byPerson.delete(keyOf(one));
    const [row] = found;
    if (!row || found.length > 1)
      return [`${one.email} was told ${one.status} and is there ${found.length} times`];
    const possible = mayBe(one);
    return possible.includes(row.status)
      ? []
      : [
          `${one.email} was told ${one.status}${one.leaving ? `, leaving (${one.leaving})` : ''} and is ${row.status}`,
        ];
  });
  const strangers = [...byPerson.values()]
    .flat()
    .map(({ email }) => `${email} is there and was told nothing`);
  const untold = rows
    .filter(({ steps, mails }) => steps !== mails)
    .map(({ email, steps, mails }) => `${email} has ${steps} steps in the history and ${mails} mails`);
  return [...lines, ...strangers, ...untold];
}

// Where somebody may stand who was told this; people who wait move up.
function mayBe({ status, leaving }: Told): string[] {
  if (leaving === 'told') return ['cancelled'];
  const staying = status === 'waitlisted' ? ['waitlisted', 'confirmed'] : [status];
  return leaving ? [...staying, 'cancelled'] : staying;
}

const keyOf = ({ eventId, email }: { eventId: string; email: string }): string => `${eventId} ${email}`;

const ROWS = `
  SELECT r.event_id AS "eventId", r.email, r.status,
    (SELECT count(*)::integer FROM registration_change c WHERE c.registration_id = r.id) AS steps,
    (SELECT count(*)::integer FROM message m WHERE m.subject_id = r.id) AS mails
  FROM registration r WHERE r.event_id = ANY($1)`;
