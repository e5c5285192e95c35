import { type EntityManager, In } from 'typeorm';
import { insertAll } from '#database';
import type { Attendance } from '#event';
import type { DeskRequest } from './desk-request.js';
import type { Fact } from './notices.js';
import type { PersonKey } from './person.js';
import { NoRegistration } from './refusals.js';
import { Registration } from './registration.entity.js';
import type { Counters, Seats } from './settle.js';
import { Standing } from './standing.entity.js';
import { type AnsweredPerson, Submission } from './submission.entity.js';
import { ACTIVE } from './words.js';

/** What the desk reads and writes of one event inside its transaction: set-based statements only. */
export class DeskBook {
  constructor(
    readonly manager: EntityManager,
    private readonly eventId: string,
  ) {}

  /** Locks the event's scarce row and reads its counters; throws NoRegistration where none is kept. */
  async lock(): Promise<Counters> {
    const standing = await this.manager.findOne(Standing, {
      where: { eventId: this.eventId },
      lock: { mode: 'pessimistic_write' },
    });
    if (!standing) throw new NoRegistration();
    return {
      onsite: {
        capacity: standing.onsiteCapacity,
        taken: standing.onsiteTaken,
        waiting: standing.onsiteWaiting,
      },
      online: {
        capacity: standing.onlineCapacity,
        taken: standing.onlineTaken,
        waiting: standing.onlineWaiting,
      },
      nextLine: Number(standing.nextLine),
    };
  }

  /** The active registrations of these persons, and the registrations of these ids. */
  async known(persons: readonly PersonKey[], ids: readonly string[]): Promise<Registration[]> {
    const wanted = [...(await this.idsOf(persons)), ...ids];
    return wanted.length > 0
      ? this.manager.findBy(Registration, { eventId: this.eventId, id: In(wanted) })
      : [];
  }

  /** The first of each line, as many as can move up: the seats free now, and one for each that may be given back. */
  async heads(counters: Counters, withdrawals: number): Promise<Registration[]> {
    const heads: Registration[] = [];
    for (const attendance of ['onsite', 'online'] as const) {
      const seats = counters[attendance];
      // Those who withdraw may stand in the line themselves, so each can cost one head as well.
      const most = Math.min(seats.waiting, free(seats) + 2 * withdrawals);
      if (most > 0) heads.push(...(await this.firstInLine(attendance, most)));
    }
    return heads;
  }

  /** Submissions answered before, by client and key. */
  async answered(requests: readonly DeskRequest[]): Promise<Map<string, Submission>> {
    const keys = requests.flatMap((request) => (request.verb === 'register' && request.submission) || []);
    if (keys.length === 0) return new Map();
    const rows: { id: string }[] = await this.manager.query(
      `SELECT found.id FROM unnest($2::text[], $3::text[]) AS asked (client, key),
       LATERAL (SELECT s.id FROM submission s
         WHERE s.event_id = $1 AND s.client = asked.client AND s.key = asked.key OFFSET 0) AS found`,
      [this.eventId, keys.map((one) => one.client), keys.map((one) => one.key)],
    );
    const found =
      rows.length > 0 ? await this.manager.findBy(Submission, { id: In(rows.map((row) => row.id)) }) : [];
    return new Map(found.map((submission) => [`${submission.client} ${submission.key}`, submission]));
  }

  /** Writes what has happened: rows, history and the counters. */
  async write(facts: readonly Fact[], counters: Counters, now: Temporal.Instant): Promise<void> {
    const inserted = facts.filter((fact) => fact.inserted);
    const changed = facts.filter((fact) => fact.from);
    const toldAgain = facts.filter((fact) => fact.notice === 'again');
    await insertAll(
      this.manager,
      'registration',
      inserted.map((fact) => registrationRow(fact.registration)),
    );
    if (changed.length > 0) await this.update(changed, now);
    if (toldAgain.length > 0) {
      await this.manager.query('UPDATE registration SET told_at = $2 WHERE id = ANY($1)', [
        toldAgain.map((fact) => fact.registration.id),
        now.toString(),
      ]);
    }
    await insertAll(
      this.manager,
      'registration_change',
      [...inserted, ...changed].map((fact) => changeRow(fact, now)),
    );
    await this.manager.query(
      `UPDATE standing SET onsite_taken = $2, online_taken = $3, onsite_waiting = $4, online_waiting = $5, next_line = $6
       WHERE event_id = $1`,
      [
        this.eventId,
        counters.onsite.taken,
        counters.online.taken,
        counters.onsite.waiting,
        counters.online.waiting,
        counters.nextLine,
      ],
    );
  }

