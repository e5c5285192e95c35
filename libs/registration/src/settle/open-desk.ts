import type { Attendance } from '#event';
import type { RegistrationStatus } from '../words.js';
import { isActive } from '../words.js';
import type { Turn } from './ask.js';
import { Counts } from './counts.js';
import type { DeskState, Place, SettleRules } from './place.js';
import { type Unit, WaitingLine } from './waiting-line.js';

/**
 * The state while asks are being decided, and the few moves all decisions are made of. Every place is one object,
 * whoever holds it.
 */
export class OpenDesk {
  readonly rules: SettleRules;
  readonly counts: Counts;
  readonly lines: Record<Attendance, WaitingLine>;
  readonly turns: Turn[] = [];
  private readonly byId = new Map<string, Place>();
  private readonly byPerson = new Map<string, Place>();
  private readonly read: ReadonlySet<Place>;
  private readonly touched = new Set<Place>();

  constructor(state: DeskState) {
    const { rules, known, heads } = state;
    this.rules = rules;
    this.counts = new Counts(state);
    for (const place of [...known, ...heads]) if (!this.byId.has(place.id)) this.remember({ ...place });
    this.read = new Set(this.byId.values());
    const inLine = heads.map(({ id }) => this.byId.get(id) as Place);
    this.lines = {
      onsite: new WaitingLine('onsite', rules.counted === 'onsite', inLine),
      online: new WaitingLine('online', rules.counted === 'online', inLine),
    };
  }

  /** The place of this id, whatever became of it. */
  place(id: string): Place | undefined {
    return this.byId.get(id);
  }

  /** The place this person has now. */
  activeOf(person: string): Place | undefined {
    return this.byPerson.get(person);
  }

  /** Those with a deadline that is over. */
  overdue(): Place[] {
    const { now } = this.rules;
    return [...this.byId.values()].filter(
      ({ status, expiresAt }) =>
        isActive(status) && expiresAt !== undefined && Temporal.Instant.compare(expiresAt, now) <= 0,
    );
  }

  /** Places read before that are not as they were. */
  changed(): Place[] {
    return [...this.touched].filter((place) => this.read.has(place));
  }

  /**
   * Whether so many of a member's people can sit now, though others may wait: those were moved up before, so they
   * cannot have what is free, save where seats are collected for a group or nobody moves up.
   */
  canSit({ attendance, member }: Pick<Place, 'attendance' | 'member'>, size = 1): boolean {
    const { counters, contingents } = this.counts;
    if (this.counts.free(attendance, member) < size) return false;
    if (counters[attendance].waiting === 0) return true;
    if (!this.rules.promotes) return false;
    const group = this.collectedFor(attendance);
    return (
      !group ||
      contingents.guarantee(attendance, member) >= size ||
      this.rank(attendance, member) < this.rank(attendance, group.member)
    );
  }

  /** The group for which free seats are being kept at this moment. */
  collectedFor(attendance: Attendance): Unit | undefined {
    const { collectHours, now } = this.rules;
    const collecting = this.counts.counters.collecting[attendance];
    if (!collecting) return undefined;
    const isOver =
      collectHours !== null &&
      Temporal.Instant.compare(collecting.since.add({ hours: collectHours }), now) <= 0;
    return isOver ? undefined : this.lines[attendance].group(collecting.group);
  }

  /** 0 goes before 1, and within each who came first. */
  rank(attendance: Attendance, member: string | undefined): 0 | 1 {
    return this.rules.order === 'fair' && this.counts.contingents.hasNone(attendance, member) ? 0 : 1;
  }

  /** Adds a newcomer, who holds nothing yet. */
  remember(place: Place): Place {
    this.byId.set(place.id, place);
    if (isActive(place.status)) this.byPerson.set(place.person, place);
    return place;
  }

  /** Gives a place a seat; `over`: also where there is none. */
  seat(place: Place, { over = false } = {}): void {
    this.counts.take(place, over);
    this.touch(place);
  }

  /** Puts a place at the end of the line. */
  queue(place: Place, group?: string): void {
    place.status = 'waitlisted';
    place.line = this.counts.counters.nextLine++;
    place.group = group;
    this.counts.counters[place.attendance].waiting += 1;
    this.lines[place.attendance].add(place);
    this.touch(place);
  }

  /** Takes whoever waits out of the line. */
  unqueue(place: Place, to: RegistrationStatus): void {
    if (place.status === 'waitlisted') this.counts.counters[place.attendance].waiting -= 1;
    place.status = to;
    place.group = undefined;
    this.touch(place);
  }

  /** Ends a place, and takes back whatever it had. */
  end(place: Place, to: RegistrationStatus): void {
    this.unqueue(place, to);
    this.counts.release(place);
    place.expiresAt = undefined;
    if (this.byPerson.get(place.person) === place) this.byPerson.delete(place.person);
  }

  /** As if a newcomer had never come. */
  forget(place: Place): void {
    this.end(place, 'cancelled');
    this.byId.delete(place.id);
  }

  /** Gives a place to another person, who has none. */
  rename(place: Place, person: string): void {
    if (this.byPerson.get(place.person) === place) this.byPerson.delete(place.person);
    place.person = person;
    this.byPerson.set(person, place);
    this.touch(place);
  }

  /** Notes that a place is not as it was. */
  touch(place: Place): void {
    this.touched.add(place);
  }
}
