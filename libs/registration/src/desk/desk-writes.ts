import { insertion, type Statement } from '#database';
import type { Attendance } from '#event';
import type { Registration } from '../registration.entity.js';
import type { Counters } from '../settle/place.js';
import type { Settlement } from '../settle/settle.js';
import type { AnsweredPerson } from '../submission.entity.js';
import { isActive, type RegistrationStatus } from '../words.js';
import { rowOf } from './registration-row.js';

/** One line for a registration's history. */
export interface Change {
  registrationId: string;
  from?: RegistrationStatus;
  to: RegistrationStatus;
  actor: string;
  reason?: string;
  /** What changed beside the status, with the values before and after. */
  what?: string;
  detail?: Record<string, [unknown, unknown]>;
}

/** What a batch has decided, as rows. */
export interface Outcome {
  inserted: readonly Registration[];
  changed: readonly Registration[];
  /** Ids of those that are on the list as somebody they were not before. */
  arriving: ReadonlySet<string>;
  /** Told again without any change. */
  toldAgain: readonly string[];
  changes: readonly Change[];
  /** What is chosen of what is limited, for every registration whose choice is not as it was. */
  claims: readonly { registrationId: string; claims: readonly string[]; held: readonly string[] }[];
  submissions: readonly KeptAnswer[];
}

/** A submission with what it was answered. */
export interface KeptAnswer {
  id: string;
  client: string;
  key: string;
  fingerprint: string;
  people: AnsweredPerson[];
  copyTo?: string;
}

/** What the desk writes of one event: one statement for each table, for any number of rows, to be sent together. */
export function writes(
  eventId: string,
  { inserted, changed, arriving, toldAgain, changes, claims, submissions }: Outcome,
  now: Temporal.Instant,
): Statement[] {
  const at = now.toString();
  const kept = submissions.map(({ people, copyTo, ...submission }) => ({
    ...submission,
    answer: { people, copyTo },
  }));
  return [
    ...updates(changed, arriving, now),
    ...insertion('registration', inserted.map(rowOf), {
      shared: { event_id: eventId, told_at: at, created_at: at, changed_at: at },
    }),
    ...when(toldAgain, {
      text: 'UPDATE registration SET told_at = $2 WHERE id = ANY($1)',
      values: [toldAgain, at],
    }),
    ...history(changes, now),
    ...claiming(claims),
    ...insertion('submission', kept, { shared: { event_id: eventId, created_at: at } }),
  ];
}

// Nobody is on the list twice, and that is checked row by row: so who leaves goes first, and where several come, who
// is renamed gives the old name back before anybody gets it.
function updates(
  changed: readonly Registration[],
  arriving: ReadonlySet<string>,
  now: Temporal.Instant,
): Statement[] {
  const isArriving = ({ id, status }: Registration) => arriving.has(id) && isActive(status);
  const coming = changed.filter(isArriving);
  const renamed = coming.length > 1 ? coming.map(({ id }) => id) : [];
  return [
    ...update(
      changed.filter((one) => !isArriving(one)),
      now,
    ),
    ...when(renamed, {
      text: 'UPDATE registration SET name_key = id::text WHERE id = ANY($1)',
      values: [renamed],
    }),
    ...update(coming, now),
  ];
}

const update = (rows: readonly Registration[], now: Temporal.Instant): Statement[] =>
  when(rows, {
    text: UPDATE,
    values: [JSON.stringify(rows.map(rowOf)), now.toString(), rows.map(({ id }) => id)],
  });

/** Appends to the histories of registrations. */
export const history = (changes: readonly Change[], now: Temporal.Instant): Statement[] =>
  insertion('registration_change', changes.map(changeRow), { shared: { at: now.toString() } });

