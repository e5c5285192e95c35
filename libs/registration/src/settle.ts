import type { Attendance } from '#event';
import type { Answer } from './submission.entity.js';
import type { RegistrationStatus } from './words.js';

/** One way of attending: its seats and its line. A null capacity has no limit. */
export interface Seats {
  capacity: number | null;
  taken: number;
  waiting: number;
}

/** The counters of an event, as read under the lock. */
export interface Counters {
  onsite: Seats;
  online: Seats;
  nextLine: number;
}

/** A registration as far as seats are concerned. */
export interface Place {
  id: string;
  /** Who it is, compared by equality only. */
  person: string;
  attendance: Attendance;
  status: RegistrationStatus;
  line: number | null;
}

/** Something that somebody asks of the desk. */
export type Ask =
  | { verb: 'register'; id: string; person: string; attendance: Attendance }
  | { verb: 'withdraw'; id: string };

/** What the desk decides about one ask. */
export type Decision =
  | { outcome: 'registered'; place: Place; answer: Answer }
  | { outcome: 'known'; place: Place; answer: Answer }
  | { outcome: 'withdrawn'; place: Place; from: RegistrationStatus }
  | { outcome: 'unchanged' };

export interface Settlement {
  /** One per ask, in the same order. */
  decisions: Decision[];
  /** Who moved up from the waiting list, in order. */
  promoted: Place[];
  counters: Counters;
}

/**
 * Decides asks one after the other: a free seat goes to whoever asks, unless somebody waits for it; else they
 * join the line's end. Whatever frees a seat moves up the first in line within the same decision.
 *
 * `known` are the active registrations of the persons and ids that the asks name; `heads` the first of the
 * waiting list in order, at least as many of each attendance as seats can become free. Inputs stay untouched.
 */
export function settle(
  counters: Counters,
  asks: readonly Ask[],
  known: readonly Place[],
  heads: readonly Place[],
): Settlement {
  const desk = new OpenDesk(counters, known, heads);
  desk.moveUp('onsite');
  desk.moveUp('online');
  const decisions = asks.map((ask) => (ask.verb === 'register' ? desk.register(ask) : desk.withdraw(ask.id)));
  return { decisions, promoted: desk.promoted, counters: desk.counters };
}

/** The state while asks are being decided; every place is one object, whoever holds it. */
class OpenDesk {
  readonly counters: Counters;
  readonly promoted: Place[] = [];
  private readonly byPerson = new Map<string, Place>();
  private readonly byId = new Map<string, Place>();
  private readonly line: Record<Attendance, Place[]> = { onsite: [], online: [] };

  constructor(counters: Counters, known: readonly Place[], heads: readonly Place[]) {
    this.counters = structuredClone(counters);
    for (const place of known) this.remember({ ...place });
    for (const head of heads) {
      const place = this.byId.get(head.id) ?? this.remember({ ...head });
      this.line[place.attendance].push(place);
    }
  }

  register(ask: { id: string; person: string; attendance: Attendance }): Decision {
    const answer = this.newcomersAnswer(ask.attendance);
    const known = this.byPerson.get(ask.person);
    if (known) return { outcome: 'known', place: known, answer };
    const seats = this.counters[ask.attendance];
    const place: Place = { ...askedPlace(ask), status: answer.status, line: null };
    if (answer.status === 'confirmed') {
      seats.taken += 1;
    } else {
      seats.waiting += 1;
      place.line = this.counters.nextLine++;
      this.line[ask.attendance].push(place);
    }
    this.remember(place);
    return { outcome: 'registered', place, answer };
  }

  withdraw(id: string): Decision {
    const place = this.byId.get(id);
    if (!place || (place.status !== 'confirmed' && place.status !== 'waitlisted'))
      return { outcome: 'unchanged' };
    const from = place.status;
    const seats = this.counters[place.attendance];
    if (from === 'confirmed') seats.taken -= 1;
    else seats.waiting -= 1;
    place.status = 'cancelled';
    this.byPerson.delete(place.person);
    this.moveUp(place.attendance);
    return { outcome: 'withdrawn', place, from };
  }

  moveUp(attendance: Attendance): void {
    const seats = this.counters[attendance];
    const line = this.line[attendance];
    while (hasFree(seats) && line.length > 0) {
      const next = line.shift() as Place;
      // Somebody who left the line in this very batch still stands in it here.
      if (next.status !== 'waitlisted') continue;
      next.status = 'confirmed';
      seats.waiting -= 1;
      seats.taken += 1;
      this.promoted.push(next);
    }
  }

  private newcomersAnswer(attendance: Attendance): Answer {
    const seats = this.counters[attendance];
    if (hasFree(seats) && seats.waiting === 0) return { status: 'confirmed' };
    return { status: 'waitlisted', position: seats.waiting + 1 };
  }

  private remember(place: Place): Place {
    this.byId.set(place.id, place);
    this.byPerson.set(place.person, place);
    return place;
  }
}

const hasFree = (seats: Seats): boolean => seats.capacity === null || seats.taken < seats.capacity;

const askedPlace = ({ id, person, attendance }: { id: string; person: string; attendance: Attendance }) => ({
  id,
  person,
  attendance,
});
