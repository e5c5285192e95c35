import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import { AuditService } from '#audit';
import { Clock } from '#config';
import { type Event, EventUnknown, extent, PlanningService, ProgrammeService } from '#event';
import { MemberService } from '#member';
import { Belonging } from '../desk/belonging.service.js';
import { Desk } from '../desk/desk.js';
import { type Session, sessionsOf } from '../sessions.js';
import type { Standing } from '../standing.entity.js';
import { Allotment } from './allotment.entity.js';
import { type OptionLimit, writeOptions, writeSessions } from './allotments.js';
import { guaranteedSum, type MemberContingent, readContingents, writeContingents } from './contingents.js';
import { DeskRules } from './desk-rules.entity.js';
import { differences } from './differences.js';
import { recountMembers } from './member-seats.js';
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
  wrongFields,
} from './rules.schema.js';
import { releaseOf } from './rules-at.js';
import { lockStanding, raiseRulesVersion, readRules } from './rules-book.js';
import { contingentConflicts, rulesConflicts, seatConflicts } from './rules-conflicts.js';
import { moveOnline, onlineInstead } from './switch-online.js';

/** What the work on an event's rules finds, with its scarce row locked. */
interface Ground {
  manager: EntityManager;
  event: Event;
  standing: Standing;
  rules: DeskRules;
}

/** A deed as it is written down; left out where nothing has changed. */
interface Deed {
  action: string;
  before: object;
  after: object;
}

/**
 * The rules by which an event's seats are given, and the numbers of seats. Every change is one transaction under
 * the event's lock and is written down; then the desk looks whom it moves up. All that writes throws
 * NoRegistration for an event without seats, RulesOfAssembly where nothing may be limited (rule A6), and
 * RulesContradict with what is wrong at which field.
 */
@Injectable()
export class DeskRulesService {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly desk: Desk,
    private readonly belonging: Belonging,
    private readonly programme: ProgrammeService,
    private readonly planning: PlanningService,
    private readonly members: MemberService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** The rules of an event; the defaults where the office has said nothing. */
  of(eventId: string, manager: EntityManager = this.manager): Promise<DeskRules> {
    return readRules(manager, eventId);
  }

  /** Changes rules; what is left out stays. */
  async save(eventId: string, changes: RulesInput, actor: string): Promise<void> {
    const wish = parsed(rulesSchema, changes);
    await this.change(eventId, actor, async ({ manager, event, standing, rules: before }) => {
      assertLimitable(event);
      const after: DeskRules = { ...before, ...wish };
      refuse(rulesConflicts(after, { event, standing, before, now: this.clock.now() }));
      const changed = differences(before, after);
      // Another minimum, or another day for it, is looked at anew.
      if ('minimum' in changed.after || 'minimumUntil' in changed.after) after.minimumSettledAt = null;
      await manager.upsert(DeskRules, after, ['eventId']);
      await this.recount(manager, event, after);
      return { action: 'event.rules', ...changed };
    });
  }

  /** The contingents there are, in the members' alphabetical order; none where nothing is kept for members. */
  contingents(eventId: string): Promise<MemberContingent[]> {
    return readContingents(this.manager, eventId);
  }

  /** Who would get a contingent: the members on the event's first day, in alphabetical order. */
  contingentMembers(event: Event, manager: EntityManager = this.manager) {
    const start = extent(event)?.start ?? this.clock.now().toZonedDateTimeISO(event.timeZone);
    return this.members.current(start.toPlainDate().toString(), manager);
  }

  /** Keeps seats for members until the release, and says how many each may have; all that was said before is gone. */
  async saveContingents(eventId: string, input: ContingentsInput, actor: string): Promise<void> {
    const wish = parsed(contingentsSchema, input);
    await this.change(eventId, actor, async ({ manager, event, standing, rules }) => {
      assertLimitable(event);
      const members = (await this.contingentMembers(event, manager)).map(({ id }) => id);
      refuse(contingentConflicts(wish, members, { event, standing }));
      const { memberGuaranteed, memberCap, until = null } = wish;
      const after = { ...rules, memberGuaranteed, memberCap, contingentsUntil: until };
      const before = await readContingents(manager, eventId);
      await manager.upsert(DeskRules, after, ['eventId']);
      await writeContingents(manager, eventId, wish, members);
      await this.recount(manager, event, after);
      const changed = differences(
        { ...rules, contingents: ownOf(before, rules) },
        { ...after, contingents: ownOf(await readContingents(manager, eventId), after) },
      );
      return { action: 'event.contingents', ...changed };
    });
  }

  /** Changes the numbers of seats. Nobody loses a seat to a smaller room; it only fills no more. */
  async resize(eventId: string, seats: SeatsInput, actor: string): Promise<void> {
    const wish = parsed(seatsSchema, seats);
    await this.manager.transaction(async (manager) => {
      const { event, standing, rules } = await this.ground(manager, eventId);
      assertLimitable(event);
      const before = { onsite: standing.onsiteCapacity, online: standing.onlineCapacity };
      const after = { ...before, ...wish };
      const guaranteed = this.isReleased(rules, event) ? 0 : await guaranteedSum(manager, eventId);
      const resized = { onsiteCapacity: after.onsite, onlineCapacity: after.online };
      refuse(seatConflicts(resized, event, { guaranteed, minimum: rules.minimum }));
      await this.note(manager, eventId, actor, { action: 'event.resize', ...differences(before, after) });
    });
    // The desk counts, and moves up whom the new seats are for.
    await this.desk.ask({ verb: 'resize', eventId, ...wish });
  }

