import { type Entry, type Guest, isThere, WAYS, type Way, waits } from './entry.js';
import { keepsSeats, type ModelRules, membersCount, plainRules } from './rules.js';

const DAY = 86_400_000;

/** What stands about an event before anybody registers. */
export interface Plan {
  id: string;
  slug: string;
  format: 'onsite' | 'online' | 'hybrid';
  start: number;
  end: number;
  /** When registration closes, if not at the usual moment. */
  closes?: number;
  audience: 'public' | 'members' | 'invited';
  seats: Record<Way, number | null>;
  /** Seats of the sessions, by id. */
  sessions: Map<string, number | null>;
  memberOf(guest: Pick<Guest, 'email' | 'organization'>, proof: ModelRules['proof']): string | undefined;
}

/** One event's list, and everything that can be counted on it; nothing is counted along. */
export class Room {
  rules: ModelRules = plainRules();
  /** Everybody who ever was on the list. */
  readonly all: Entry[] = [];
  /** Those who have a place now, be it in the line. */
  there: Entry[] = [];
  collecting: Partial<Record<Way, { group: number; since: number }>> = {};

  constructor(readonly plan: Plan) {}

  get ways(): readonly Way[] {
    const { format } = this.plan;
    return format === 'hybrid' ? WAYS : [format];
  }

  /** The way of attending whose seats are counted by member; undefined: nobody asks whose they are. */
  get counted(): Way | undefined {
    return membersCount(this.rules) ? this.ways[0] : undefined;
  }

  /** Whether seats are kept for members, and are no more than so many each. */
  keeps(way: Way, now: number): boolean {
    if (way !== this.ways[0] || !keepsSeats(this.rules)) return false;
    return now < (this.rules.contingentsUntil ?? this.plan.start - 21 * DAY);
  }

  seated(way: Way): Entry[] {
    return this.there.filter((entry) => entry.holds && entry.way === way);
  }

  waiting(way: Way): Entry[] {
    return this.there.filter((entry) => waits(entry) && entry.way === way).sort((a, b) => a.line - b.line);
  }

  /** Seats that nobody sits on; below none where the office seated more. */
  empty(way: Way): number {
    return (this.plan.seats[way] ?? Number.POSITIVE_INFINITY) - this.seated(way).length;
  }

  /** How many counted seats a member's people have. */
  seatsOf(member: string | undefined): number {
    const { counted } = this;
    return counted && member ? this.seated(counted).filter((entry) => entry.member === member).length : 0;
  }

  /** How many of a member's promised seats it has not taken. */
  promised(member: string | undefined): number {
    const own = member === undefined ? undefined : this.rules.contingents.get(member);
    return Math.max(0, (own?.guaranteed ?? 0) - this.seatsOf(member));
  }

  /** All promised seats that are not taken, but for one member's. */
  promisedToOthers(member: string | undefined): number {
    const others = [...this.rules.contingents.keys()].filter((one) => one !== member);
    return others.reduce((sum, one) => sum + this.promised(one), 0);
  }

  /** How many more a member may have. */
  leftFor(member: string | undefined): number {
    if (member === undefined) return Number.POSITIVE_INFINITY;
    const own = this.rules.contingents.get(member);
    const cap = own ? own.cap : this.rules.memberCap;
    return (cap ?? Number.POSITIVE_INFINITY) - this.seatsOf(member);
  }

  /** How many seats people of this member could have now, if nobody waited. */
  free(way: Way, member: string | undefined, now: number): number {
    if (!this.keeps(way, now)) return this.empty(way);
    return Math.min(this.leftFor(member), this.empty(way) - this.promisedToOthers(member));
  }

  /** Whether so many of a member could ever have seats, were everybody else to leave. */
  couldEver(way: Way, member: string | undefined, size: number, now: number): boolean {
    const seats = this.plan.seats[way] ?? Number.POSITIVE_INFINITY;
    if (!this.keeps(way, now)) return size <= seats;
    const ofOthers = [...this.rules.contingents].filter(([one]) => one !== member);
    const kept = ofOthers.reduce((sum, [, { guaranteed }]) => sum + guaranteed, 0);
    return size <= Math.min(seats - kept, this.leftFor(member));
  }

  /** How many hold a session. */
  inSession(id: string): number {
    return this.there.filter((entry) => entry.held.includes(id)).length;
  }

  /** Whether a session has room; one that is none has not. */
  hasRoom(id: string): boolean {
    const capacity = this.plan.sessions.get(id);
    return capacity === null || (capacity !== undefined && this.inSession(id) < capacity);
  }

  /** The place that this person has here. */
  of(person: number | undefined): Entry | undefined {
    return person === undefined ? undefined : this.there.find((entry) => entry.person === person);
  }

  /** Brings the list of those who are there up to date with their statuses. */
  tidy(): void {
    this.there = this.all.filter(isThere);
  }

  /** Whether the event is still to come, so that a free seat is worth something. */
  isAhead(now: number): boolean {
    return now < this.plan.end;
  }
}
