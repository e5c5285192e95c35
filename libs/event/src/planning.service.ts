import { randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import { Clock } from '#config';
import { type CopyWish, copyOf, freeSlugFor } from './copy.js';
import { Event } from './event.entity.js';
import { EventDate } from './event-date.entity.js';
import { EventItem } from './event-item.entity.js';
import type { EventPlan, Revision } from './event-plan.js';
import { dateRow, eventRow, itemRow, revisedDate } from './event-rows.js';
import { ItemRemovals } from './item-removals.js';
import { ProgrammeService } from './programme.service.js';
import { leftOut, writeProgramme } from './programme-items.js';
import { publication } from './publication.js';
import { EventUnknown } from './refusals.js';
import { raisesEvent } from './sequence.js';

/** Puts events into the programme and changes them; every visible change raises the programme's version. */
@Injectable()
export class PlanningService {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly programme: ProgrammeService,
    private readonly removals: ItemRemovals,
    private readonly clock: Clock,
  ) {}

  /**
   * Adds an event and returns its id. Without an address of its own it gets one of its title and first day. Pass
   * a manager to make it part of a larger transaction.
   */
  async plan(
    plan: Omit<EventPlan, 'slug'> & { slug?: string },
    within: EntityManager = this.manager,
  ): Promise<string> {
    const now = this.clock.now();
    const id = randomUUIDv7();
    const timeZone = plan.timeZone ?? 'Europe/Berlin';
    await within.transaction(async (manager) => {
      const slug = plan.slug ?? (await freeSlugFor(plan, manager));
      await manager.insert(Event, eventRow(id, { ...plan, slug, timeZone }, now));
      await manager.insert(
        EventDate,
        (plan.dates ?? []).map((date, position) => dateRow(id, timeZone, date, position, now)),
      );
      await manager.insert(
        EventItem,
        (plan.items ?? []).map((item, position) => itemRow(id, item, position)),
      );
      await raiseVersion(manager, now);
    });
    return id;
  }

  /** Adds a draft that is like another event at another time, and returns its id; throws {@link EventUnknown}. */
  async copy(eventId: string, wish: CopyWish, within: EntityManager = this.manager): Promise<string> {
    const [event] = await this.programme.load([eventId], within);
    if (!event) throw new EventUnknown();
    return this.plan(copyOf(event, wish), within);
  }

  /**
   * Puts a draft or a save-the-date before the public, and returns whether that was still to be done; throws
   * {@link EventUnknown} and {@link NotToBePublished}.
   */
  async publish(eventId: string, within: EntityManager = this.manager): Promise<boolean> {
    return within.transaction(async (manager) => {
      const event = await this.locked(eventId, manager);
      if (event.status === 'published') return false;
      await this.write(event, { event: publication(event, this.clock.now()) }, manager);
      return true;
    });
  }

  /**
   * Changes an event, and returns it as it was; throws {@link EventUnknown}. Sequences rise where calendars must
   * act. A revision that depends on the event is asked for when nobody else can change it any more. Taking points off
   * the programme may be refused, see {@link ItemRemovals}.
   */
  async revise(
    eventId: string,
    revision: Revision | ((event: Event) => Revision),
    within: EntityManager = this.manager,
  ): Promise<Event> {
    return within.transaction(async (manager) => {
      const event = await this.locked(eventId, manager);
      await this.write(event, typeof revision === 'function' ? revision(event) : revision, manager);
      return event;
    });
  }

  // Two revisions at once would count one sequence. Registrations refer to the event and must not wait for this.
  private async locked(eventId: string, manager: EntityManager): Promise<Event> {
    await manager.query('SELECT FROM event WHERE id = $1 FOR NO KEY UPDATE', [eventId]);
    const [event] = await this.programme.load([eventId], manager);
    if (!event) throw new EventUnknown();
    return event;
  }

  private async write(event: Event, revision: Revision, manager: EntityManager): Promise<void> {
    const now = this.clock.now();
    const changes = revision.event ?? {};
    await manager.update(Event, event.id, {
      ...changes,
      changedAt: now,
      sequence: event.sequence + (raisesEvent(event, changes) ? 1 : 0),
    });
    for (const date of event.dates) {
      const change = revision.dates?.[date.position];
      if (change) await manager.update(EventDate, date.id, revisedDate(event, date, change, now));
    }
    if (revision.programme) {
      await this.removals.ask(leftOut(event, revision.programme), manager);
      await writeProgramme(manager, event, revision.programme);
    }
    for (const item of event.items) {
      const change = revision.items?.[item.position];
      if (change) await manager.update(EventItem, item.id, change);
    }
    await raiseVersion(manager, now);
  }
}

// The last statement of its transaction: the row is shared by all events, so it is locked as briefly as can be.
async function raiseVersion(manager: EntityManager, now: Temporal.Instant): Promise<void> {
  await manager.query(
    'UPDATE programme_version SET version = version + 1, changed_at = greatest(changed_at, $1)',
    [now.toString()],
  );
}
