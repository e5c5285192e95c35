import type { Attendance } from '#event';
import type { Allotment, Contingent, Counters, DeskState, Place, Seats, SettleRules } from './place.js';

/** What is counted while asks are being decided: seats, what members hold of them, and allotments. */
export class Counts {
  readonly counters: Counters;
  readonly members: Map<string, Contingent>;
  readonly allotments: Map<string, Allotment>;
  private readonly rules: SettleRules;
  /** Seats guaranteed to members that have not taken them yet. */
  private kept: number;

  constructor(state: DeskState) {
    this.rules = state.rules;
    this.counters = copied(state.counters);
    this.members = new Map([...state.members].map(([id, one]) => [id, { ...one }]));
    this.allotments = new Map([...state.allotments].map(([id, one]) => [id, { ...one }]));
    this.kept = [...this.members.values()].reduce((sum, one) => sum + untaken(one), 0);
  }

  /** How many seats are there for people of this member; negative where the office over-booked. */
  free(attendance: Attendance, member?: string): number {
    const { capacity, taken } = this.counters[attendance];
    const room = capacity === null ? Number.POSITIVE_INFINITY : capacity - taken;
    if (!this.rules.contingents || attendance !== this.rules.counted) return room;
    const own = member ? this.members.get(member) : undefined;
    const cap = own ? own.cap : member ? this.rules.cap : null;
    const left = cap === null ? Number.POSITIVE_INFINITY : cap - (own?.taken ?? 0);
    return Math.min(left, room - (this.kept - (own ? untaken(own) : 0)));
  }

  /** Whether more of this member's people may have a seat, were there enough: what a group of so many needs. */
  mayHold(attendance: Attendance, member: string | undefined, size: number): boolean {
    if (!this.rules.contingents || attendance !== this.rules.counted || !member) return true;
    const own = this.members.get(member);
    const cap = own ? own.cap : this.rules.cap;
    return cap === null || (own?.taken ?? 0) + size <= cap;
  }

  /** Whether a seat is kept for this member that it has not taken yet. */
  isGuaranteed(attendance: Attendance, member: string | undefined): boolean {
    const own = this.rules.contingents && attendance === this.rules.counted && this.members.get(member ?? '');
    return own ? untaken(own) > 0 : false;
  }

  /** Whether the member has no seat yet: then it goes first where the order is fair. */
  hasNone(attendance: Attendance, member?: string): boolean {
    return attendance === this.rules.counted && member !== undefined && !this.members.get(member)?.taken;
  }

  /** Seats somebody, with all allotments they chose that are still there. `over`: beyond the capacity if need be. */
  take(place: Place, over = false): void {
    const seats = this.counters[place.attendance];
    seats.taken += 1;
    if (over) seats.over = Math.max(seats.over, above(seats));
    place.holdsSeat = true;
    this.countMember(place, 1);
    place.held = place.claims.filter((id) => this.takeAllotment(id));
  }

  /** Takes the seat and its allotments back. */
  release(place: Place): void {
    if (!place.holdsSeat) return;
    const seats = this.counters[place.attendance];
    seats.taken -= 1;
    seats.over = Math.min(seats.over, above(seats));
    place.holdsSeat = false;
    this.countMember(place, -1);
    for (const id of place.held) this.releaseAllotment(id);
    place.held = [];
  }

  /** The first of these allotments that is not to be had, counting what the place holds as free for it. */
  missing(claims: readonly string[], held: readonly string[] = []): string | undefined {
    return claims.find((id) => !held.includes(id) && !this.hasAllotment(id));
  }

  /** Exchanges what a seated place holds; {@link missing} must have found nothing. */
  exchange(place: Place, claims: readonly string[]): void {
    for (const id of place.held) if (!claims.includes(id)) this.releaseAllotment(id);
    for (const id of claims) if (!place.held.includes(id)) this.takeAllotment(id);
    place.claims = claims;
    place.held = claims;
  }

  /** Counts a seated place for another member. */
  reassign(place: Place, member: string | undefined): void {
    if (place.holdsSeat) this.countMember(place, -1);
    place.member = member;
    if (place.holdsSeat) this.countMember(place, 1);
  }

  resize(attendance: Attendance, capacity: number | null): void {
    const seats = this.counters[attendance];
    seats.capacity = capacity;
    // Nobody loses a seat to a smaller room; it only fills no more.
    seats.over = above(seats);
  }

  private countMember(place: Place, by: number): void {
    if (!place.member || place.attendance !== this.rules.counted) return;
    const own = this.members.get(place.member) ?? { guaranteed: 0, cap: this.rules.cap, taken: 0 };
    this.members.set(place.member, own);
    this.kept -= untaken(own);
    own.taken += by;
    this.kept += untaken(own);
  }

  private hasAllotment(id: string): boolean {
    const allotment = this.allotments.get(id);
    return allotment !== undefined && (allotment.capacity === null || allotment.taken < allotment.capacity);
  }

  private takeAllotment(id: string): boolean {
    const allotment = this.allotments.get(id);
    if (!allotment || !this.hasAllotment(id)) return false;
    allotment.taken += 1;
    return true;
  }

  private releaseAllotment(id: string): void {
    const allotment = this.allotments.get(id);
    if (!allotment) return;
    allotment.taken -= 1;
    allotment.over = Math.min(allotment.over, Math.max(0, allotment.taken - (allotment.capacity ?? 0)));
  }
}

const above = ({ capacity, taken }: Seats): number => (capacity === null ? 0 : Math.max(0, taken - capacity));

const untaken = ({ guaranteed, taken }: Contingent): number => Math.max(0, guaranteed - taken);

const copied = ({ onsite, online, nextLine, collecting }: Counters): Counters => ({
  onsite: { ...onsite },
  online: { ...online },
  nextLine,
  collecting: { ...collecting },
});
