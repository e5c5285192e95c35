import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { type EntityManager, IsNull, Not } from 'typeorm';
import { Clock } from '#config';
import { ProgrammeService } from '#event';
import { DeskBook } from '../desk/desk-book.js';
import { DeskRules } from './desk-rules.entity.js';

/** How many people an event needs by when, and whether it is off without them. */
export interface Minimum {
  needed: number;
  until: Temporal.Instant;
  cancels: boolean;
}

/** Keeps which events' minimum numbers are still to be looked at. */
@Injectable()
export class Minimums {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly programme: ProgrammeService,
    private readonly clock: Clock,
  ) {}

  /** Published events whose day has come, by id, the earliest first; all others are looked at once they are published. */
  async due(): Promise<string[]> {
    const rows: { eventId: string }[] = await this.manager.query(
      `SELECT event_id AS "eventId" FROM desk_rules
       JOIN event ON event.id = desk_rules.event_id AND event.status = 'published'
       WHERE minimum IS NOT NULL AND minimum_settled_at IS NULL AND minimum_until <= $1 ORDER BY minimum_until`,
      [this.clock.now().toString()],
    );
    return rows.map(({ eventId }) => eventId);
  }

  /** How many an event needs whose minimum has been looked at; undefined before, and where there is none. */
  async looked(eventId: string): Promise<number | undefined> {
    const rules = await this.manager.findOneBy(DeskRules, { eventId, minimumSettledAt: Not(IsNull()) });
    return rules?.minimum ?? undefined;
  }

  /**
   * Takes an event's minimum as looked at, once, and keeps its standing locked until the transaction ends; undefined
   * where that was done before, the day has not come or the event is not published. Throws NoRegistration.
   */
  async settle(manager: EntityManager, eventId: string): Promise<Minimum | undefined> {
    await new DeskBook(manager, eventId).lock();
    const now = this.clock.now();
    const rules = await manager.findOneBy(DeskRules, { eventId, minimumSettledAt: IsNull() });
    if (!rules?.minimum || !rules.minimumUntil) return undefined;
    if (Temporal.Instant.compare(rules.minimumUntil, now) > 0) return undefined;
    // It may have been postponed since it was found: then the day of the minimum counts when it is on again.
    const [event] = await this.programme.load([eventId], manager);
    if (event?.status !== 'published') return undefined;
    await manager.update(DeskRules, eventId, { minimumSettledAt: now });
    return { needed: rules.minimum, until: rules.minimumUntil, cancels: rules.minimumCancels };
  }
}
