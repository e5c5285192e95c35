import type { Attendance } from '#event';
import type { Contingent, Counters, Place, SettleRules } from '../src/settle/place.js';
import { isActive } from '../src/words.js';
import type { DeskWorld } from './desk-world.js';

/** Those who move up together. */
export interface Party {
  places: Place[];
  member?: string;
  group?: string;
}

/** The desk recounted by hand from its places alone: slow and plain, to hold against what the desk says. */
export class DeskBook {
  constructor(
    readonly places: readonly Place[],
    private readonly rules: SettleRules,
    private readonly counters: Counters,
    private readonly contingents: ReadonlyMap<string, Pick<Contingent, 'guaranteed' | 'cap'>>,
  ) {}

  static of({ places, rules, counters, members }: DeskWorld): DeskBook {
    return new DeskBook([...places.values()], rules, counters, members);
  }

  /** The same desk, had these places never changed. */
  with(others: readonly Place[]): DeskBook {
    const byId = new Map([...this.places, ...others].map((place) => [place.id, place]));
    return new DeskBook([...byId.values()], this.rules, this.counters, this.contingents);
  }

  seated(attendance: Attendance): Place[] {
    return this.places.filter((place) => place.holdsSeat && place.attendance === attendance);
  }

  waiting(attendance: Attendance): Place[] {
    return this.places
      .filter((place) => place.status === 'waitlisted' && place.attendance === attendance)
      .sort((a, b) => Number(a.line) - Number(b.line));
  }

  activeOf(person: string): Place[] {
    return this.places.filter((place) => place.person === person && isActive(place.status));
  }

  holds(allotment: string): number {
    return this.places.filter((place) => place.held.includes(allotment)).length;
  }

  ofMember(member: string): number {
    const { counted } = this.rules;
    return counted ? this.seated(counted).filter((place) => place.member === member).length : 0;
  }

  room(attendance: Attendance): number {
    const { capacity } = this.counters[attendance];
    return (capacity ?? Number.POSITIVE_INFINITY) - this.seated(attendance).length;
  }

  /** Seats still kept for this member. */
  guarantee(attendance: Attendance, member: string | undefined): number {
    if (!this.rules.contingents || attendance !== this.rules.counted || !member) return 0;
    return Math.max(0, (this.contingents.get(member)?.guaranteed ?? 0) - this.ofMember(member));
  }

  kept(attendance: Attendance): number {
    return [...this.contingents.keys()].reduce((sum, one) => sum + this.guarantee(attendance, one), 0);
  }

  capOf(member: string): number {
    return (this.contingents.get(member) ?? this.rules).cap ?? Number.POSITIVE_INFINITY;
  }

  /** What is free and promised to nobody. */
  spare(attendance: Attendance): number {
    return this.room(attendance) - this.kept(attendance);
  }

  free(attendance: Attendance, member: string | undefined): number {
    const free = this.spare(attendance) + this.guarantee(attendance, member);
    if (!this.rules.contingents || attendance !== this.rules.counted || !member) return free;
    return Math.min(free, this.capOf(member) - this.ofMember(member));
  }

  /** Those who wait, in the order in which they get seats. */
  line(attendance: Attendance): Party[] {
    const parties = new Map<string, Party>();
    for (const place of this.waiting(attendance)) {
      const { id, group, member } = place;
      const party = parties.get(group ?? id) ?? { places: [], member, group };
      party.places.push(place);
      parties.set(group ?? id, party);
    }
    const all = [...parties.values()];
    if (this.rules.order === 'arrival' || attendance !== this.rules.counted) return all;
    const isFirst = ({ member }: Party) => member !== undefined && this.ofMember(member) === 0;
    return [...all.filter(isFirst), ...all.filter((party) => !isFirst(party))];
  }

  /** The group for which free seats are being kept. */
  collecting(attendance: Attendance): string | undefined {
    const { collectHours, now } = this.rules;
    const collecting = this.counters.collecting[attendance];
    if (!collecting) return undefined;
    const hours = now.since(collecting.since).total('hours');
    return collectHours === null || hours < collectHours ? collecting.group : undefined;
  }

  /** Those who wait although they could have what is free, in order. */
  couldSit(attendance: Attendance): Party[] {
    if (!this.rules.promotes) return [];
    const line = this.line(attendance);
    const collector = line.findIndex(({ group }) => group && group === this.collecting(attendance));
    return line.filter(({ places, member }, index) => {
      const behind = collector >= 0 && index > collector;
      if (behind && this.guarantee(attendance, member) < places.length) return false;
      return this.free(attendance, member) >= places.length;
    });
  }
}
