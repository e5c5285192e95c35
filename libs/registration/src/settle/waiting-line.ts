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
 * Those who wait for one way of attending, as far as they were read: a line for each member, one for people
 * without, one for each group. Whoever left it meanwhile, or joined it anew, is passed over where they stood.
 */
export class WaitingLine {
  private readonly lines = new Map<string, Entry[][]>();

  constructor(
    private readonly attendance: Attendance,
    heads: readonly Place[],
  ) {
    for (const place of heads) if (place.attendance === attendance) this.add(place);
    for (const line of this.lines.values()) line.sort(([a], [b]) => Number(a?.line) - Number(b?.line));
  }

  /** Puts somebody at the end of their line. */
  add(place: Place): void {
    const entry = { place, line: Number(place.line) };
    const key = place.group ? `group ${place.group}` : `member ${place.member ?? ''}`;
    const line = this.lines.get(key) ?? [];
    this.lines.set(key, line);
    if (place.group && line[0]) line[0].push(entry);
    else line.push([entry]);
  }

  /** The first of each line. */
  *firsts(): Generator<Unit> {
    for (const [key, line] of this.lines) {
      while (line[0] && !line[0].some((entry) => this.waits(entry))) line.shift();
      const [first] = line;
      if (!first) {
        this.lines.delete(key);
        continue;
      }
      const waiting = first.filter((entry) => this.waits(entry));
      const [{ place, line: number }] = waiting as [Entry];
      yield {
        places: waiting.map((entry) => entry.place),
        line: number,
        member: place.member,
        group: place.group,
      };
    }
  }

  private waits({ place, line }: Entry): boolean {
    return place.status === 'waitlisted' && place.attendance === this.attendance && place.line === line;
  }
}

interface Entry {
  place: Place;
  line: number;
}
