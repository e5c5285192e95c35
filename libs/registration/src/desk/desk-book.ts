import type { EntityManager } from 'typeorm';
import { type Rows, type Statement, toInstant } from '#database';
import { type Attendance, PROGRAMME_VERSION } from '#event';
import type { PersonKey } from '../person.js';
import { NoRegistration } from '../refusals.js';
import type { Registration } from '../registration.entity.js';
import type { Allotment, Counters } from '../settle/place.js';
import type { Standing } from '../standing.entity.js';
import type { Submission } from '../submission.entity.js';
import { ACTIVE } from '../words.js';
import { camel, registrationOf } from './registration-row.js';

/** A registration with what it has chosen of what is limited. */
export interface KnownRegistration {
  registration: Registration;
  claims: string[];
  held: string[];
}

/** Whom and what a batch is about. */
export interface Lookup {
  persons: readonly PersonKey[];
  ids: readonly string[];
  submissions: readonly { client: string; key: string }[];
  /** Addresses that get copies, as compared. */
  copies: readonly string[];
}

/** What is there of it. */
export interface Found {
  /** Version of the programme. */
  programme: string;
  known: KnownRegistration[];
  /** Submissions answered before, by client and key. */
  answered: Map<string, Pick<Submission, 'id' | 'fingerprint' | 'answer'>>;
  /** Seats that members hold, by member id. */
  members: Map<string, number>;
  allotments: Map<string, Allotment>;
  /** What the persons, and those who get copies, have in their calendars for the event, by address. */
  sequences: Map<string, number>;
}

/** Locks the event's scarce row. Nothing waits for a transaction that only edits the event. */
export const lockStatement = (eventId: string): Statement => ({
  text: LOCK,
  values: [eventId],
});

/** Everything a batch must know beside the standing, to be sent behind the lock. */
export function findStatement(eventId: string, { persons, ids, submissions, copies }: Lookup): Statement {
  return {
    text: FIND,
    values: [
      eventId,
      persons.map((person) => person.email),
      persons.map((person) => person.name),
      ids,
      submissions.map((one) => one.client),
      submissions.map((one) => one.key),
      copies,
    ],
  };
}

/** The standing in the row of {@link lockStatement}; throws NoRegistration where none is kept. */
export function standingOf([row]: Rows): Standing {
  if (!row) throw new NoRegistration();
  const entries = Object.entries(row).map(([column, value]) => [
    camel(column),
    value instanceof Date ? toInstant(value) : value,
  ]);
  return Object.fromEntries(entries) as Standing;
}

/** What is in the row of {@link findStatement}. */
export function foundOf([row = {}]: Rows): Found {
  const allotments = (row.allotments ?? []) as (Allotment & { id: string })[];
  const answered = (row.answered ?? []) as Submission[];
  return {
    programme: String(row.programme),
    known: ((row.known ?? []) as Record<string, unknown>[]).map(knownOf),
    answered: new Map(answered.map((one) => [`${one.client} ${one.key}`, one])),
    members: new Map(Object.entries((row.members ?? {}) as Record<string, number>)),
    allotments: new Map(allotments.map(({ id, ...one }) => [id, one])),
    sequences: new Map(Object.entries((row.sequences ?? {}) as Record<string, number>)),
  };
}

/** What the desk reads of one event inside its transaction beside that: set-based statements, seldom needed. */
export class DeskBook {
  constructor(
    readonly manager: EntityManager,
    readonly eventId: string,
  ) {}

  /** Locks the event's scarce row; throws NoRegistration where none is kept. */
  async lock(): Promise<Standing> {
    const { text, values } = lockStatement(this.eventId);
    return standingOf(await this.manager.query(text, [...(values ?? [])]));
  }

  /** Who lapses by now. */
  async lapsing(now: Temporal.Instant): Promise<KnownRegistration[]> {
    const rows: { one: Record<string, unknown> }[] = await this.manager.query(
      `SELECT ${WITH_CLAIMS} AS one FROM registration r WHERE r.event_id = $1 AND r.expires_at <= $2`,
      [this.eventId, now.toString()],
    );
    return rows.map(({ one }) => knownOf(one));
  }

