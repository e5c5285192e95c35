import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import { Clock } from '#config';
import { type Event, ProgrammeService } from '#event';
import { AnswerSheets } from '#form';
import type { Refusal } from '#language';
import { personKey } from '../person.js';
import { countsMembers, releaseOf, rulesAt } from '../rules/rules-at.js';
import type { Decision } from '../settle/ask.js';
import type { Contingent, Place, SettleRules } from '../settle/place.js';
import { type Settlement, settle } from '../settle/settle.js';
import type { Standing } from '../standing.entity.js';
import { countersOf, DeskBook, type Found, type KnownRegistration } from './desk-book.js';
import type { Case } from './desk-case.js';
import { type Happened, whatHappened } from './desk-facts.js';
import type { DeskRequest, DeskResult } from './desk-request.js';
import { keptAnswer, resultsOf } from './desk-results.js';
import { DeskWrites } from './desk-writes.js';
import { type EventRules, EventRulesKeeper } from './event-rules.service.js';
import { eventsOfSeries } from './limits.js';
import { placeOf } from './place-of.js';
import { Preparation } from './preparation.service.js';
import { sheetsOf } from './sheets.js';
import { Telling } from './telling.service.js';

/** Settles all requests that wait for one event, in one transaction. */
@Injectable()
export class SettlementService {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly programme: ProgrammeService,
    private readonly keeper: EventRulesKeeper,
    private readonly preparation: Preparation,
    private readonly telling: Telling,
    private readonly sheets: AnswerSheets,
    private readonly clock: Clock,
  ) {}

  /** One result or refusal per request, in order. Throws only if the batch as a whole failed; then nothing changed. */
  async settle(eventId: string, requests: readonly DeskRequest[]): Promise<(DeskResult | Refusal)[]> {
    let together: readonly string[] = [];
    for (;;) {
      const locked = together;
      const settled = await this.manager.transaction(async (manager) => {
        for (const other of locked) if (other < eventId) await new DeskBook(manager, other).lock();
        return this.within(manager, eventId, requests, locked);
      });
      if ('results' in settled) return settled.results;
      // A limit over a series looks at its other events: their standings are locked first, in the order of ids.
      together = settled.lockFirst;
    }
  }

  /**
   * The same as part of a larger transaction, which must lock the standings of several events in the order of
   * their ids. Answers which events must be locked together instead, if a series' limit is in question.
   */
  async within(
    manager: EntityManager,
    eventId: string,
    requests: readonly DeskRequest[],
    locked: readonly string[] = [],
  ): Promise<{ results: (DeskResult | Refusal)[] } | { lockFirst: string[] }> {
    const book = new DeskBook(manager, eventId);
    const standing = await book.lock();
    const now = this.clock.now();
    const rules = await this.keeper.current(eventId, standing.rulesVersion, manager);
    const series = await this.unlocked(rules, requests, locked, manager);
    if (series) return { lockFirst: series };
    for (const other of locked) if (other > eventId) await new DeskBook(manager, other).lock();

    const event = await this.programme.current(eventId, manager);
    const completed = await this.preparation.completed(requests, event, rules, manager);
    const found = await book.find(lookupOf(completed, { standing, rules, now }));
    const known = new Map(found.known.map((one) => [one.registration.id, one]));
    const setting = { event, rules, now, known, answered: found.answered, manager };
    const cases = await this.preparation.cases(completed, setting);

    const at = rulesAt(rules.rules, event, now);
    const heads = await this.heads(book, standing, found, cases, at);
    for (const head of heads) if (!known.has(head.registration.id)) known.set(head.registration.id, head);
    const asking = cases.filter((one) => one.ask);
    const settlement = settle(
      {
        counters: countersOf(standing),
        rules: at,
        members: contingentsOf(rules, found.members),
        allotments: found.allotments,
        known: found.known.map(placeOf),
        heads: heads.map(placeOf),
      },
      asking.flatMap((one) => one.ask ?? []),
    );
    const decided = asking.map((one, index): [Case, Decision] => [
      one,
      settlement.decisions[index] as Decision,
    ]);
    const results = resultsOf(cases, new Map(decided));
    const happened = whatHappened(decided, settlement.turns, { known, event, now });
    const writes = new DeskWrites(manager, eventId, now);
    await writes.write({
      ...happened,
      claims: claimsOf(decided, settlement, known),
      submissions: cases.flatMap((one, index) => keptAnswer(one, results[index])),
    });
    await this.sheets.store(manager, sheetsOf(decided, eventId));
    await writes.count(
      settlement,
      found,
      await this.dueAt(book, standing, settlement, happened, { rules, event, at }),
    );
    await this.telling.tell(manager, book, event, happened.facts, now);
    return { results };
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

  // As many as can move up: the seats free now, and those that may be given back. Each who asks may stand in the
  // line themselves, so each can cost one head as well.
  private async heads(
    book: DeskBook,
    standing: Standing,
    found: Found,
    cases: readonly Case[],
    rules: SettleRules,
  ): Promise<KnownRegistration[]> {
    if (!rules.promotes) return [];
    const freed =
      cases.filter((one) => one.ask && one.ask.verb !== 'register').length + lapsing(found, rules.now);
    const counters = countersOf(standing);
    const heads: KnownRegistration[] = [];
    for (const attendance of ['onsite', 'online'] as const) {
      const { capacity, taken, waiting } = counters[attendance];
      const room = roomAfter(cases, attendance, capacity) - taken;
      const most = Math.min(waiting, Math.max(0, room) + 2 * freed);
      const byMember = rules.counted === attendance;
      if (most > 0) heads.push(...(await book.heads(attendance, most, { byMember })));
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
    const read = standing.dueAt && kept.length === 0 ? await book.nextExpiry() : undefined;
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

function lookupOf(
  requests: readonly DeskRequest[],
  { standing, rules, now }: { standing: Standing; rules: EventRules; now: Temporal.Instant },
) {
  const people = requests.flatMap((request) =>
    request.verb === 'register' ? request.people : request.verb === 'swap' ? [request.person] : [],
  );
  const isDue = standing.dueAt && Temporal.Instant.compare(standing.dueAt, now) <= 0;
  return {
    persons: people.filter((person) => !('unnamedUntil' in person && person.unnamedUntil)).map(personKey),
    ids: requests.flatMap((request) => ('registrationId' in request ? request.registrationId : [])),
    submissions: requests.flatMap((request) => (request.verb === 'register' && request.submission) || []),
    members: countsMembers(rules.rules),
    allotments: rules.hasAllotments,
    lapsedBy: isDue ? now : undefined,
  };
}

const lapsing = ({ known }: Found, now: Temporal.Instant): number =>
  known.filter(
    ({ registration }) =>
      registration.expiresAt && Temporal.Instant.compare(registration.expiresAt, now) <= 0,
  ).length;

// The widest the room is at any time during the batch.
function roomAfter(cases: readonly Case[], attendance: 'onsite' | 'online', capacity: number | null): number {
  const asked = cases.flatMap(({ ask }) => (ask?.verb === 'resize' ? (ask[attendance] ?? []) : []));
  const unlimited = cases.some(({ ask }) => ask?.verb === 'resize' && ask[attendance] === null);
  if (capacity === null || unlimited) return Number.POSITIVE_INFINITY;
  return Math.max(capacity, ...asked);
}

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
