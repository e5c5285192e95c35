import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '#audit';
import { Clock } from '#config';
import { addressKey, type Ending, sendTogether, shortTransaction } from '#database';
import { type Attendance, type Event, ProgrammeService } from '#event';
import { AnswerSheets } from '#form';
import type { Refusal } from '#language';
import { idsIn } from '#member';
import { personKey } from '../person.js';
import { releaseOf, rulesAt } from '../rules/rules-at.js';
import type { Ask, Decision } from '../settle/ask.js';
import type { Contingent, Counters, Place, SettleRules } from '../settle/place.js';
import { reach } from '../settle/reach.js';
import { type Settlement, settle } from '../settle/settle.js';
import type { Standing } from '../standing.entity.js';
import { deedsIn } from './audited.js';
import { Belonging, type MembersRead } from './belonging.service.js';
import { mustHaveComeAbout } from './counted-on.js';
import {
  countersOf,
  DeskBook,
  type Found,
  findStatement,
  foundOf,
  type KnownRegistration,
  type Lookup,
  lockStatement,
  standingOf,
} from './desk-book.js';
import type { Case } from './desk-case.js';
import { type Happened, whatHappened } from './desk-facts.js';
import type { DeskRequest, DeskResult, Newcomer, SwapRequest } from './desk-request.js';
import { keptAnswer, resultsOf } from './desk-results.js';
import { counts, writes } from './desk-writes.js';
import { type EventRules, EventRulesKeeper } from './event-rules.service.js';
import { eventsOfSeries } from './limits.js';
import { placeOf } from './place-of.js';
import { Preparation } from './preparation.service.js';
import { goneIn, leftBy, sheetsOf } from './sheets.js';
import { Telling } from './telling.service.js';

interface Open {
  eventId: string;
  manager: EntityManager;
  standing: Standing;
  found: Found;
  read?: MembersRead;
}