  /** The points of the programme that people choose, in its order. */
  async sessions(eventId: string): Promise<Session[]> {
    const event = await this.programme.byId(eventId);
    return sessionsOf(event, await this.manager.findBy(Allotment, { eventId, kind: 'session' }));
  }

  /** Says which points of the programme can be chosen, and their seats; throws SessionChosen. */
  async saveSessions(eventId: string, sessions: SessionsInput, actor: string): Promise<void> {
    const wish = parsed(sessionsSchema, sessions);
    await this.change(eventId, actor, async ({ manager, event }) => {
      const strange = wish.findIndex(({ itemId }) => !event.items.some(({ id }) => id === itemId));
      if (strange >= 0) refuse([{ field: `${strange}.itemId`, key: 'error.session.unknown' }]);
      const seats = async () => {
        const rows = await manager.findBy(Allotment, { eventId, kind: 'session' });
        return Object.fromEntries(rows.map(({ id, capacity }) => [id, { capacity }]));
      };
      const before = await seats();
      await writeSessions(manager, eventId, wish);
      return { action: 'event.sessions', ...differences(before, await seats()) };
    });
  }

  /**
   * Keeps count of the form's limited choices, within the transaction that saves the form; to the desk every form
   * is new rules. An event that takes no registrations counts nothing.
   */
  async syncOptions(eventId: string, options: readonly OptionLimit[], manager: EntityManager): Promise<void> {
    const [standing] = await manager.query('SELECT FROM standing WHERE event_id = $1 FOR UPDATE', [eventId]);
    if (!standing) return;
    await writeOptions(manager, eventId, options);
    await raiseRulesVersion(manager, eventId);
  }

  /**
   * Makes the whole event an online one, with another joining link where one is given: everybody keeps the seat or
   * the place in the line. Answers the ids of those who came on site before and are to be told. Within somebody
   * else's transaction the caller has the desk look after the commit.
   */
  async switchOnline(
    eventId: string,
    { joiningLink }: { joiningLink?: string },
    actor: string,
    within?: EntityManager,
  ): Promise<string[]> {
    let switched: string[] = [];
    const work = async ({ manager, event, rules }: Ground): Promise<Deed> => {
      switched = await moveOnline(manager, eventId, { actor, now: this.clock.now() });
      await this.recount(manager, { ...event, format: 'online' }, rules);
      await this.planning.revise(eventId, onlineInstead(joiningLink), manager);
      const [first] = event.dates;
      return {
        action: 'event.online',
        before: { format: event.format, place: first?.place },
        after: { format: 'online', joiningLink, switched: switched.length },
      };
    };
    if (within) await this.changeWithin(within, eventId, actor, work);
    else await this.change(eventId, actor, work);
    return switched;
  }

  private async change(
    eventId: string,
    actor: string,
    work: (ground: Ground) => Promise<Deed>,
  ): Promise<void> {
    await this.manager.transaction((manager) => this.changeWithin(manager, eventId, actor, work));
    await this.desk.ask({ verb: 'look', eventId });
  }

  private async changeWithin(
    manager: EntityManager,
    eventId: string,
    actor: string,
    work: (ground: Ground) => Promise<Deed>,
  ): Promise<void> {
    const deed = await work(await this.ground(manager, eventId));
    await raiseRulesVersion(manager, eventId);
    await this.note(manager, eventId, actor, deed);
  }

  // The scarce row first: whoever else changes seats waits, and everything read below stays true.
  private async ground(manager: EntityManager, eventId: string): Promise<Ground> {
    const standing = await lockStanding(manager, eventId);
    const [event] = await this.programme.load([eventId], manager);
    if (!event) throw new EventUnknown();
    return { manager, event, standing, rules: await readRules(manager, eventId) };
  }

  private recount(manager: EntityManager, event: Event, rules: DeskRules): Promise<void> {
    return recountMembers(manager, { event, rules, belonging: this.belonging, now: this.clock.now() });
  }

  private isReleased(rules: DeskRules, event: Event): boolean {
    const release = releaseOf(rules, event);
    return release !== undefined && Temporal.Instant.compare(release, this.clock.now()) <= 0;
  }

  private async note(manager: EntityManager, eventId: string, actor: string, deed: Deed): Promise<void> {
    if (Object.keys(deed.after).length + Object.keys(deed.before).length === 0) return;
    await this.audit.record(manager, { ...deed, actor, subject: { type: 'event', id: eventId } });
  }
}

function parsed<T>(schema: z.ZodType<T>, input: unknown): T {
  const { data, error } = schema.safeParse(input);
  if (error) throw new RulesContradict(wrongFields(error));
  return data as T;
}

function refuse(errors: RulesContradict['errors']): void {
  if (errors.length > 0) throw new RulesContradict(errors);
}

function assertLimitable(event: Event): void {
  if (event.kind === 'assembly') throw new RulesOfAssembly();
}

/** What some members have otherwise than all, by name. */
const ownOf = (
  contingents: readonly MemberContingent[],
  { memberGuaranteed, memberCap }: Pick<DeskRules, 'memberGuaranteed' | 'memberCap'>,
): Record<string, { guaranteed: number; cap: number | null }> =>
  Object.fromEntries(
    contingents
      .filter(({ guaranteed, cap }) => guaranteed !== memberGuaranteed || cap !== memberCap)
      .map(({ name, guaranteed, cap }) => [name, { guaranteed, cap }]),
  );
