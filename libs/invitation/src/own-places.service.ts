import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import { Links } from '#account';
import { Clock } from '#config';
import { type Event, ProgrammeService } from '#event';
import { type PersonalPage, SpellingService } from '#member';
import { ACTIVE, type RegistrationStatus } from '#registration';

/** A place at an event that is not over, as the person or the member's coordinator sees it. */
export interface OwnPlace {
  registrationId: string;
  name: string;
  status: RegistrationStatus;
  event: Event;
  /** Opens the registration; only where its mails go to this contact's own address. */
  token?: string;
}

/** Which places belong to a contact: those of the own address, for a coordinator those of all the member's people. */
@Injectable()
export class OwnPlaces {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly programme: ProgrammeService,
    private readonly spellings: SpellingService,
    private readonly links: Links,
    private readonly clock: Clock,
  ) {}

  /** In the order of the events, then by name. */
  async of({ contact, member, coordinates }: PersonalPage): Promise<OwnPlace[]> {
    const now = this.clock.now().toString();
    const memberId = coordinates ? member?.id : undefined;
    const names = memberId ? await this.namesOf(memberId, now) : [];
    const rows: PlaceRow[] = await this.manager.query(PLACES, [
      now,
      ACTIVE,
      contact.emailKey,
      memberId ?? null,
      names,
    ]);
    const events = await this.programme.load([...new Set(rows.map(({ eventId }) => eventId))]);
    const byId = new Map(events.map((event) => [event.id, event]));
    return rows.flatMap(({ registrationId, name, status, eventId, own, generation }) => {
      const event = byId.get(eventId);
      if (!event) return [];
      const token = own ? this.links.token('registration', registrationId, generation) : undefined;
      return [{ registrationId, name, status, event, token }];
    });
  }

  // People type their organization; what is meant by it the directory knows.
  private async namesOf(memberId: string, now: string): Promise<string[]> {
    const typed: { name: string }[] = await this.manager.query(
      `SELECT DISTINCT r.organization AS name FROM registration r
       WHERE r.organization IS NOT NULL AND r.status = ANY($2) AND r.event_id IN (${COMING_EVENTS})`,
      [now, ACTIVE],
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
  generation: number;
}

const COMING_EVENTS = 'SELECT event_id FROM event_date WHERE ends_at > $1::timestamptz';

const PLACES = `
  SELECT r.id AS "registrationId", r.event_id AS "eventId", r.first_name || ' ' || r.last_name AS name, r.status,
    r.link_generation AS generation, coalesce(r.email_key = $3, false) AS own
  FROM registration r
  JOIN LATERAL (
    SELECT min(starts_at) AS first FROM event_date WHERE event_id = r.event_id) times ON true
  WHERE r.event_id IN (${COMING_EVENTS}) AND r.status = ANY($2)
    AND (r.email_key = $3 OR r.organization = ANY($5)
      OR EXISTS (
        SELECT FROM invitation_registration l JOIN invitation i ON i.id = l.invitation_id
        WHERE l.registration_id = r.id AND i.member_id = $4))
  ORDER BY times.first, r.event_id, r.last_name COLLATE "und-x-icu", r.first_name COLLATE "und-x-icu", r.id`;
