import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import { Clock } from '#config';
import { toInstant } from '#database';
import { type Event, extent, ProgrammeService, registrationWindow } from '#event';
import { countPositions, type Held, heldBack, isActive } from '#registration';
import type { DelegationSeat } from './delegation-seat.js';
import { DelegationUnknown } from './refusals.js';

/** A delegation in numbers; seats that were given back do not count. */
export interface DelegationLine {
  id: string;
  event: Event;
  memberId: string;
  memberName: string;
  coordinatorId: string;
  coordinatorName: string;
  /** With a name, seated or not yet. */
  named: number;
  /** Without a name. */
  unnamed: number;
  /** How many of both wait. */
  waiting: number;
  /** When the first of the seats without a name is given back. */
  nameBy?: Temporal.ZonedDateTime;
}

/** A delegation with its people. */
export interface DelegationView extends DelegationLine {
  /** Those that stand first; then those that were given back. */
  seats: DelegationSeat[];
  /** Why the first of those who wait does, where it is not that all places are taken. */
  heldBack?: Held;
}

/** Which delegations there are, and who is in them. */
@Injectable()
export class DelegationList {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly programme: ProgrammeService,
    private readonly clock: Clock,
  ) {}

  /** Those of a member to events that are not over, in the order of the events. */
  async ofMember(memberId: string): Promise<DelegationLine[]> {
    const now = this.clock.now();
    const lines = await this.lines('d.member_id = $1', memberId);
    const isOver = (event: Event) => {
      const end = extent(event)?.end.toInstant();
      return end !== undefined && Temporal.Instant.compare(end, now) <= 0;
    };
    return lines.filter(({ event }) => !isOver(event));
  }

  /** Those to an event, by member. */
  ofEvent(eventId: string): Promise<DelegationLine[]> {
    return this.lines('d.event_id = $1', eventId);
  }

  /** One delegation; throws {@link DelegationUnknown}, with `memberId` for those of other members too. */
  async byId(id: string, memberId?: string): Promise<DelegationView> {
    const [line] = UUID.test(id) ? await this.lines('d.id = $1', id) : [];
    if (!line || (memberId !== undefined && line.memberId !== memberId)) throw new DelegationUnknown();
    const seats = await this.seats(id);
    const waiting = seats.filter(({ status }) => status === 'waitlisted').map((seat) => seat.id);
    const held = await heldBack(this.manager, [line.event], waiting, this.clock.now());
    return { ...line, seats, heldBack: held.values().next().value };
  }

  /** Events that a member's coordinator can register people for now, in their order. */
  async openEvents(): Promise<Event[]> {
    const now = this.clock.now();
    const { events } = await this.programme.list({ from: now, limit: MOST_EVENTS });
    return events.filter(
      (event) => event.audience !== 'invited' && registrationWindow(event, now).state === 'open',
    );
  }

  private async seats(delegationId: string): Promise<DelegationSeat[]> {
    const rows: SeatRow[] = await this.manager.query(SEATS, [delegationId]);
    const waiting = rows.filter(({ status }) => status === 'waitlisted').map(({ id }) => id);
    const positions = await countPositions(this.manager, waiting);
    const seats = rows.map(({ expiresAt, ...row }) => ({
      ...row,
      position: positions.get(row.id),
      nameBy: expiresAt && !row.named && NAMING.includes(row.status) ? toInstant(expiresAt) : undefined,
    }));
    return seats.sort((a, b) => Number(isActive(b.status)) - Number(isActive(a.status)));
  }

  // One without any registration was refused by the desk, and is shown nowhere.
  private async lines(where: string, id: string): Promise<DelegationLine[]> {
    const rows: LineRow[] = await this.manager.query(`${LINES} WHERE ${where} ${LINES_ORDER}`, [id]);
    const events = await this.programme.load([...new Set(rows.map(({ eventId }) => eventId))]);
    const byId = new Map(events.map((event) => [event.id, event]));
    return rows.flatMap(({ eventId, nameBy, ...row }) => {
      const event = byId.get(eventId);
      if (!event) return [];
      return [
        { ...row, event, nameBy: nameBy ? toInstant(nameBy).toZonedDateTimeISO(event.timeZone) : undefined },
      ];
    });
  }
}

const MOST_EVENTS = 500;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

type LineRow = Omit<DelegationLine, 'event' | 'nameBy'> & { eventId: string; nameBy: Date | null };
type SeatRow = Omit<DelegationSeat, 'position' | 'nameBy'> & { expiresAt: Date | null };

// Until a request is decided, or an offer answered, what runs out is that; names are due after it.
const NAMING: readonly string[] = ['waitlisted', 'confirmed'];

const ACTIVE_SEAT = `r.status IN ('unverified', 'requested', 'waitlisted', 'offered', 'confirmed')`;

const LINES = `
  SELECT d.id, d.event_id AS "eventId", d.member_id AS "memberId", m.name AS "memberName",
    d.coordinator_id AS "coordinatorId", trim(c.first_name || ' ' || c.last_name) AS "coordinatorName",
    n.named, n.unnamed, n.waiting, n.name_by AS "nameBy"
  FROM delegation d JOIN member m ON m.id = d.member_id JOIN contact c ON c.id = d.coordinator_id
  JOIN LATERAL (
    SELECT count(*) AS all,
      count(*) FILTER (WHERE r.named AND ${ACTIVE_SEAT})::integer AS named,
      count(*) FILTER (WHERE NOT r.named AND ${ACTIVE_SEAT})::integer AS unnamed,
      count(*) FILTER (WHERE r.status = 'waitlisted')::integer AS waiting,
      min(r.expires_at) FILTER (WHERE NOT r.named AND r.status IN ('${NAMING.join("', '")}')) AS name_by
    FROM registration r WHERE r.delegation_id = d.id) n ON n.all > 0
  LEFT JOIN LATERAL (SELECT min(starts_at) AS first FROM event_date WHERE event_id = d.event_id) times ON true`;
const LINES_ORDER = 'ORDER BY times.first, d.event_id, m.name COLLATE "und-x-icu", d.id';

const SEATS = `
  SELECT r.id, r.reference, r.named, r.first_name AS "firstName", r.last_name AS "lastName", r.email, r.language, r.status,
    r.attendance, r.version, r.group_id IS NOT NULL AS together, r.expires_at AS "expiresAt"
  FROM registration r WHERE r.delegation_id = $1
  ORDER BY r.named DESC, r.line NULLS FIRST, r.last_name COLLATE "und-x-icu", r.first_name COLLATE "und-x-icu", r.id`;
