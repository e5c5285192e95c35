import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import { Links } from '#account';
import { Clock } from '#config';
import { toInstant } from '#database';
import { type Event, ProgrammeService } from '#event';
import { type PersonalPage, SpellingService } from '#member';
import { ACTIVE, type PersonKey, personKey, type RegistrationStatus } from '#registration';

/** A place at an event that is not over, as the person or the member's coordinator sees it. */
export interface OwnPlace {
  registrationId: string;
  /** Empty for a seat whose person is not known yet. */
  name: string;
  status: RegistrationStatus;
  event: Event;
  changedAt: Temporal.Instant;
  /** Opens the registration; only where it is this contact's own: a mailbox may be shared. */
  token?: string;
}

/** Which places belong to a contact: those of the own address and name, for a coordinator those of all the member's people. */
@Injectable()
export class OwnPlaces {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly programme: ProgrammeService,
    private readonly spellings: SpellingService,
    private readonly links: Links,
    private readonly clock: Clock,
  ) {}

  /** At events that were not over at `since`, if not given now: in the order of the events, then by name. */
  async of({ contact, member, coordinates }: PersonalPage, since = this.clock.now()): Promise<OwnPlace[]> {
    const memberId = coordinates ? member?.id : undefined;
    const own = contact.email === null ? undefined : personKey({ ...contact, email: contact.email });
    return this.places(since, { own, memberId });
  }

  /** Those of all people of a member, as its coordinator sees them, but without the ways to them. */
  ofMember(memberId: string): Promise<OwnPlace[]> {
    return this.places(this.clock.now(), { memberId });
  }

  private async places(
    since: Temporal.Instant,
    { own: self, memberId }: { own?: PersonKey; memberId?: string },
  ): Promise<OwnPlace[]> {
    const from = since.toString();
    const names = memberId ? await this.namesOf(memberId, from) : [];
    const rows: PlaceRow[] = await this.manager.query(PLACES, [
      from,
      ACTIVE,
      self?.email ?? null,
      memberId ?? null,
      names,
      self?.name ?? null,
    ]);
    const events = await this.programme.load([...new Set(rows.map(({ eventId }) => eventId))]);
    const byId = new Map(events.map((event) => [event.id, event]));
    return rows.flatMap(({ registrationId, name, status, changedAt, eventId, own, generation }) => {
      const event = byId.get(eventId);
      if (!event) return [];
      const token = own ? this.links.token('registration', registrationId, generation) : undefined;
      return [{ registrationId, name, status, event, changedAt: toInstant(changedAt), token }];
    });
  }

  // People type their organization; what is meant by it the directory knows.
  private async namesOf(memberId: string, from: string): Promise<string[]> {
    const typed: { name: string }[] = await this.manager.query(
      `SELECT DISTINCT r.organization AS name FROM registration r
       WHERE r.organization IS NOT NULL AND r.status = ANY($2) AND r.event_id IN (${EVENTS_SINCE})`,
      [from, ACTIVE],
    );
    const meanings = await this.spellings.resolve(typed.map(({ name }) => name));
    return [...meanings].flatMap(([name, meaning]) => (meaning.memberId === memberId ? [name] : []));
  }
}

interface PlaceRow {
  registrationId: string;
  eventId: string;
  name: string;
  status: RegistrationStatus;
  own: boolean;
  changedAt: Date;
  generation: number;
}

const EVENTS_SINCE = 'SELECT event_id FROM event_date WHERE ends_at > $1::timestamptz';

const PLACES = `
  SELECT r.id AS "registrationId", r.event_id AS "eventId", trim(r.first_name || ' ' || r.last_name) AS name, r.status,
    r.changed_at AS "changedAt", r.link_generation AS generation, coalesce(r.email_key = $3 AND r.name_key = $6, false) AS own
  FROM registration r
  JOIN LATERAL (
    SELECT min(starts_at) AS first FROM event_date WHERE event_id = r.event_id) times ON true
  WHERE r.event_id IN (${EVENTS_SINCE}) AND r.status = ANY($2)
    -- Whose people somebody was found to be when they registered counts before what they typed.
    AND (r.email_key = $3 AND r.name_key = $6
      OR r.member_id = $4 OR r.member_id IS NULL AND r.organization = ANY($5)
      OR EXISTS (
        SELECT FROM invitation_registration l JOIN invitation i ON i.id = l.invitation_id
        WHERE l.registration_id = r.id AND i.member_id = $4))
  ORDER BY times.first, r.event_id, r.last_name COLLATE "und-x-icu", r.first_name COLLATE "und-x-icu", r.id`;