  /**
   * The heads of the lines: so many of each member's and of those without, or of all in one line where it does
   * not matter whose seat it is; and every group whole.
   */
  async heads(
    attendance: Attendance,
    most: number,
    { byMember }: { byMember: boolean },
  ): Promise<KnownRegistration[]> {
    const rows: { one: Record<string, unknown> }[] = await this.manager.query(
      byMember ? HEADS_BY_MEMBER : HEADS,
      [this.eventId, attendance, most],
    );
    return rows.map(({ one }) => knownOf(one));
  }

  /** Which of these addresses have somebody registered here, or get copies for somebody, beside these registrations. */
  async mailboxesStillComing(keys: readonly string[], except: readonly string[]): Promise<Set<string>> {
    if (keys.length === 0) return new Set();
    const rows: { email_key: string }[] = await this.manager.query(
      `SELECT email_key FROM registration
       WHERE event_id = $1 AND email_key = ANY($2) AND status = 'confirmed' AND named AND id <> ALL ($3::uuid[])
       UNION SELECT lower(copy_to) FROM registration
       WHERE event_id = $1 AND copy_to IS NOT NULL AND lower(copy_to) = ANY($2) AND status = 'confirmed' AND named
         AND id <> ALL ($3::uuid[])`,
      [this.eventId, keys, except],
    );
    return new Set(rows.map((row) => row.email_key));
  }

  /** What these addresses have in their calendars, by address. */
  async sequences(keys: readonly string[]): Promise<Map<string, number>> {
    if (keys.length === 0) return new Map();
    const rows: { email_key: string; sequence: number }[] = await this.manager.query(
      `SELECT a.email_key, max(a.sequence) AS sequence FROM appointment a JOIN event_date d ON d.id = a.date_id
       WHERE d.event_id = $1 AND a.email_key = ANY($2) GROUP BY a.email_key`,
      [this.eventId, keys],
    );
    return new Map(rows.map((row) => [row.email_key, row.sequence]));
  }

  /** When the next of the event's deadlines is after this moment, as the registrations have it before the batch. */
  async nextExpiry(now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
    const [row] = await this.manager.query(
      'SELECT min(expires_at) AS next FROM registration WHERE event_id = $1 AND expires_at > $2',
      [this.eventId, now.toString()],
    );
    return row.next ? Temporal.Instant.fromEpochMilliseconds(row.next.getTime()) : undefined;
  }
}

/** The counters as the desk's decisions use them. */
export function countersOf(standing: Standing): Counters {
  const { onsiteCollecting, onsiteCollectingSince, onlineCollecting, onlineCollectingSince } = standing;
  return {
    onsite: {
      capacity: standing.onsiteCapacity,
      taken: standing.onsiteTaken,
      waiting: standing.onsiteWaiting,
      over: standing.onsiteOver,
    },
    online: {
      capacity: standing.onlineCapacity,
      taken: standing.onlineTaken,
      waiting: standing.onlineWaiting,
      over: standing.onlineOver,
    },
    nextLine: Number(standing.nextLine),
    collecting: {
      ...(onsiteCollecting &&
        onsiteCollectingSince && { onsite: { group: onsiteCollecting, since: onsiteCollectingSince } }),
      ...(onlineCollecting &&
        onlineCollectingSince && { online: { group: onlineCollecting, since: onlineCollectingSince } }),
    },
  };
}

function knownOf(row: Record<string, unknown>): KnownRegistration {
  const { claims, ...columns } = row;
  const chosen = (claims ?? []) as { id: string; held: boolean }[];
  return {
    registration: registrationOf(columns),
    claims: chosen.map(({ id }) => id),
    held: chosen.filter(({ held }) => held).map(({ id }) => id),
  };
}

// Column by column: a statement that is kept prepared must not change when a newer version adds one.
const LOCK = `
  SELECT event_id, onsite_capacity, online_capacity, onsite_taken, online_taken, onsite_waiting, online_waiting,
    next_line, onsite_over, online_over, rules_version, onsite_collecting, onsite_collecting_since,
    online_collecting, online_collecting_since, due_at
  FROM standing WHERE event_id = $1 FOR UPDATE`;

const ACTIVE_LIST = ACTIVE.map((status) => `'${status}'`).join(', ');

