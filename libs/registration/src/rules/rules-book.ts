import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import { AuditService } from '#audit';
import { Clock } from '#config';
import { type Event, EventUnknown, ProgrammeService } from '#event';
import { Belonging } from '../desk/belonging.service.js';
import { Desk } from '../desk/desk.js';
import { NoRegistration } from '../refusals.js';
import { Standing } from '../standing.entity.js';
import { DeskRules, defaultRules } from './desk-rules.entity.js';
import { recountMembers } from './member-seats.js';

/** What work on an event's rules finds, with its scarce row locked. */
export interface Ground {
  manager: EntityManager;
  event: Event;
  standing: Standing;
  rules: DeskRules;
}

/** A deed as it is written down; not at all where nothing has changed. */
export interface RulesDeed {
  action: string;
  before: object;
  after: object;
}

type Work = (ground: Ground) => Promise<RulesDeed>;

/** Where an event's rules are kept: every change is made under the lock of its seats, numbered and written down. */
@Injectable()
export class RulesBook {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly desk: Desk,
    private readonly belonging: Belonging,
    private readonly programme: ProgrammeService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Changes something in a transaction of its own; then the desk looks whom it moves up. */
  async change(eventId: string, actor: string, work: Work): Promise<void> {
    await this.manager.transaction((manager) => this.changeWithin(manager, eventId, actor, work));
    await this.desk.ask({ verb: 'look', eventId });
  }

  /** The same as part of a larger transaction; after its commit the caller has the desk look. */
  async changeWithin(manager: EntityManager, eventId: string, actor: string, work: Work): Promise<void> {
    // The scarce row first: whoever else changes seats waits, and everything read below stays true.
    const standing = await manager.findOne(Standing, {
      where: { eventId },
      lock: { mode: 'pessimistic_write' },
    });
    if (!standing) throw new NoRegistration();
    const [event] = await this.programme.load([eventId], manager);
    if (!event) throw new EventUnknown();
    const deed = await work({ manager, event, standing, rules: await readRules(manager, eventId) });
    await raiseRulesVersion(manager, eventId);
    if (Object.keys(deed.before).length + Object.keys(deed.after).length === 0) return;
    await this.audit.record(manager, { ...deed, actor, subject: { type: 'event', id: eventId } });
  }

  /** Counts anew what members hold, as the rules ask for it now. */
  recount(manager: EntityManager, event: Event, rules: DeskRules): Promise<void> {
    return recountMembers(manager, { event, rules, belonging: this.belonging, now: this.clock.now() });
  }
}

/** The event's rules; those of everybody where the office has said nothing. */
export async function readRules(manager: EntityManager, eventId: string): Promise<DeskRules> {
  return (await manager.findOneBy(DeskRules, { eventId })) ?? defaultRules(eventId);
}

/**
 * Tells every desk, in whatever process, to read the event's rules again; and to look, because by other rules somebody
 * who waits may have what is free, and comes before whoever asks next.
 */
export async function raiseRulesVersion(manager: EntityManager, eventId: string): Promise<void> {
  await manager.query(
    "UPDATE standing SET rules_version = rules_version + 1, due_at = 'epoch' WHERE event_id = $1",
    [eventId],
  );
}
