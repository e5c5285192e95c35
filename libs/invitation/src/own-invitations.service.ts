import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import { Links } from '#account';
import { Clock } from '#config';
import { type Event, ProgrammeService } from '#event';
import { officeDay, type PersonalPage } from '#member';
import { countPositions, personKey } from '#registration';
import { STATES } from './invitation-sql.js';
import { replyOver } from './opening.js';
import type { InvitationState } from './words.js';

/** An invitation that can still be answered, as the person or the member's coordinator sees it. */
export interface OwnInvitation {
  id: string;
  name: string;
  state: InvitationState;
  /** The place in the line of who waits. */
  position?: number;
  event: Event;
  /** Opens the invitation; only where it is this contact's own. */
  token?: string;
}

/** Which invitations belong to a contact: the own ones, for a coordinator those of all the member's people. */
@Injectable()
export class OwnInvitations {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly programme: ProgrammeService,
    private readonly links: Links,
    private readonly clock: Clock,
  ) {}

  /** Those to events that have not begun, the latest first. */
  async of({ contact, member, coordinates }: PersonalPage): Promise<OwnInvitation[]> {
    const now = this.clock.now();
    // Without an address nothing but the directory's own entry says whose it is.
    const key = contact.email === null ? undefined : personKey({ ...contact, email: contact.email });
    const rows: Row[] = await this.manager.query(OWN, [
      contact.id,
      key?.email ?? null,
      key?.name ?? null,
      coordinates ? (member?.id ?? null) : null,
      officeDay(now),
    ]);
    const events = await this.programme.load([...new Set(rows.map(({ eventId }) => eventId))]);
    const open = new Map(events.filter((event) => !replyOver(event, now)).map((event) => [event.id, event]));
    const positions = await countPositions(
      this.manager,
      rows.flatMap(({ state, waits }) => (state === 'waiting' ? waits : [])),
    );
    return rows.flatMap(({ id, name, state, eventId, own, generation, waits }) => {
      const event = open.get(eventId);
      if (!event) return [];
      const token = own ? this.links.token('invitation', id, generation) : undefined;
      const line = waits.flatMap((one) => positions.get(one) ?? []);
      const position = state === 'waiting' && line.length > 0 ? Math.min(...line) : undefined;
      return [{ id, name, state, position, event, token }];
    });
  }
}

interface Row {
  id: string;
  eventId: string;
  name: string;
  state: InvitationState;
  own: boolean;
  generation: number;
  waits: string[];
}

const OWN = `
  WITH chosen AS (
    SELECT *, coalesce(contact_id = $1 OR contact_id IS NULL AND email_key = $2 AND name_key = $3, false) AS own
    FROM invitation
    WHERE revoked_at IS NULL
      AND (contact_id = $1 OR contact_id IS NULL AND email_key = $2 AND name_key = $3 OR member_id = $4)),
  ${STATES('$5')}
  SELECT s.id, s.event_id AS "eventId", trim(s.first_name || ' ' || s.last_name) AS name, s.state, s.own,
    s.link_generation AS generation,
    ARRAY(SELECT registration_id FROM people p WHERE p.invitation_id = s.id AND p.status = 'waitlisted') AS waits
  FROM states s
  ORDER BY s.invited_at DESC, s.id DESC`;
