import type { Attendance } from '#event';
import { Allotments } from './allotments.js';
import { Contingents } from './contingents.js';
import { above, type Counters, type DeskState, type HeldBack, type Place } from './place.js';

/** What is counted while asks are being decided: seats, what members hold of them, and allotments. */
export class Counts {
  readonly counters: Counters;
  readonly contingents: Contingents;
  readonly allotments: Allotments;

  constructor({ counters, rules, members, allotments }: Omit<DeskState, 'known' | 'heads'>) {
    this.counters = copied(counters);
    this.contingents = new Contingents(rules, members);
    this.allotments = new Allotments(allotments);
  }

  /** How many seats nobody sits on; negative where the office over-booked. */
  room(attendance: Attendance): number {
    const { capacity, taken } = this.counters[attendance];
    return capacity === null ? Number.POSITIVE_INFINITY : capacity - taken;
  }

  /** How many of them people of this member can have; left out: people without a member. */
  free(attendance: Attendance, member?: string): number {
    const left = this.contingents.leftOfCap(attendance, member);
    return Math.min(left, this.room(attendance) - this.contingents.keptFromOthers(attendance, member));
  }

  /** Why so many people of this member wait; undefined where there simply are too few seats. */
  heldBack(attendance: Attendance, member: string | undefined, size = 1): HeldBack | undefined {
    const beyond = this.contingents.beyondCap(attendance, member, size);
    if (beyond) return beyond;
    const isKept = this.room(attendance) >= size && this.free(attendance, member) < size;
    return isKept ? { by: 'guarantees' } : undefined;
  }

  /** Whether so many more people of this member could ever sit, were all others to leave. */
  couldEverSit(attendance: Attendance, member: string | undefined, size: number): boolean {
    const { capacity } = this.counters[attendance];
    const own = (capacity ?? Number.POSITIVE_INFINITY) - this.contingents.neverFor(attendance, member);
    return size <= Math.min(own, this.contingents.leftOfCap(attendance, member));
  }

  /** Seats somebody, with all they chose that is still there. `over`: beyond the capacity if need be. */
  take(place: Place, over = false): void {
    const seats = this.counters[place.attendance];
    seats.taken += 1;
    if (over) seats.over = Math.max(seats.over, above(seats));
    place.holdsSeat = true;
    this.contingents.count(place, 1);
    this.allotments.hold(place);
  }

  /** Takes the seat back, with all that is held along with it. */
  release(place: Place): void {
    if (!place.holdsSeat) return;
    const seats = this.counters[place.attendance];
    seats.taken -= 1;
    seats.over = Math.min(seats.over, above(seats));
    place.holdsSeat = false;
    this.contingents.count(place, -1);
    this.allotments.release(place);
  }

  /** Counts a place as another member's. */
  reassign(place: Place, member: string | undefined): void {
    if (place.holdsSeat) this.contingents.count(place, -1);
    place.member = member;
    if (place.holdsSeat) this.contingents.count(place, 1);
  }

  /** Nobody loses a seat to a smaller room; it only fills no more. */
  resize(attendance: Attendance, capacity: number | null): void {
    const seats = this.counters[attendance];
    seats.capacity = capacity;
    seats.over = above(seats);
  }
}

const copied = ({ onsite, online, nextLine, collecting }: Counters): Counters => ({
  onsite: { ...onsite },
  online: { ...online },
  nextLine,
  collecting: { ...collecting },
});
