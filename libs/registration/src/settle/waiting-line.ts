import type { Attendance } from '#event';
import type { Place } from './place.js';

/** Who moves up together: one person, or a group. */
export interface Unit {
  /** Those who still wait. */
  places: Place[];
  line: number;
  member?: string;
  group?: string;
}

/**
 * Those who wait for one way of attending, as far as they were read: a queue for each member and one for people
 * without, or one for all where members do not count; and one for each group. Whoever left meanwhile, or stands
 * elsewhere now, is passed over where they stood.
 */
export class WaitingLine {
  private readonly byKey = new Map<string, Unit[]>();
  /** The queues that are not empty, in the order of their first. */
  private readonly queues: Unit[][] = [];

  constructor(
    private readonly attendance: Attendance,
    private readonly byMember: boolean,
    heads: readonly Place[],
  ) {
    const own = heads.filter((place) => place.attendance === attendance);
    for (const place of own.sort((a, b) => Number(a.line) - Number(b.line))) this.add(place);
  }

  /** Puts somebody where their number in the line belongs. */
  add(place: Place): void {
    const { group, member } = place;
    const line = Number(place.line);
    const key = group ? `group ${group}` : `member ${this.byMember ? (member ?? '') : ''}`;
    const queue = this.byKey.get(key) ?? [];
    this.byKey.set(key, queue);
    if (group && queue[0]) {
      queue[0].places.push(place);
      return;
    }
    const before = queue.findLastIndex((unit) => unit.line < line);
    queue.splice(before + 1, 0, { places: [place], line, member, group });
    if (before >= 0) return;
    const listed = this.queues.indexOf(queue);
    if (listed >= 0) this.queues.splice(listed, 1);
    this.list(queue);
  }

  /** The first of each queue, in order; of those only whose member is wanted. */
  *firsts(isWanted: (member: string | undefined) => boolean): Generator<Unit> {
    for (let at = 0; at < this.queues.length; ) {
      const queue = this.queues[at] as Unit[];
      const first = queue[0] as Unit;
      if (!isWanted(first.member)) {
        at += 1;
      } else if (this.stands(first)) {
        yield first;
        at += 1;
      } else {
        this.queues.splice(at, 1);
        this.tidy(queue);
        // Never before where it was, so that nobody is passed over.
        if (queue.length > 0) this.list(queue);
      }
    }
  }

  /** The group of this id, if it waits here. */
  group(id: string): Unit | undefined {
    const [unit] = this.byKey.get(`group ${id}`) ?? [];
    const places = unit?.places.filter((place) => this.waits(unit, place)) ?? [];
    return unit && places.length > 0 ? { ...unit, places } : undefined;
  }

  private list(queue: Unit[]): void {
    const line = lineOf(queue);
    let [low, high] = [0, this.queues.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (lineOf(this.queues[middle]) < line) low = middle + 1;
      else high = middle;
    }
    this.queues.splice(low, 0, queue);
  }

  private tidy(queue: Unit[]): void {
    for (let [unit] = queue; unit && !this.stands(unit); [unit] = queue) {
      const { places } = unit;
      unit.places = places.filter((place) => this.waits(unit as Unit, place));
      if (unit.places.length === 0) queue.shift();
      else unit.line = Number(unit.places[0]?.line);
    }
  }

  private stands(unit: Unit): boolean {
    return unit.places.every((place) => this.waits(unit, place));
  }

  private waits(unit: Unit, place: Place): boolean {
    return (
      place.status === 'waitlisted' &&
      place.attendance === this.attendance &&
      place.member === unit.member &&
      place.group === unit.group &&
      (unit.group !== undefined || place.line === unit.line)
    );
  }
}

const lineOf = (queue: Unit[] | undefined): number => queue?.[0]?.line ?? Number.POSITIVE_INFINITY;
