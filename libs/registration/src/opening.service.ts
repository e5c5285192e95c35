import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { type EntityManager, In, Not } from 'typeorm';
import { AuditService } from '#audit';
import {
  type CopyWish,
  type Event,
  type EventPlan,
  PlanningService,
  ProgrammeService,
  type Rework,
  reworked,
} from '#event';
import { FormService } from '#form';
import { Jobs } from '#jobs';
import { offered } from './admission.js';
import { DeskMatters } from './desk-matters.service.js';
import { FormatTaken } from './refusals.js';
import { Registration } from './registration.entity.js';
import { copyRules } from './rules/copy-rules.js';
import { RulesBook, raiseRulesVersion, readRules } from './rules/rules-book.js';
import { type SeatPlan, StandingService } from './standing.service.js';
import { ACTIVE } from './words.js';

/** Puts events into the programme together with their seats, and before the public; all of it is written down. */
@Injectable()
export class OpeningService {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly planning: PlanningService,
    private readonly programme: ProgrammeService,
    private readonly standings: StandingService,
    private readonly rules: RulesBook,
    private readonly matters: DeskMatters,
    private readonly forms: FormService,
    private readonly jobs: Jobs,
    private readonly audit: AuditService,
  ) {}

  /** Adds a draft with these seats and returns its id. */
  async plan(plan: Omit<EventPlan, 'slug' | 'status'>, seats: SeatPlan, actor: string): Promise<string> {
    return this.manager.transaction(async (manager) => {
      const id = await this.planning.plan({ ...plan, status: 'draft' }, manager);
      const opened =
        plan.kind === 'listing'
          ? undefined
          : await this.standings.open({ id, kind: plan.kind }, seats, manager);
      const after = { title: plan.title, seats: opened };
      await this.note(manager, { actor, action: 'event.plan', id, after });
      return id;
    });
  }

  /** Adds a draft like another event, with as many seats, and returns its id; throws EventUnknown. */
  async copy(sourceId: string, wish: CopyWish, actor: string): Promise<string> {
    return this.manager.transaction(async (manager) => {
      const id = await this.planning.copy(sourceId, wish, manager);
      const [event] = await this.programme.load([id], manager);
      if (event) await this.standings.openLike(sourceId, event, manager);
      await this.forms.copy(sourceId, id, actor, manager);
      await copyRules(manager, sourceId, id);
      await this.note(manager, { actor, action: 'event.copy', id, after: { of: sourceId, ...wish } });
      return id;
    });
  }

  /** Changes what the office can say of an event; throws EventUnknown, FormatTaken. */
  async rework(eventId: string, wish: Rework, actor: string): Promise<void> {
    await this.manager.transaction(async (manager) => {
      await lockSeats(manager, eventId);
      const before = await this.planning.revise(eventId, (event) => reworked(event, wish), manager);
      const { kind, title, format, audience, hosts, speakers, dates } = before;
      const [after] = await this.programme.load([eventId], manager);
      if (after && wish.format !== format) await this.reseat(after, manager);
      if (after) await this.matters.moveDeadlines(manager, before, after);
      // At another time contingents may be open already.
      await lookSoon(manager, eventId);
      await this.note(manager, {
        actor,
        action: 'event.revise',
        id: eventId,
        before: {
          ...{ kind, title, format, audience, hosts, speakers },
          starts: dates.map(({ startsLocal }) => startsLocal),
        },
        after: wish,
      });
    });
    this.jobs.wake('desk.look');
  }

  /** Publishes a draft, and returns whether it was one still; throws EventUnknown and NotToBePublished. */
  async publish(eventId: string, actor: string): Promise<boolean> {
    return this.manager
      .transaction(async (manager) => {
        await lockSeats(manager, eventId);
        const done = await this.planning.publish(eventId, manager);
        if (done) await this.note(manager, { actor, action: 'event.publish', id: eventId });
        // People may have waited for it.
        await lookSoon(manager, eventId);
        return done;
      })
      .finally(() => this.jobs.wake('desk.look'));
  }

  // With the way of attending changes which seats are contested, and whose they are is counted anew.
  private async reseat(event: Event, manager: EntityManager): Promise<void> {
    const eventId = event.id;
    const left = await manager.existsBy(Registration, {
      eventId,
      status: In([...ACTIVE]),
      attendance: Not(In(offered(event))),
    });
    if (left) throw new FormatTaken();
    await this.rules.recount(manager, event, await readRules(manager, eventId));
    await raiseRulesVersion(manager, eventId);
  }

  private note(
    manager: EntityManager,
    { id, ...deed }: { id: string; actor: string; action: string; before?: object; after?: object },
  ): Promise<void> {
    return this.audit.record(manager, { ...deed, subject: { type: 'event', id } });
  }
}

// The scarce row first, as everywhere, or two changes of one event wait for each other; a listing has none.
async function lockSeats(manager: EntityManager, eventId: string): Promise<void> {
  await manager.query('SELECT FROM standing WHERE event_id = $1 FOR UPDATE', [eventId]);
}

async function lookSoon(manager: EntityManager, eventId: string): Promise<void> {
  await manager.query("UPDATE standing SET due_at = 'epoch' WHERE event_id = $1", [eventId]);
}