/** Settles all requests that wait for one event, in one transaction. */
@Injectable()
export class SettlementService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly programme: ProgrammeService,
    private readonly keeper: EventRulesKeeper,
    private readonly belonging: Belonging,
    private readonly preparation: Preparation,
    private readonly telling: Telling,
    private readonly sheets: AnswerSheets,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * One result or refusal per request, in order. Throws only if the batch as a whole failed; then nothing changed.
   * Calls `sent` when all is decided and on its way to the database.
   */
  async settle(
    eventId: string,
    requests: readonly DeskRequest[],
    sent?: () => void,
  ): Promise<(DeskResult | Refusal)[]> {
    let together: readonly string[] = [];
    for (;;) {
      // A limit over a series looks at its other events: all standings are locked first, in the order of ids.
      const locks = together.length > 0 ? together : [eventId];
      const early = this.belonging.early(eventId, requests, this.clock.now());
      const first = [
        ...locks.map(lockStatement),
        findStatement(eventId, lookupOf(requests)),
        ...(early ? [early.statement] : []),
      ];
      const settled = await shortTransaction(this.source, first, async (manager, rows) => {
        const standing = standingOf(rows[locks.indexOf(eventId)] ?? []);
        const [found = [], members = []] = rows.slice(locks.length);
        const read = early && { day: early.day, byName: idsIn(members) };
        const open = { eventId, manager, standing, found: foundOf(found), read };
        return { ...(await this.decide(open, requests, together)), sent };
      });
      if ('results' in settled) return settled.results;
      together = settled.lockFirst;
    }
  }

  /**
   * The same as part of a larger transaction, which must lock the standings of several events in the order of
   * their ids. Limits over a series are not looked at: the office moves whom it moves.
   */
  async within(
    manager: EntityManager,
    eventId: string,
    requests: readonly DeskRequest[],
  ): Promise<(DeskResult | Refusal)[]> {
    const [own, found] = await sendTogether(manager, [
      lockStatement(eventId),
      findStatement(eventId, lookupOf(requests)),
    ]);
    const open = { eventId, manager, standing: standingOf(own ?? []), found: foundOf(found ?? []) };
    const { statements, result } = await this.decide(open, requests);
    await sendTogether(manager, statements);
    return 'results' in result ? result.results : [];
  }

  private async decide(
    { eventId, manager, standing, found, read }: Open,
    requests: readonly DeskRequest[],
    locked?: readonly string[],
  ): Promise<Ending<{ results: (DeskResult | Refusal)[] } | { lockFirst: string[] }>> {
    const book = new DeskBook(manager, eventId);
    const now = this.clock.now();
    const version = standing.rulesVersion;
    // Within somebody else's transaction the rules may have been changed by it.
    const rules = await (locked
      ? this.keeper.current(eventId, version, manager)
      : this.keeper.read(eventId, version, manager));
    const series = locked && (await this.unlocked(rules, requests, locked, manager));
    if (series) return { statements: [], result: { lockFirst: series } };

    const event = await this.programme.current(eventId, manager, found.programme);
    const at = rulesAt(rules.rules, event, now);
    const isDue = standing.dueAt !== null && Temporal.Instant.compare(standing.dueAt, now) <= 0;
    const lapsing = isDue ? await book.lapsing(now) : [];
    const known = new Map([...found.known, ...lapsing].map((one) => [one.registration.id, one]));
    const completed = await this.preparation.completed(requests, event, rules, {
      known,
      manager,
      read,
    });
    const setting = { event, rules, now, known, answered: found.answered, manager };
    const cases = await this.preparation.cases(completed, setting);
    const asking = cases.filter((one) => one.ask);
    const asks = asking.flatMap((one) => one.ask ?? []);

    const counters = countersOf(standing);
    const reached = reach(counters, asks, { lapsing: lapsing.length, due: isDue || asks.some(isLook) });
    const heads = at.promotes ? await this.heads(book, counters, reached, at) : [];
    for (const head of heads) if (!known.has(head.registration.id)) known.set(head.registration.id, head);
    const settlement = settle(
      {
        counters,
        rules: at,
        members: contingentsOf(rules, found.members),
        allotments: found.allotments,
        known: [...found.known, ...lapsing].map(placeOf),
        heads: heads.map(placeOf),
      },
      asks,
    );
    const decided = asking.map((one, index): [Case, Decision] => [
      one,
      settlement.decisions[index] as Decision,
    ]);
    const decisions = new Map(decided);
    mustHaveComeAbout(cases, decisions);
    const results = resultsOf(cases, decisions, settlement.turns);
    const happened = whatHappened(decided, settlement.turns, {
      known,
      sessions: rules.sessions,
      event,
      now,
    });
    const claims = claimsOf(decided, settlement, known);
    const submissions = cases.flatMap((one, index) => keptAnswer(one, results[index]));
    const dueAt = await this.dueAt(book, standing, settlement, happened, { rules, event, at });
    const statements = [
      ...writes(eventId, { ...happened, claims, submissions }, now),
      ...this.sheets.forgetting(leftBy(decided)),
      ...this.sheets.forgettingSensitive(goneIn(happened.changed)),
      ...this.sheets.statements(sheetsOf(decided, eventId)),
      ...counts(eventId, settlement, found, dueAt),
      ...this.audit.statements(deedsIn(decided)),
      ...(await this.telling.statements(
        happened.facts,
        { book, event, sequences: found.sequences, manager },
        now,
      )),
    ];
    return { statements, result: { results } };
  }

  private async unlocked(
    { rules }: EventRules,
    requests: readonly DeskRequest[],
    locked: readonly string[],
    manager: EntityManager,
  ): Promise<string[] | undefined> {
    if (!rules.series || !requests.some((request) => request.verb === 'register')) return undefined;
    const events = await eventsOfSeries(manager, rules.series);
    return events.every((id) => id === rules.eventId || locked.includes(id)) ? undefined : events;
  }

  private async heads(
    book: DeskBook,
    counters: Counters,
    reached: Record<Attendance, number>,
    rules: SettleRules,
  ): Promise<KnownRegistration[]> {
    const heads: KnownRegistration[] = [];
    for (const attendance of ['onsite', 'online'] as const) {
      if (reached[attendance] === 0) continue;
      const most = Math.min(reached[attendance], counters[attendance].waiting);
      const byMember = rules.counted === attendance;
      heads.push(...(await book.heads(attendance, most, { byMember })));
    }
    return heads;
  }

  // The first moment at which something lapses or opens by itself.
  private async dueAt(
    book: DeskBook,
    standing: Standing,
    settlement: Settlement,
    happened: Happened,
    { rules, event, at }: { rules: EventRules; event: Event; at: SettleRules },
  ): Promise<Temporal.Instant | undefined> {
    const { now } = at;
    const isAhead = (moment: Temporal.Instant | null | undefined) =>
      moment && Temporal.Instant.compare(moment, now) > 0 ? [moment] : [];
    const kept = standing.dueAt ? isAhead(standing.dueAt) : [];
    const read = standing.dueAt && kept.length === 0 ? await book.nextExpiry(now) : undefined;
    const made = [...happened.inserted, ...happened.changed].map((one) => one.expiresAt);
    const collected = Object.values(settlement.counters.collecting).map((one) =>
      at.collectHours === null ? undefined : one.since.add({ hours: at.collectHours }),
    );
    const release = at.contingents ? releaseOf(rules.rules, event) : undefined;
    return [...kept, ...[read, release, ...made, ...collected].flatMap(isAhead)].sort(
      Temporal.Instant.compare,
    )[0];
  }
}

