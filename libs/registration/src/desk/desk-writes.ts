import type { EntityManager } from 'typeorm';
import { insertAll } from '#database';
import type { Attendance } from '#event';
import type { Registration } from '../registration.entity.js';
import type { Counters } from '../settle/place.js';
import type { Settlement } from '../settle/settle.js';
import type { AnsweredPerson } from '../submission.entity.js';
import type { RegistrationStatus } from '../words.js';
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

/** What the desk writes of one event inside its transaction: one statement for each table, for any number of rows. */
export class DeskWrites {
  constructor(
    private readonly manager: EntityManager,
    private readonly eventId: string,
    private readonly now: Temporal.Instant,
  ) {}

  async write({ inserted, changed, toldAgain, changes, claims, submissions }: Outcome): Promise<void> {
    await insertAll(this.manager, 'registration', inserted.map(rowOf));
    if (changed.length > 0) await this.update(changed);
    if (toldAgain.length > 0) {
      await this.manager.query('UPDATE registration SET told_at = $2 WHERE id = ANY($1)', [
        toldAgain,
        this.now.toString(),
      ]);
    }
    await this.history(changes);
    if (claims.length > 0) await this.claim(claims);
    await insertAll(
      this.manager,
      'submission',
      submissions.map(({ people, copyTo, ...submission }) => ({
        ...submission,
        event_id: this.eventId,
        answer: { people, copyTo },
        created_at: this.now.toString(),
      })),
    );
  }

  /** Appends to the histories of registrations. */
  async history(changes: readonly Change[]): Promise<void> {
    const rows = changes.map((change) => changeRow(change, this.now));
    await insertAll(this.manager, 'registration_change', rows);
  }

  /** Writes down how many seats are taken and how many wait, and when to look again. */
  async count(
    { counters, members, allotments }: Settlement,
    before: { members: ReadonlyMap<string, number>; allotments: ReadonlyMap<string, { taken: number }> },
    dueAt: Temporal.Instant | undefined,
  ): Promise<void> {
    await this.manager.query(COUNT, [this.eventId, ...countersRow(counters), dueAt?.toString() ?? null]);
    const held = [...members].filter(([id, { taken }]) => taken !== (before.members.get(id) ?? 0));
    await insertAll(
      this.manager,
      'member_standing',
      held.map(([member, { taken }]) => ({ event_id: this.eventId, member_id: member, taken })),
      'ON CONFLICT (event_id, member_id) DO UPDATE SET taken = excluded.taken',
    );
    const moved = [...allotments].filter(([id, { taken }]) => taken !== before.allotments.get(id)?.taken);
    if (moved.length > 0) {
      await this.manager.query(
        `UPDATE allotment a SET taken = c.taken, over = c.over
         FROM json_populate_recordset(NULL::allotment, $1::json) c WHERE a.id = c.id`,
        [JSON.stringify(moved.map(([id, { taken, over }]) => ({ id, taken, over })))],
      );
    }
  }

  private async update(changed: readonly Registration[]): Promise<void> {
    await this.manager.query(UPDATE, [JSON.stringify(changed.map(rowOf)), this.now.toString()]);
  }

  private async claim(claims: Outcome['claims']): Promise<void> {
    const rows = claims.flatMap(({ registrationId, claims: chosen, held }) =>
      chosen.map((id) => ({ registration_id: registrationId, allotment_id: id, held: held.includes(id) })),
    );
    await this.manager.query(
      `DELETE FROM claim c WHERE c.registration_id = ANY($1::uuid[]) AND NOT EXISTS (
         SELECT FROM json_populate_recordset(NULL::claim, $2::json) n
         WHERE n.registration_id = c.registration_id AND n.allotment_id = c.allotment_id)`,
      [claims.map((one) => one.registrationId), JSON.stringify(rows)],
    );
    await insertAll(
      this.manager,
      'claim',
      rows,
      'ON CONFLICT (registration_id, allotment_id) DO UPDATE SET held = excluded.held',
    );
  }
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

const UPDATE = `UPDATE registration r
  SET ${CHANGEABLE.map((column) => `${column} = c.${column}`).join(', ')}, changed_at = $2
  FROM jsonb_populate_recordset(NULL::registration, $1::jsonb) c WHERE r.id = c.id`;

const changeRow = (change: Change, now: Temporal.Instant) => ({
  registration_id: change.registrationId,
  at: now,
  from_status: change.from ?? null,
  to_status: change.to,
  actor: change.actor,
  reason: change.reason ?? null,
  what: change.what ?? null,
  detail: change.detail ?? null,
});
