import type { Attendance } from '#event';
import type { Ask } from '../src/settle/ask.js';
import type { Allotment, Contingent, Counters, Place, Seats, SettleRules } from '../src/settle/place.js';
import { reach } from '../src/settle/reach.js';
import { type Settlement, settle } from '../src/settle/settle.js';
import { isActive } from '../src/words.js';

/** What a desk begins with; what is left out has no limit, no contingents, and moves people up at once. */
export interface Opening {
  onsite?: number | null;
  online?: number | null;
  rules?: Partial<SettleRules>;
  members?: Record<string, { guaranteed: number; cap?: number | null }>;
  /** Seats of sessions and choices, by id. */
  allotments?: Record<string, number | null>;
}

/** A desk that plays its own database: it keeps places and counters, and reads no more of them than is promised. */
export class DeskWorld {
  readonly places = new Map<string, Place>();
  counters: Counters;
  rules: SettleRules;
  members: ReadonlyMap<string, Contingent>;
  allotments: ReadonlyMap<string, Allotment>;
  /** Whether more than asks happened since the desk settled. */
  private due = true;

  constructor({ onsite = null, online = null, rules = {}, members = {}, allotments = {} }: Opening = {}) {
    this.counters = { onsite: seats(onsite), online: seats(online), nextLine: 1, collecting: {} };
    this.rules = { ...plainRules(), ...rules };
    this.members = new Map(
      Object.entries(members).map(([id, { guaranteed, cap = null }]) => [id, { guaranteed, cap, taken: 0 }]),
    );
    this.allotments = new Map(
      Object.entries(allotments).map(([id, capacity]) => [id, { capacity, taken: 0, over: 0 }]),
    );
  }

  /** Settles these asks at once, and keeps what comes of it. */
  settle(...asks: Ask[]): Settlement {
    const settlement = settle(this.read(asks), asks);
    for (const decision of settlement.decisions) {
      if (decision.outcome !== 'registered') continue;
      for (const { outcome, place } of decision.people) if (outcome === 'registered') this.keep(place);
    }
    for (const place of settlement.changed) this.keep(place);
    this.counters = settlement.counters;
    this.members = settlement.members;
    this.allotments = settlement.allotments;
    this.due = false;
    return settlement;
  }

  /** Time passes; nobody asks anything. */
  wait(duration: Temporal.DurationLike): void {
    const now = this.rules.now.add(duration);
    this.change({
      now,
      offerUntil: this.rules.offerUntil && now.add({ hours: 48 }),
      requests: { ...this.rules.requests, until: now.add({ hours: 336 }) },
      verification: { ...this.rules.verification, until: now.add({ hours: 1 }) },
    });
  }

  /** The office changes the rules. */
  change(rules: Partial<SettleRules>): void {
    this.rules = { ...this.rules, ...rules };
    this.due = true;
  }

  /** Where a place stands. */
  status(id: string): Place['status'] | undefined {
    return this.places.get(id)?.status;
  }

  /** Those in this status, in the line's order where they have one. */
  all(status: Place['status']): string[] {
    return [...this.places.values()]
      .filter((place) => place.status === status)
      .sort((a, b) => Number(a.line) - Number(b.line))
      .map(({ id }) => id);
  }

  private keep(place: Place): void {
    this.places.set(place.id, { ...place });
  }

  private read(asks: readonly Ask[]) {
    const { counters, rules, members, allotments } = this;
    const active = [...this.places.values()].filter(({ status }) => isActive(status));
    const lapsing = active.filter(
      ({ expiresAt }) => expiresAt && Temporal.Instant.compare(expiresAt, rules.now) <= 0,
    );
    const named = asks.flatMap((ask) => ('id' in ask ? (this.places.get(ask.id) ?? []) : []));
    const persons = new Set([...named.map(({ person }) => person), ...asks.flatMap(personsOf)]);
    const known = new Set([...lapsing, ...named, ...active.filter(({ person }) => persons.has(person))]);
    const depth = reach(counters, asks, { lapsing: lapsing.length, due: this.due });
    const heads = (['onsite', 'online'] as const).flatMap((way) => headsOf(active, way, rules, depth[way]));
    return { counters, rules, members, allotments, known: [...known], heads };
  }
}

function headsOf(
  active: readonly Place[],
  attendance: Attendance,
  rules: SettleRules,
  depth: number,
): Place[] {
  if (depth === 0) return [];
  const read = new Map<string | undefined, number>();
  return active
    .filter((place) => place.status === 'waitlisted' && place.attendance === attendance)
    .sort((a, b) => Number(a.line) - Number(b.line))
    .filter(({ group, member }) => {
      if (group) return true;
      const queue = rules.counted === attendance ? member : undefined;
      const count = (read.get(queue) ?? 0) + 1;
      read.set(queue, count);
      return count <= depth;
    });
}

const personsOf = (ask: Ask): string[] =>
  ask.verb === 'register' ? ask.people.map(({ person }) => person) : ask.verb === 'swap' ? [ask.person] : [];

const seats = (capacity: number | null): Seats => ({ capacity, taken: 0, waiting: 0, over: 0 });

function plainRules(): SettleRules {
  const now = Temporal.Instant.from('2027-01-04T09:00:00Z');
  return {
    now,
    promotes: true,
    order: 'arrival',
    contingents: false,
    cap: null,
    requests: { holdsSeat: false, until: now.add({ hours: 336 }) },
    verification: { holdsSeat: true, until: now.add({ hours: 1 }) },
    collectHours: 72,
  };
}