function lookupOf(requests: readonly DeskRequest[]): Lookup {
  const people = requests.flatMap((request): readonly Newcomer[] | SwapRequest['person'][] =>
    request.verb === 'register' ? request.people : request.verb === 'swap' ? [request.person] : [],
  );
  return {
    persons: people.filter((person) => !person.unnamedUntil).map(personKey),
    ids: requests.flatMap((request) => ('registrationId' in request ? request.registrationId : [])),
    submissions: requests.flatMap((request) => (request.verb === 'register' && request.submission) || []),
    copies: people.flatMap((person) =>
      'copyTo' in person && person.copyTo ? addressKey(person.copyTo) : [],
    ),
  };
}

// Only what was not asked may have changed more than the asks tell: rules, the event, the time.
const isLook = (ask: Ask): boolean => ask.verb === 'look' || ask.verb === 'resize';

function contingentsOf({ contingents, rules }: EventRules, taken: ReadonlyMap<string, number>) {
  const members = new Map<string, Contingent>();
  for (const [id, { guaranteed, cap }] of contingents) members.set(id, { guaranteed, cap, taken: 0 });
  for (const [id, count] of taken) {
    members.set(id, { ...(members.get(id) ?? { guaranteed: 0, cap: rules.memberCap }), taken: count });
  }
  return members;
}

// Of newcomers and of all that changed: what was chosen, unless nothing was and nothing is.
function claimsOf(
  decided: readonly (readonly [Case, Decision])[],
  { changed }: Settlement,
  known: ReadonlyMap<string, KnownRegistration>,
) {
  const fresh = decided.flatMap(([, decision]) =>
    decision.outcome === 'registered'
      ? decision.people.filter(({ outcome }) => outcome === 'registered').map(({ place }) => place)
      : [],
  );
  const places = new Map<string, Place>([...fresh, ...changed].map((place) => [place.id, place]));
  return [...places.values()]
    .filter(({ id, claims }) => claims.length > 0 || (known.get(id)?.claims.length ?? 0) > 0)
    .map(({ id, claims, held }) => ({ registrationId: id, claims, held }));
}
