import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { type EntityManager, In } from 'typeorm';
import type { z } from 'zod';
import { Clock } from '#config';
import { type Event, extent, PlanningService, ProgrammeService } from '#event';
import { fieldErrors } from '#language';
import { type MemberName, MemberService } from '#member';
import { offered } from '../admission.js';
import type { Resized } from '../desk/desk-request.js';
import { SettlementService } from '../desk/settlement.service.js';
import { NearerDeadlines } from '../nearer-deadlines.js';
import { type Session, sessionsOf } from '../sessions.js';
import { Allotment } from './allotment.entity.js';
import { type OptionLimit, sessionSeats, writeOptions, writeSessions } from './allotments.js';
import {
  guaranteedSum,
  type MemberContingent,
  ownOf,
  readContingents,
  saysOwn,
  writeContingents,
} from './contingents.js';
import { DeskRules, defaultRules } from './desk-rules.entity.js';
import { differences } from './differences.js';
import { moveNamingDeadlines } from './naming-deadline.js';
import { RulesContradict, RulesOfAssembly } from './refusals.js';
import {
  type ContingentsInput,
  contingentsSchema,
  type RulesInput,
  rulesSchema,
  type SeatsInput,
  type SessionsInput,
  seatsSchema,
  sessionsSchema,
} from './rules.schema.js';
import { releaseOf } from './rules-at.js';
import { type Ground, RulesBook, type RulesDeed, raiseRulesVersion, readRules } from './rules-book.js';
import { contingentConflicts, rulesConflicts, seatConflicts } from './rules-conflicts.js';
import { moveOnline, onlineInstead } from './switch-online.js';

/**
 * The rules by which an event's seats are given, and how many there are. What writes throws NoRegistration for an
 * event without seats, {@link RulesOfAssembly} where nothing may be limited (rule A6), and {@link RulesContradict}
 * with what is wrong at which field.
 */
