import { randomUUIDv7 } from 'node:crypto';
import { type EntityManager, In } from 'typeorm';
import { insertAll } from '#database';
import { officeDay } from '#member';
import { personKey } from '#registration';
import type { Invitee } from './guest-list.service.js';
import { Invitation } from './invitation.entity.js';
import { COMING, STATES, STILL_MEMBER } from './invitation-sql.js';

/** What is the same for all who are invited in one go. */
export interface Inviting {
  eventId: string;
  actor: string;
  now: Temporal.Instant;
  substituteFor?: string;
}

/** What is read and written of invitations inside a transaction: set-based statements only. */
export class InvitationBook {
  constructor(private readonly manager: EntityManager) {}

  /** Writes the invitations down and answers them; who is invited already is left out. */
  async enter(invitees: readonly Invitee[], inviting: Inviting): Promise<Invitation[]> {
    const rows = invitees.map((invitee) => rowOf(invitee, inviting));
    await insertAll(
      this.manager,
      'invitation',
      rows,
      'ON CONFLICT (event_id, email_key, name_key) WHERE revoked_at IS NULL DO NOTHING',
    );
    return this.manager.find(Invitation, {
      where: { id: In(rows.map(({ id }) => id)) },
      order: { lastName: 'ASC', id: 'ASC' },
    });
  }

  /** Which of these people are invited to the event already, as `<address key>\n<name key>`. */
  async invited(eventId: string, invitees: readonly Invitee[]): Promise<Set<string>> {
    const keys = invitees.map(personKey);
    const rows: { person: string }[] = await this.manager.query(
      `SELECT i.email_key || E'\\n' || i.name_key AS person
       FROM unnest($2::text[], $3::text[]) AS asked (email, name)
       JOIN invitation i ON i.event_id = $1 AND i.email_key = asked.email AND i.name_key = asked.name
       WHERE i.revoked_at IS NULL`,
      [eventId, keys.map(({ email }) => email), keys.map(({ name }) => name)],
    );
    return new Set(rows.map(({ person }) => person));
  }

  /**
   * Counts one more letter for everybody who has not answered, can be reached, had no letter since `before` and
   * whose member has not resigned by the event, and answers them. Asked twice at once, each is answered once.
   */
  async silent(
    eventId: string,
    {
      before,
      now,
      memberIds,
    }: { before: Temporal.Instant; now: Temporal.Instant; memberIds?: readonly string[] },
  ): Promise<Invitation[]> {
    const [rows]: [{ id: string }[]] = await this.manager.query(
      `WITH chosen AS (
         SELECT * FROM invitation WHERE event_id = $1 AND revoked_at IS NULL AND answer IS NULL
           AND mailed_at <= $2 AND ($4::uuid[] IS NULL OR member_id = ANY($4)) AND ${STILL_MEMBER('$5')}),
       ${STATES}
       UPDATE invitation i
       SET reminders = i.reminders + 1, letters = i.letters + 1, mailed_at = $3
       FROM states s WHERE i.id = s.id AND s.state = 'silent' AND i.mailed_at <= $2 AND i.answer IS NULL
       RETURNING i.id`,
      [eventId, before.toString(), now.toString(), memberIds ?? null, officeDay(now)],
    );
    return this.manager.findBy(Invitation, { id: In(rows.map(({ id }) => id)) });
  }

  /** How many {@link silent} would answer, by event. */
  async due(
    eventIds: readonly string[],
    {
      before,
      now,
      memberIds,
    }: { before: Temporal.Instant; now: Temporal.Instant; memberIds?: readonly string[] },
  ): Promise<Map<string, number>> {
    const rows: { event_id: string; number: number }[] = await this.manager.query(
      `WITH chosen AS (
         SELECT * FROM invitation WHERE event_id = ANY($1) AND revoked_at IS NULL AND answer IS NULL
           AND mailed_at <= $2 AND ($3::uuid[] IS NULL OR member_id = ANY($3)) AND ${STILL_MEMBER('$4')}),
       ${STATES}
       SELECT event_id, count(*)::integer AS number FROM states WHERE state = 'silent' GROUP BY event_id`,
      [eventIds, before.toString(), memberIds ?? null, officeDay(now)],
    );
    return new Map(rows.map(({ event_id, number }) => [event_id, number]));
  }

  /** The names of these members. */
  async memberNames(ids: readonly (string | null)[]): Promise<Map<string, string>> {
    const rows: { id: string; name: string }[] = await this.manager.query(
      'SELECT id, name FROM member WHERE id = ANY($1)',
      [[...new Set(ids.filter(Boolean))]],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** Who comes to the event, by member. */
  async coming(eventId: string, memberIds: readonly (string | null)[]): Promise<Map<string, string[]>> {
    const rows: { member_id: string; names: string[] }[] = await this.manager.query(
      `WITH ${COMING}
       SELECT member_id, jsonb_agg(first_name || ' ' || last_name ORDER BY last_name, first_name) AS names
       FROM coming GROUP BY member_id`,
      [memberIds.filter(Boolean), [eventId]],
    );
    return new Map(rows.map(({ member_id, names }) => [member_id, names]));
  }
}

function rowOf(invitee: Invitee, { eventId, actor, now, substituteFor }: Inviting) {
  const { email, name } = personKey(invitee);
  return {
    id: randomUUIDv7(),
    event_id: eventId,
    member_id: invitee.memberId ?? null,
    contact_id: invitee.contactId ?? null,
    function_id: invitee.functionId ?? null,
    email: invitee.email,
    email_key: email,
    first_name: invitee.firstName,
    last_name: invitee.lastName,
    name_key: name,
    language: invitee.language,
    substitute_for: substituteFor ?? null,
    link_generation: 0,
    letters: 1,
    reminders: 0,
    invited_by: actor,
    invited_at: now,
    mailed_at: now,
  };
}
