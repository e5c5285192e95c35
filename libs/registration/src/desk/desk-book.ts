import { type EntityManager, In } from 'typeorm';
import type { Attendance } from '#event';
import type { PersonKey } from '../person.js';
import { NoRegistration } from '../refusals.js';
import { Registration } from '../registration.entity.js';
import type { Allotment, Counters } from '../settle/place.js';
import { Standing } from '../standing.entity.js';
import { Submission } from '../submission.entity.js';
import { ACTIVE } from '../words.js';
import { registrationOf } from './registration-row.js';

/** A registration with what it has chosen of what is limited. */
export interface KnownRegistration {
  registration: Registration;
  claims: string[];
  held: string[];
}

/** What a batch must know beside the standing. */
export interface Lookup {
  persons: readonly PersonKey[];
  ids: readonly string[];
  submissions: readonly { client: string; key: string }[];
  /** Whether seats are counted by member, and whether something is limited beside them. */
  members: boolean;
  allotments: boolean;
  /** Whether something may have lapsed by then. */
  lapsedBy?: Temporal.Instant;
}

export interface Found {
  known: KnownRegistration[];
  /** By client and key. */
  answered: Map<string, Submission>;
  /** Seats that members hold, by member id. */
  members: Map<string, number>;
  allotments: Map<string, Allotment>;
}

/** What the desk reads of one event inside its transaction: set-based statements, few round trips. */
export class DeskBook {
  constructor(
    readonly manager: EntityManager,
    readonly eventId: string,
  ) {}

  /** Locks the event's scarce row; throws NoRegistration where none is kept. */
  async lock(): Promise<Standing> {
    const standing = await this.manager.findOne(Standing, {
      where: { eventId: this.eventId },
      lock: { mode: 'pessimistic_write' },
    });
    if (!standing) throw new NoRegistration();
    return standing;
  }

  /** Everything a batch must know, in one round trip. */
  async find(lookup: Lookup): Promise<Found> {
    const { persons, ids, submissions } = lookup;
    const [row] = await this.manager.query(FIND, [
      this.eventId,
      persons.map((person) => person.email),
      persons.map((person) => person.name),
      [...ids],
      lookup.lapsedBy?.toString() ?? null,
      submissions.map((one) => one.client),
      submissions.map((one) => one.key),
      lookup.members,
      lookup.allotments,
    ]);
    const allotments: (Allotment & { id: string })[] = row.allotments ?? [];
    const answered: { id: string }[] = row.answered ?? [];
    return {
      known: (row.known ?? []).map(knownOf),
      answered: await this.submissions(answered.map(({ id }) => id)),
      members: new Map(Object.entries(row.members ?? {})),
      allotments: new Map(allotments.map(({ id, ...one }) => [id, one])),
    };
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

  /** Which of these addresses still have somebody registered here. */
  async mailboxesStillComing(keys: readonly string[]): Promise<Set<string>> {
    if (keys.length === 0) return new Set();
    const rows: { email_key: string }[] = await this.manager.query(
      `SELECT DISTINCT email_key FROM registration
       WHERE event_id = $1 AND email_key = ANY($2) AND status = 'confirmed'`,
      [this.eventId, keys],
    );
    return new Set(rows.map((row) => row.email_key));
  }

  /** When the next of the event's deadlines is, as the registrations have it. */
  async nextExpiry(): Promise<Temporal.Instant | undefined> {
    const [row] = await this.manager.query(
      'SELECT min(expires_at) AS next FROM registration WHERE event_id = $1 AND expires_at IS NOT NULL',
      [this.eventId],
    );
    return row.next ? Temporal.Instant.fromEpochMilliseconds(row.next.getTime()) : undefined;
  }

  private async submissions(ids: readonly string[]): Promise<Map<string, Submission>> {
    const found = ids.length > 0 ? await this.manager.findBy(Submission, { id: In([...ids]) }) : [];
    return new Map(found.map((submission) => [`${submission.client} ${submission.key}`, submission]));
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

const WITH_CLAIMS = `to_jsonb(r) || jsonb_build_object('claims', (
  SELECT jsonb_agg(jsonb_build_object('id', c.allotment_id, 'held', c.held))
  FROM claim c WHERE c.registration_id = r.id))`;

// OFFSET 0 keeps it one index look-up per person: joined freely, the planner reads the whole event at every batch.
const FIND = `
  SELECT
    (SELECT jsonb_agg(${WITH_CLAIMS}) FROM registration r WHERE r.id IN (
      SELECT found.id FROM unnest($2::text[], $3::text[]) AS asked (email, name),
        LATERAL (SELECT p.id FROM registration p
          WHERE p.event_id = $1 AND p.email_key = asked.email AND p.name_key = asked.name
            AND p.status IN ('${ACTIVE.join("', '")}') OFFSET 0) AS found
      UNION SELECT p.id FROM registration p WHERE p.id = ANY($4::uuid[]) AND p.event_id = $1
      UNION SELECT p.id FROM registration p
        WHERE $5::timestamptz IS NOT NULL AND p.event_id = $1 AND p.expires_at <= $5)) AS known,
    (SELECT jsonb_agg(jsonb_build_object('id', found.id)) FROM unnest($6::text[], $7::text[]) AS asked (client, key),
      LATERAL (SELECT s.id FROM submission s
        WHERE s.event_id = $1 AND s.client = asked.client AND s.key = asked.key OFFSET 0) AS found) AS answered,
    CASE WHEN $8 THEN (SELECT jsonb_object_agg(m.member_id, m.taken) FROM member_standing m WHERE m.event_id = $1)
      END AS members,
    CASE WHEN $9 THEN (SELECT jsonb_agg(jsonb_build_object('id', a.id, 'capacity', a.capacity, 'taken', a.taken, 'over', a.over))
      FROM allotment a WHERE a.event_id = $1) END AS allotments`;

const GROUPS = `SELECT r.id FROM registration r
  WHERE r.event_id = $1 AND r.attendance = $2 AND r.status = 'waitlisted' AND r.group_id IS NOT NULL`;

const HEADS = `
  SELECT ${WITH_CLAIMS} AS one FROM registration r WHERE r.id IN (
    (SELECT w.id FROM registration w
     WHERE w.event_id = $1 AND w.attendance = $2 AND w.status = 'waitlisted' ORDER BY w.line LIMIT $3)
    UNION ${GROUPS})
  ORDER BY r.line`;

const HEADS_BY_MEMBER = `
  SELECT ${WITH_CLAIMS} AS one FROM registration r WHERE r.id IN (
    SELECT head.id FROM member m, LATERAL (SELECT w.id FROM registration w
      WHERE w.event_id = $1 AND w.attendance = $2 AND w.member_id = m.id AND w.status = 'waitlisted'
      ORDER BY w.line LIMIT $3) AS head
    UNION (SELECT w.id FROM registration w
      WHERE w.event_id = $1 AND w.attendance = $2 AND w.member_id IS NULL AND w.status = 'waitlisted'
      ORDER BY w.line LIMIT $3)
    UNION ${GROUPS})
  ORDER BY r.line`;
