import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { type EntityManager, In } from 'typeorm';
import type { Attendance, Event } from '#event';
import { offered } from './admission.js';
import { Allotment } from './rules/allotment.entity.js';
import type { Seats } from './settle/place.js';
import { Standing } from './standing.entity.js';

/** One way of attending, counted. A null capacity has no limit; where the office over-booked more are taken than there are. */
export type SeatCount = Pick<Seats, 'capacity' | 'taken' | 'waiting'>;

/** The seats of an event as people may see them: only the ways of attending that it offers. */
export interface SeatsView {
  onsite?: SeatCount;
  online?: SeatCount;
  /** How many wait, over all ways of attending. */
  waiting: number;
}

/** How many seats an event has; null means no limit. */
export interface SeatPlan {
  onsite?: number | null;
  online?: number | null;
}

/** The counters of events: opened once, then changed by the desk alone. */
@Injectable()
export class StandingService {
  constructor(@InjectEntityManager() private readonly manager: EntityManager) {}

  /**
   * Opens an event for registration and answers the seats it has then. An assembly gets no limit and no waiting list whatever the plan says:
   * nothing keeps a member's delegate out (rule A6).
   */
  async open(
    event: { id: string; kind: Event['kind'] },
    plan: SeatPlan,
    within: EntityManager = this.manager,
  ): Promise<Required<SeatPlan>> {
    const limited = event.kind !== 'assembly';
    const onsite = limited ? (plan.onsite ?? null) : null;
    const online = limited ? (plan.online ?? null) : null;
    await within.insert(Standing, { eventId: event.id, onsiteCapacity: onsite, onlineCapacity: online });
    return { onsite, online };
  }

  /** Opens an event with as many seats as another has; one that takes no registrations has none to give. */
  async openLike(
    sourceId: string,
    event: { id: string; kind: Event['kind'] },
    within: EntityManager = this.manager,
  ): Promise<void> {
    if (event.kind === 'listing') return;
    const source = await within.findOneBy(Standing, { eventId: sourceId });
    await this.open(event, { onsite: source?.onsiteCapacity, online: source?.onlineCapacity }, within);
  }

  /** What is limited beside the seats of an event: sessions and choices of the form. */
  allotments(eventId: string): Promise<Allotment[]> {
    return this.manager.find(Allotment, { where: { eventId }, order: { id: 'ASC' } });
  }

  /** The seats of these events, by event id; an event without registration is left out. */
  async seats(events: readonly Pick<Event, 'id' | 'format'>[]): Promise<Map<string, SeatsView>> {
    const formats = new Map(events.map((event) => [event.id, event]));
    const standings = await this.manager.findBy(Standing, { eventId: In([...formats.keys()]) });
    return new Map(
      standings.map((standing) => {
        const ways = offered(formats.get(standing.eventId) as Pick<Event, 'format'>);
        return [standing.eventId, viewOf(standing, ways)];
      }),
    );
  }
}

function viewOf(standing: Standing, ways: readonly Attendance[]): SeatsView {
  const seats = {
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
  };
  return {
    ...Object.fromEntries(ways.map((way) => [way, seats[way]])),
    waiting: standing.onsiteWaiting + standing.onlineWaiting,
  };
}