const WITH_CLAIMS = `to_jsonb(r) || jsonb_build_object('claims', (
  SELECT jsonb_agg(jsonb_build_object('id', c.allotment_id, 'held', c.held))
  FROM claim c WHERE c.registration_id = r.id))`;

const BY_ID = `LATERAL (SELECT p.* FROM registration p WHERE p.id = asked.id AND p.event_id = $1 OFFSET 0) AS own`;

// OFFSET 0 keeps it one index look-up per person: joined freely, the planner reads the whole event at every batch.
const FIND = `
  SELECT
    ${PROGRAMME_VERSION} AS programme,
    (SELECT json_agg(${WITH_CLAIMS}) FROM registration r WHERE r.id IN (
      SELECT found.id FROM unnest($2::text[], $3::text[]) AS asked (email, name),
        LATERAL (SELECT p.id FROM registration p
          WHERE p.event_id = $1 AND p.email_key = asked.email AND p.name_key = asked.name
            AND p.status IN (${ACTIVE_LIST}) OFFSET 0) AS found
      UNION ALL SELECT own.id FROM unnest($4::uuid[]) AS asked (id), ${BY_ID}
      UNION ALL SELECT same.id FROM unnest($4::uuid[]) AS asked (id), ${BY_ID},
        LATERAL (SELECT s.id FROM registration s
          WHERE s.event_id = $1 AND s.email_key = own.email_key AND s.name_key = own.name_key
            AND s.status IN (${ACTIVE_LIST}) OFFSET 0) AS same)) AS known,
    (SELECT json_agg(json_build_object('id', found.id, 'client', found.client, 'key', found.key,
        'fingerprint', found.fingerprint, 'answer', found.answer))
      FROM unnest($5::text[], $6::text[]) AS asked (client, key),
      LATERAL (SELECT s.* FROM submission s
        WHERE s.event_id = $1 AND s.client = asked.client AND s.key = asked.key OFFSET 0) AS found) AS answered,
    (SELECT json_object_agg(m.member_id, m.taken) FROM member_standing m WHERE m.event_id = $1) AS members,
    (SELECT json_agg(json_build_object('id', a.id, 'capacity', a.capacity, 'taken', a.taken, 'over', a.over))
      FROM allotment a WHERE a.event_id = $1) AS allotments,
    (SELECT json_object_agg(found.email_key, found.sequence)
      FROM event_date d, unnest($2::text[] || $7::text[]) AS asked (email), LATERAL (SELECT a.email_key, a.sequence
        FROM appointment a WHERE a.email_key = asked.email AND a.date_id = d.id OFFSET 0) AS found
      WHERE d.event_id = $1) AS sequences`;

const GROUPS = `SELECT r.id FROM registration r
  WHERE r.event_id = $1 AND r.attendance = $2 AND r.status = 'waitlisted' AND r.group_id IS NOT NULL`;

// Members of groups do not count towards the limit: a group may not be able to sit where who is behind it can. As an
// array, so that each is looked up by its key whatever the planner takes the number of members for.
const HEADS = `
  SELECT ${WITH_CLAIMS} AS one FROM registration r WHERE r.id = ANY (ARRAY(
    (SELECT w.id FROM registration w
     WHERE w.event_id = $1 AND w.attendance = $2 AND w.status = 'waitlisted' AND w.group_id IS NULL
     ORDER BY w.line LIMIT $3)
    UNION ${GROUPS}))
  ORDER BY r.line`;

const HEADS_BY_MEMBER = `
  SELECT ${WITH_CLAIMS} AS one FROM registration r WHERE r.id = ANY (ARRAY(
    SELECT head.id FROM member m, LATERAL (SELECT w.id FROM registration w
      WHERE w.event_id = $1 AND w.attendance = $2 AND w.member_id = m.id AND w.status = 'waitlisted'
        AND w.group_id IS NULL
      ORDER BY w.line LIMIT $3) AS head
    UNION (SELECT w.id FROM registration w
      WHERE w.event_id = $1 AND w.attendance = $2 AND w.member_id IS NULL AND w.status = 'waitlisted'
        AND w.group_id IS NULL
      ORDER BY w.line LIMIT $3)
    UNION ${GROUPS}))
  ORDER BY r.line`;
