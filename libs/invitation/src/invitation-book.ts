import { randomUUIDv7 } from 'node:crypto';
import { type EntityManager, In } from 'typeorm';
import { insertAll, toInstant } from '#database';
import { officeDay } from '#member';
import { personKey } from '#registration';
import type { Invitee, KnownGuests } from './guest.js';
import { Invitation } from './invitation.entity.js';
import { COMING, STATES } from './invitation-sql.js';

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

  /** Lets nobody else invite to the event until the transaction ends, so that nobody is invited by both. */
  async lock(eventId: string): Promise<void> {
    await this.manager.query('SELECT FROM event WHERE id = $1 FOR NO KEY UPDATE', [eventId]);
  }

  /** Who has an invitation to the event; hundreds, not millions. */
  async known(eventId: string): Promise<KnownGuests> {
    const rows: KnownRow[] = await this.manager.query(
      `SELECT member_id, contact_id, email_key || E'\\n' || name_key AS person, revoked_at IS NULL AS live
       FROM invitation WHERE event_id = $1`,
      [eventId],
    );
    const live = rows.filter((row) => row.live);
    const membersOf = (some: readonly KnownRow[]) =>
      new Set(some.flatMap(({ member_id }) => member_id ?? []));
    const contacts = new Set(live.flatMap(({ contact_id }) => contact_id ?? []));
    const people = new Set(live.map(({ person }) => person));
    const members = membersOf(live);
    return {
      members,
      membersEver: membersOf(rows),
      has: (invitee) => {
        const { email, name } = personKey(invitee);
        const memberIsKnown = invitee.forMember && members.has(invitee.memberId ?? '');
        return memberIsKnown || contacts.has(invitee.contactId ?? '') || people.has(`${email}\n${name}`);
      },
    };
  }

  /**
   * Counts one more letter for everybody who has not answered, can be reached, had no letter since `before` and
   * whose member has not resigned by the event, and answers them; who has another address by now gets it there, and
   * the links in the earlier mails open nothing any more. Asked twice at once, each is answered once.
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
           AND mailed_at <= $2 AND ($4::uuid[] IS NULL OR member_id = ANY($4))),
       ${STATES('$5')}
       UPDATE invitation i
       SET reminders = i.reminders + 1, letters = i.letters + 1, mailed_at = $3,
         email = coalesce(k.email, i.email), email_key = coalesce(k.email_key, i.email_key),
         link_generation = i.link_generation + (coalesce(k.email_key, i.email_key) <> i.email_key)::integer
       FROM states s LEFT JOIN contact k ON k.id = s.contact_id
       WHERE i.id = s.id AND s.state = 'silent' AND ${NOT_INVITED_THERE}
         AND i.mailed_at <= $2 AND i.answer IS NULL AND i.revoked_at IS NULL
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
           AND mailed_at <= $2 AND ($3::uuid[] IS NULL OR member_id = ANY($3))),
       ${STATES('$4')}
       SELECT event_id, count(*)::integer AS number
       FROM states s LEFT JOIN contact k ON k.id = s.contact_id
       WHERE state = 'silent' AND ${NOT_INVITED_THERE} GROUP BY event_id`,
      [eventIds, before.toString(), memberIds ?? null, officeDay(now)],
    );
    return new Map(rows.map(({ event_id, number }) => [event_id, number]));
  }

  /** How many are silent but had a letter after `since`, by event, and when the first of these letters was. */
  async recent(
    eventIds: readonly string[],
    {
      since,
      now,
      memberIds,
    }: { since: Temporal.Instant; now: Temporal.Instant; memberIds?: readonly string[] },
  ): Promise<Map<string, { count: number; firstMailedAt: Temporal.Instant }>> {
    const rows: { event_id: string; number: number; first: Date }[] = await this.manager.query(
      `WITH chosen AS (
         SELECT * FROM invitation WHERE event_id = ANY($1) AND revoked_at IS NULL AND answer IS NULL
           AND mailed_at > $2 AND ($3::uuid[] IS NULL OR member_id = ANY($3))),
       ${STATES('$4')}
       SELECT event_id, count(*)::integer AS number, min(mailed_at) AS first
       FROM states s LEFT JOIN contact k ON k.id = s.contact_id
       WHERE state = 'silent' AND ${NOT_INVITED_THERE} GROUP BY event_id`,
      [eventIds, since.toString(), memberIds ?? null, officeDay(now)],
    );
    return new Map(
      rows.map(({ event_id, number, first }) => [
        event_id,
        { count: number, firstMailedAt: toInstant(first) },
      ]),
    );
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

interface KnownRow {
  member_id: string | null;
  contact_id: string | null;
  person: string;
  live: boolean;
}

// A contact `k` whose new address has an invitation of its own is asked by that one, not by `s` too.
const NOT_INVITED_THERE = `NOT EXISTS (
  SELECT FROM invitation o WHERE o.event_id = s.event_id AND o.id <> s.id AND o.revoked_at IS NULL
    AND o.email_key = k.email_key AND o.name_key = s.name_key)`;

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