/** Writes down how many seats are taken and how many wait, and when to look again. */
export function counts(
  eventId: string,
  { counters, members, allotments }: Settlement,
  before: { members: ReadonlyMap<string, number>; allotments: ReadonlyMap<string, { taken: number }> },
  dueAt: Temporal.Instant | undefined,
): Statement[] {
  const held = [...members].filter(([id, { taken }]) => taken !== (before.members.get(id) ?? 0));
  const moved = [...allotments].filter(([id, { taken }]) => taken !== before.allotments.get(id)?.taken);
  return [
    { text: COUNT, values: [eventId, ...countersRow(counters), dueAt?.toString() ?? null] },
    ...insertion(
      'member_standing',
      held.map(([member, { taken }]) => ({ member_id: member, taken })),
      {
        onConflict: 'ON CONFLICT (event_id, member_id) DO UPDATE SET taken = excluded.taken',
        shared: { event_id: eventId },
      },
    ),
    ...when(moved, {
      text: `UPDATE allotment a SET taken = c.taken, over = c.over
         FROM json_populate_recordset(NULL::allotment, $1::json) c WHERE a.id = c.id`,
      values: [JSON.stringify(moved.map(([id, { taken, over }]) => ({ id, taken, over })))],
    }),
  ];
}

const when = (rows: readonly unknown[], statement: Statement): Statement[] =>
  rows.length > 0 ? [statement] : [];

function claiming(claims: Outcome['claims']): Statement[] {
  const rows = claims.flatMap(({ registrationId, claims: chosen, held }) =>
    chosen.map((id) => ({ registration_id: registrationId, allotment_id: id, held: held.includes(id) })),
  );
  return [
    ...when(claims, {
      text: `DELETE FROM claim c WHERE c.registration_id = ANY($1::uuid[]) AND NOT EXISTS (
         SELECT FROM json_populate_recordset(NULL::claim, $2::json) n
         WHERE n.registration_id = c.registration_id AND n.allotment_id = c.allotment_id)`,
      values: [claims.map((one) => one.registrationId), JSON.stringify(rows)],
    }),
    ...insertion('claim', rows, {
      onConflict: 'ON CONFLICT (registration_id, allotment_id) DO UPDATE SET held = excluded.held',
    }),
  ];
}

const COUNTED = [
  'onsite_capacity',
  'onsite_taken',
  'onsite_waiting',
  'onsite_over',
  'onsite_collecting',
  'onsite_collecting_since',
  'online_capacity',
  'online_taken',
  'online_waiting',
  'online_over',
  'online_collecting',
  'online_collecting_since',
  'next_line',
] as const;

const COUNT = `UPDATE standing SET ${COUNTED.map((column, index) => `${column} = $${index + 2}`).join(', ')},
  due_at = $${COUNTED.length + 2} WHERE event_id = $1`;

function countersRow(counters: Counters): unknown[] {
  const way = (attendance: Attendance) => {
    const { capacity, taken, waiting, over } = counters[attendance];
    const collecting = counters.collecting[attendance];
    return [capacity, taken, waiting, over, collecting?.group ?? null, collecting?.since.toString() ?? null];
  };
  return [...way('onsite'), ...way('online'), counters.nextLine];
}

const CHANGEABLE = [
  'status',
  'holds_seat',
  'attendance',
  'email',
  'email_key',
  'first_name',
  'last_name',
  'name_key',
  'organization',
  'language',
  'copy_to',
  'line',
  'member_id',
  'expires_at',
  'group_id',
  'named',
  'registered_by',
  'version',
  'link_generation',
  'told_at',
] as const;

// With the ids beside, each row is looked up by its key; the planner takes any set of records for a hundred.
const UPDATE = `UPDATE registration r
  SET ${CHANGEABLE.map((column) => `${column} = c.${column}`).join(', ')}, changed_at = $2
  FROM jsonb_populate_recordset(NULL::registration, $1::jsonb) c WHERE r.id = c.id AND r.id = ANY ($3::uuid[])`;

const changeRow = (change: Change) => ({
  registration_id: change.registrationId,
  from_status: change.from ?? null,
  to_status: change.to,
  actor: change.actor,
  reason: change.reason ?? null,
  what: change.what ?? null,
  detail: change.detail ?? null,
});