  /** Keeps the answers of submissions, so that the same one sent again changes nothing. */
  async keepAnswers(answers: readonly KeptAnswer[], now: Temporal.Instant): Promise<void> {
    const rows = answers.map(({ people, copyTo, ...submission }) => ({
      ...submission,
      event_id: this.eventId,
      answer: { people, copyTo },
      created_at: now.toString(),
    }));
    await insertAll(this.manager, 'submission', rows);
  }

  /** Raises the appointment of each address for a date, and tells the sequence that its mail must carry. */
  async raiseAppointments(
    keys: readonly string[],
    dateId: string,
    least: number,
  ): Promise<Map<string, number>> {
    if (keys.length === 0) return new Map();
    const [rows] = await this.manager.query(
      `WITH raised AS (
         INSERT INTO appointment (email_key, date_id, sequence)
         SELECT DISTINCT key, $2::uuid, $3::integer FROM unnest($1::text[]) AS key
         ON CONFLICT (email_key, date_id)
         DO UPDATE SET sequence = greatest(appointment.sequence + 1, excluded.sequence)
         RETURNING email_key, sequence)
       SELECT jsonb_object_agg(email_key, sequence) AS sequences FROM raised`,
      [keys, dateId, least],
    );
    return new Map(Object.entries(rows.sequences));
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

  // OFFSET 0 keeps it one index look-up per person: joined freely, the planner reads the whole event at every batch.
  private async idsOf(persons: readonly PersonKey[]): Promise<string[]> {
    if (persons.length === 0) return [];
    const rows: { id: string }[] = await this.manager.query(
      `SELECT found.id FROM unnest($2::text[], $3::text[]) AS asked (email, name),
       LATERAL (SELECT r.id FROM registration r
         WHERE r.event_id = $1 AND r.email_key = asked.email AND r.name_key = asked.name
           AND r.status IN ('${ACTIVE.join("', '")}') OFFSET 0) AS found`,
      [this.eventId, persons.map((person) => person.email), persons.map((person) => person.name)],
    );
    return rows.map((row) => row.id);
  }

  private firstInLine(attendance: Attendance, most: number): Promise<Registration[]> {
    return this.manager
      .createQueryBuilder(Registration, 'r')
      .where("r.event_id = :event AND r.status = 'waitlisted' AND r.attendance = :attendance", {
        event: this.eventId,
        attendance,
      })
      .orderBy('r.line')
      .limit(most)
      .getMany();
  }

  private async update(facts: readonly Fact[], now: Temporal.Instant): Promise<void> {
    const rows = facts.map(({ registration: { id, status, holdsSeat, version } }) => ({
      id,
      status,
      holds_seat: holdsSeat,
      version,
    }));
    await this.manager.query(
      `UPDATE registration r
       SET status = c.status, holds_seat = c.holds_seat, version = c.version, changed_at = $2, told_at = $2
       FROM jsonb_populate_recordset(NULL::registration, $1::jsonb) c WHERE r.id = c.id`,
      [JSON.stringify(rows), now.toString()],
    );
  }
}

/** A submission with what it was answered. */
interface KeptAnswer {
  id: string;
  client: string;
  key: string;
  fingerprint: string;
  people: AnsweredPerson[];
  copyTo?: string;
}

const free = (seats: Seats): number =>
  seats.capacity === null ? seats.waiting : Math.max(0, seats.capacity - seats.taken);

function registrationRow(registration: Registration) {
  return {
    id: registration.id,
    event_id: registration.eventId,
    reference: registration.reference,
    status: registration.status,
    holds_seat: registration.holdsSeat,
    attendance: registration.attendance,
    email: registration.email,
    email_key: registration.emailKey,
    first_name: registration.firstName,
    last_name: registration.lastName,
    name_key: registration.nameKey,
    organization: registration.organization,
    language: registration.language,
    copy_to: registration.copyTo,
    line: registration.line,
    version: registration.version,
    link_generation: registration.linkGeneration,
    told_at: registration.toldAt,
    created_at: registration.createdAt,
    changed_at: registration.changedAt,
  };
}

const changeRow = (fact: Fact, now: Temporal.Instant) => ({
  registration_id: fact.registration.id,
  at: now,
  from_status: fact.from ?? null,
  to_status: fact.registration.status,
  actor: fact.actor,
  reason: fact.reason ?? null,
});