@Injectable()
export class DeskRulesService {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly book: RulesBook,
    private readonly settlement: SettlementService,
    private readonly programme: ProgrammeService,
    private readonly planning: PlanningService,
    private readonly members: MemberService,
    private readonly nearer: NearerDeadlines,
    private readonly clock: Clock,
  ) {}

  /** The rules of an event; the defaults where the office has said nothing. */
  of(eventId: string, manager: EntityManager = this.manager): Promise<DeskRules> {
    return readRules(manager, eventId);
  }

  /** The rules of several events, by event. */
  async ofAll(eventIds: readonly string[]): Promise<Map<string, DeskRules>> {
    const found = await this.manager.findBy(DeskRules, { eventId: In([...eventIds]) });
    const said = new Map(found.map((rules) => [rules.eventId, rules]));
    return new Map(eventIds.map((id) => [id, said.get(id) ?? defaultRules(id)]));
  }

  /** Changes rules; what is left out stays. */
  async save(eventId: string, changes: RulesInput, actor: string): Promise<void> {
    const wish = parsed(rulesSchema, changes);
    await this.book.change(eventId, actor, async ({ manager, event, standing, rules: before }) => {
      assertLimitable(event);
      const after: DeskRules = { ...before, ...wish };
      refuse(rulesConflicts(after, { event, standing, before, now: this.clock.now() }));
      const changed = differences(before, after);
      // Another minimum, or another day for it, is looked at anew.
      if ('minimum' in changed.after || 'minimumUntil' in changed.after) after.minimumSettledAt = null;
      await manager.upsert(DeskRules, after, ['eventId']);
      await this.book.recount(manager, event, after);
      await moveNamingDeadlines(manager, {
        before: { event, rules: before },
        after: { event, rules: after },
        now: this.clock.now(),
        nearer: this.nearer,
      });
      return { action: 'event.rules', ...changed };
    });
  }

  /** The contingents there are, in the members' alphabetical order; none where nothing is kept for members. */
  contingents(eventId: string): Promise<MemberContingent[]> {
    return readContingents(this.manager, eventId);
  }

  /** Who would get a contingent: the members on the event's first day, in alphabetical order. */
  contingentMembers(event: Event, manager: EntityManager = this.manager): Promise<MemberName[]> {
    const start = extent(event)?.start ?? this.clock.now().toZonedDateTimeISO(event.timeZone);
    return this.members.current(start.toPlainDate().toString(), manager);
  }

  /** Keeps seats for members until the release, and says how many each may have; all that was said before is gone. */
  async saveContingents(eventId: string, input: ContingentsInput, actor: string): Promise<void> {
    const wish = parsed(contingentsSchema, input);
    await this.book.change(eventId, actor, async ({ manager, event, standing, rules }) => {
      assertLimitable(event);
      const members = (await this.contingentMembers(event, manager)).map(({ id }) => id);
      refuse(contingentConflicts(wish, members, { event, standing }));
      const { memberGuaranteed, memberCap, until = null } = wish;
      const ownContingents = saysOwn(wish);
      const after = { ...rules, memberGuaranteed, memberCap, ownContingents, contingentsUntil: until };
      const before = ownOf(await readContingents(manager, eventId), rules);
      await manager.upsert(DeskRules, after, ['eventId']);
      await writeContingents(manager, eventId, wish, members);
      await this.book.recount(manager, event, after);
      const own = ownOf(await readContingents(manager, eventId), after);
      const changed = differences({ ...rules, ownContingents, members: before }, { ...after, members: own });
      return { action: 'event.contingents', ...changed };
    });
  }

  /**
   * Changes the numbers of seats, and answers what that did for those who wait. Nobody loses a seat to a smaller room;
   * it only fills no more.
   */
  async resize(eventId: string, seats: SeatsInput, actor: string): Promise<Resized> {
    const wish = parsed(seatsSchema, seats);
    let resized: Resized = { promoted: 0, offered: 0 };
    await this.book.change(eventId, actor, async ({ manager, event, standing, rules }) => {
      assertLimitable(event);
      const before = { onsite: standing.onsiteCapacity, online: standing.onlineCapacity };
      const after = { ...before, ...wish };
      const released = this.isReleased(rules, event);
      const guaranteed = released ? 0 : await guaranteedSum(manager, eventId);
      const capacities = { onsiteCapacity: after.onsite, onlineCapacity: after.online };
      refuse(seatConflicts(rules, { event, standing: capacities }, { released, guaranteed }));
      // The desk alone counts seats, and gives the new ones to those who wait.
      const [result] = await this.settlement.within(manager, eventId, [{ verb: 'resize', eventId, ...wish }]);
      resized = result as Resized;
      return { action: 'event.resize', ...differences(before, after) };
    });
    return resized;
  }

  /** The points of the programme that people choose, in its order. */
  async sessions(eventId: string): Promise<Session[]> {
    const event = await this.programme.byId(eventId);
    return sessionsOf(event, await this.manager.findBy(Allotment, { eventId, kind: 'session' }));
  }

  /** Says which points of the programme can be chosen, and their seats; throws SessionChosen. */
  async saveSessions(eventId: string, sessions: SessionsInput, actor: string): Promise<void> {
    const wish = parsed(sessionsSchema, sessions);
    await this.book.change(eventId, actor, async ({ manager, event }) => {
      const items = event.items.map(({ id }) => id);
      const strange = wish.findIndex(({ itemId }) => !items.includes(itemId));
      if (strange >= 0) refuse([{ field: `${strange}.itemId`, key: 'error.session.unknown' }]);
      const before = await sessionSeats(manager, eventId);
      await writeSessions(manager, eventId, items, wish);
      return { action: 'event.sessions', ...differences(before, await sessionSeats(manager, eventId)) };
    });
  }

  /**
   * Keeps count of the form's limited choices, within the transaction that saves the form; to the desk every form
   * is new rules. An event that takes no registrations counts nothing.
   */
  async syncOptions(eventId: string, options: readonly OptionLimit[], manager: EntityManager): Promise<void> {
    const [standing] = await manager.query('SELECT event_id FROM standing WHERE event_id = $1 FOR UPDATE', [
      eventId,
    ]);
    if (!standing) return;
    await writeOptions(manager, eventId, options);
    await raiseRulesVersion(manager, eventId);
  }

  /**
   * Makes the whole event an online one, with another joining link where one is given: everybody keeps the seat or
   * the place in the line. An event that had no online seats has as many as on site. Answers the ids of those who
   * came on site before and are to be told. Within somebody else's transaction the desk looks whom it moves up at
   * its next turn.
   */
  async switchOnline(
    eventId: string,
    { joiningLink }: { joiningLink?: string },
    actor: string,
    within?: EntityManager,
  ): Promise<string[]> {
    let switched: string[] = [];
    const work = async ({ manager, event, standing, rules }: Ground): Promise<RulesDeed> => {
      const capacity = offered(event).includes('online') ? standing.onlineCapacity : standing.onsiteCapacity;
      switched = await moveOnline(manager, eventId, { capacity, actor, now: this.clock.now() });
      await this.planning.revise(eventId, onlineInstead(joiningLink), manager);
      await this.book.recount(manager, { ...event, format: 'online' }, rules);
      // Only now: contingents are about the online seats from here on.
      if (capacity === null)
        await this.settlement.within(manager, eventId, [{ verb: 'resize', eventId, online: null }]);
      const before = { format: event.format, places: event.dates.map(({ place }) => place) };
      return { action: 'event.online', before, after: { joiningLink, switched: switched.length } };
    };
    if (within) await this.book.changeWithin(within, eventId, actor, work);
    else await this.book.change(eventId, actor, work);
    return switched;
  }

  private isReleased(rules: DeskRules, event: Event): boolean {
    const release = releaseOf(rules, event);
    return release !== undefined && Temporal.Instant.compare(release, this.clock.now()) <= 0;
  }
}

function parsed<T>(schema: z.ZodType<T>, input: unknown): T {
  const { data, error } = schema.safeParse(input);
  if (error) throw new RulesContradict(fieldErrors(error));
  return data as T;
}

function refuse(errors: RulesContradict['errors']): void {
  if (errors.length > 0) throw new RulesContradict(errors);
}

function assertLimitable(event: Event): void {
  if (event.kind === 'assembly') throw new RulesOfAssembly();
}
