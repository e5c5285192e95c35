import type { Attendance } from '#event';
import type { RegistrationStatus } from '../words.js';
import { isActive } from '../words.js';
import type { Answer, Answered, Ask, Asker, Decision, Turn } from './ask.js';
import { Counts } from './counts.js';
import type { DeskState, Place, SettleRules } from './place.js';
import { type Unit, WaitingLine } from './waiting-line.js';

type Named<V extends Ask['verb']> = Extract<Ask, { verb: V }>;

/** The state while asks are being decided; every place is one object, whoever holds it. */
export class OpenDesk {
  readonly counts: Counts;
  readonly turns: Turn[] = [];
  /** Places known before that are not as they were. */
  readonly changed = new Set<Place>();
  private readonly rules: SettleRules;
  private readonly byPerson = new Map<string, Place>();
  private readonly byId = new Map<string, Place>();
  private readonly lines: Record<Attendance, WaitingLine>;
  /** How many wait behind those who were read. */
  private readonly unread: Record<Attendance, number>;

  constructor(state: DeskState) {
    const { known, heads, counters } = state;
    this.rules = state.rules;
    this.counts = new Counts(state);
    for (const place of [...known, ...heads]) if (!this.byId.has(place.id)) this.remember({ ...place });
    const inLine = heads.map((head) => this.byId.get(head.id) as Place);
    this.lines = { onsite: new WaitingLine('onsite', inLine), online: new WaitingLine('online', inLine) };
    const read = (way: Attendance) =>
      [...this.byId.values()].filter((place) => waits(place) && place.attendance === way).length;
    this.unread = {
      onsite: counters.onsite.waiting - read('onsite'),
      online: counters.online.waiting - read('online'),
    };
  }

  decide(ask: Ask): Decision {
    switch (ask.verb) {
      case 'register':
        return this.register(ask);
      case 'withdraw':
        return this.withdraw(ask);
      case 'admit':
        return this.admit(ask);
      case 'verify':
        return this.verify(ask);
      case 'accept':
        return this.accept(ask);
      case 'change':
        return this.change(ask);
      case 'swap':
        return this.swap(ask);
      case 'resize':
        return this.resize(ask);
      case 'look':
        return { outcome: 'looked' };
    }
  }

  /** Ends what was to be answered, confirmed or named by now. */
  lapse(): void {
    for (const place of [...this.byId.values()]) {
      if (!isActive(place.status) || !place.expiresAt) continue;
      if (Temporal.Instant.compare(place.expiresAt, this.rules.now) > 0) continue;
      const from = place.status;
      this.leave(place, 'expired');
      this.turns.push({ place, turn: 'lapsed', from });
    }
  }

  /** Gives what is free to those who wait, in the event's order. */
  moveUp(attendance: Attendance): void {
    if (!this.rules.promotes) return;
    for (let next = this.nextUp(attendance); next; next = this.nextUp(attendance)) {
      for (const place of next.places) this.promote(place);
      const collecting = this.counts.counters.collecting[attendance];
      if (collecting?.group === next.group || !this.isCollecting(attendance))
        delete this.counts.counters.collecting[attendance];
    }
  }

  // Of the first of every line the one whose turn it is; undefined when nobody can have what is there.
  private nextUp(attendance: Attendance): Unit | undefined {
    const { counters } = this.counts;
    if (counters[attendance].waiting === 0) {
      delete counters.collecting[attendance];
      return undefined;
    }
    if (this.roomless(attendance)) return undefined;
    const waiting = [...this.lines[attendance].firsts()].sort(
      (a, b) => this.rank(attendance, a) - this.rank(attendance, b) || a.line - b.line,
    );
    let kept = false;
    for (const unit of waiting) {
      if (kept && !this.counts.isGuaranteed(attendance, unit.member)) continue;
      const size = unit.places.length;
      const free = this.counts.free(attendance, unit.member);
      if (free >= size) return unit;
      // Seats are kept for a group only while there are some, and it may have as many as it wants.
      if (!kept && size > 1 && free > 0 && this.counts.mayHold(attendance, unit.member, size)) {
        kept = this.collects(attendance, unit.group as string);
      }
    }
    return undefined;
  }

  private roomless(attendance: Attendance): boolean {
    const { capacity, taken } = this.counts.counters[attendance];
    return capacity !== null && taken >= capacity;
  }

  private rank(attendance: Attendance, unit: Unit): number {
    return this.rules.order === 'fair' && !this.counts.hasNone(attendance, unit.member) ? 1 : 0;
  }

  // Once the time is over what was collected goes to those behind, and the next free seat begins a new collection.
  private collects(attendance: Attendance, group: string): boolean {
    const { collecting } = this.counts.counters;
    if (this.rules.collectHours === 0) return false;
    if (collecting[attendance]?.group !== group) collecting[attendance] = { group, since: this.rules.now };
    return this.isCollecting(attendance);
  }

  private isCollecting(attendance: Attendance): boolean {
    const { collectHours, now } = this.rules;
    const since = this.counts.counters.collecting[attendance]?.since;
    if (!since) return false;
    return collectHours === null || Temporal.Instant.compare(now, since.add({ hours: collectHours })) < 0;
  }

  private promote(place: Place): void {
    // A group and a seat without a name cannot answer an offer.
    const offered = this.rules.offerUntil && !place.group && !place.expiresAt;
    this.counts.counters[place.attendance].waiting -= 1;
    this.counts.take(place);
    place.status = offered ? 'offered' : 'confirmed';
    if (offered) place.expiresAt = this.rules.offerUntil;
    place.group = undefined;
    this.changed.add(place);
    this.turns.push({ place, turn: offered ? 'offered' : 'promoted', from: 'waitlisted' });
  }

  private register(ask: Named<'register'>): Decision {
    const newcomers = ask.people.filter(
      (one, index) =>
        !this.byPerson.has(one.person) &&
        ask.people.findIndex((other) => other.person === one.person) === index,
    );
    const together = !ask.group || this.seatsForAll(newcomers);
    const undo: Place[] = [];
    const people: Answered[] = [];
    for (const asker of ask.people) {
      const answer = this.newcomersAnswer(asker, ask.entry, together);
      const known = this.byPerson.get(asker.person);
      if (known) {
        people.push({ outcome: 'known', place: known, answer });
        continue;
      }
      const place = this.seat(asker, answer, together ? undefined : ask.group);
      undo.push(place);
      people.push({ outcome: 'registered', place, answer });
      const missing = place.holdsSeat ? asker.claims.find((id) => !place.held.includes(id)) : undefined;
      if (missing) {
        for (const one of undo) this.forget(one);
        return { outcome: 'taken', allotment: missing };
      }
    }
    return { outcome: 'registered', people };
  }

  private seatsForAll(newcomers: readonly Asker[]): boolean {
    const [first] = newcomers;
    if (!first) return true;
    return !this.someoneFirst(first) && this.counts.free(first.attendance, first.member) >= newcomers.length;
  }

  private newcomersAnswer(asker: Asker, entry: Named<'register'>['entry'], together: boolean): Answer {
    if (entry === 'verification') return { status: 'unverified' };
    if (entry === 'request') return { status: 'requested' };
    if (together && this.canSit(asker)) return { status: 'confirmed' };
    return { status: 'waitlisted', position: this.counts.counters[asker.attendance].waiting + 1 };
  }

  private canSit(asker: Pick<Asker, 'attendance' | 'member'>): boolean {
    return this.counts.free(asker.attendance, asker.member) > 0 && !this.someoneFirst(asker);
  }

  // After moving up nobody who was read could sit. Before a newcomer come those for whom seats are being kept,
  // and those whom nobody looked at: where no contingents hold, any of them could sit as well.
  private someoneFirst({ attendance, member }: Pick<Asker, 'attendance' | 'member'>): boolean {
    const { counters } = this.counts;
    if (counters[attendance].waiting === 0) return false;
    if (!this.rules.promotes || (!this.rules.contingents && this.unread[attendance] > 0)) return true;
    return this.isCollecting(attendance) && !this.counts.isGuaranteed(attendance, member);
  }

  private seat(asker: Asker, answer: Answer, group?: string): Place {
    const { id, person, attendance, member, claims, expiresAt } = asker;
    const place: Place = {
      id,
      person,
      attendance,
      member,
      claims,
      held: [],
      status: answer.status,
      holdsSeat: false,
      line: null,
      expiresAt,
    };
    this.settleIn(place, group);
    return this.remember(place);
  }

  // Takes what the status holds: a seat, a place in the line, or for a while neither.
  private settleIn(place: Place, group?: string): void {
    if (place.status === 'confirmed') {
      this.counts.take(place);
      // What was collected for a group has gone; its next collection begins with the next free seat.
      if (!this.isCollecting(place.attendance)) delete this.counts.counters.collecting[place.attendance];
    }
    if (place.status === 'waitlisted') {
      place.line = this.counts.counters.nextLine++;
      place.group = group;
      this.counts.counters[place.attendance].waiting += 1;
      this.lines[place.attendance].add(place);
    }
    const kept = keptFor(place.status, this.rules);
    if (kept) {
      place.expiresAt = kept.until;
      if (kept.holdsSeat && this.canSit(place)) this.counts.take(place);
    }
  }

  private forget(place: Place): void {
    this.leave(place, 'cancelled', { quiet: true });
    this.byId.delete(place.id);
    this.changed.delete(place);
  }

  private withdraw({ id, to = 'cancelled' }: Named<'withdraw'>): Decision {
    const place = this.byId.get(id);
    if (!place || !isActive(place.status)) return { outcome: 'unchanged', place };
    const from = place.status;
    const freed = place.holdsSeat ? place.attendance : undefined;
    this.leave(place, to);
    return { outcome: 'done', place, from, freed };
  }

  private admit({ id, over = false }: Named<'admit'>): Decision {
    const place = this.byId.get(id);
    if (!place || place.status === 'confirmed') return { outcome: 'unchanged', place };
    if (place.status === 'waitlisted' && !over) return { outcome: 'unchanged', place };
    const from = place.status;
    if (!isActive(from)) {
      const other = this.byPerson.get(place.person);
      if (other) return { outcome: 'double', place: other };
    }
    if (place.status === 'waitlisted') this.counts.counters[place.attendance].waiting -= 1;
    place.expiresAt = undefined;
    place.group = undefined;
    if (!place.holdsSeat) {
      place.status = over || this.canSit(place) ? 'confirmed' : 'waitlisted';
      if (over) this.counts.take(place, true);
      else this.settleIn(place);
    } else {
      place.status = 'confirmed';
    }
    this.byPerson.set(place.person, place);
    this.changed.add(place);
    return { outcome: 'done', place, from };
  }

  private verify({ id, approval }: Named<'verify'>): Decision {
    const place = this.byId.get(id);
    if (place?.status !== 'unverified') return { outcome: 'unchanged', place };
    if (!approval) return this.admit({ verb: 'admit', id });
    const { holdsSeat, until } = this.rules.requests;
    place.status = 'requested';
    place.expiresAt = until;
    if (!holdsSeat) this.giveBack(place);
    this.changed.add(place);
    return { outcome: 'done', place, from: 'unverified' };
  }

  private accept({ id }: Named<'accept'>): Decision {
    const place = this.byId.get(id);
    return place?.status === 'offered' ? this.admit({ verb: 'admit', id }) : { outcome: 'unchanged', place };
  }

  private change({ id, attendance, claims }: Named<'change'>): Decision {
    const place = this.byId.get(id);
    if (!place || !isActive(place.status)) return { outcome: 'unchanged', place };
    const from = place.status;
    const chosen = claims ?? place.claims;
    if (place.holdsSeat) {
      const missing = this.counts.missing(chosen, place.held);
      if (missing) return { outcome: 'taken', allotment: missing };
    }
    const switches = attendance !== undefined && attendance !== place.attendance;
    if (switches && place.holdsSeat && !this.canSit({ attendance, member: place.member })) {
      return { outcome: 'full' };
    }
    const freed = switches && place.holdsSeat ? place.attendance : undefined;
    if (place.holdsSeat) this.counts.exchange(place, chosen);
    else place.claims = chosen;
    if (switches) this.switchTo(place, attendance);
    this.changed.add(place);
    if (freed) this.moveUp(freed);
    return { outcome: 'done', place, from, freed };
  }

  private switchTo(place: Place, attendance: Attendance): void {
    if (place.holdsSeat) {
      this.counts.release(place);
      place.attendance = attendance;
      this.counts.take(place);
      return;
    }
    if (!waits(place)) {
      place.attendance = attendance;
      return;
    }
    this.counts.counters[place.attendance].waiting -= 1;
    place.attendance = attendance;
    place.group = undefined;
    place.status = this.canSit(place) ? 'confirmed' : 'waitlisted';
    this.settleIn(place);
  }

  private swap({ id, person, member }: Named<'swap'>): Decision {
    const place = this.byId.get(id);
    if (!place || !isActive(place.status)) return { outcome: 'unchanged', place };
    const other = this.byPerson.get(person);
    if (other && other !== place) return { outcome: 'double', place: other };
    this.byPerson.delete(place.person);
    place.person = person;
    this.byPerson.set(person, place);
    if (member !== place.member) this.counts.reassign(place, member);
    if (place.status === 'confirmed' || place.status === 'waitlisted') place.expiresAt = undefined;
    this.changed.add(place);
    return { outcome: 'done', place, from: place.status };
  }

  private resize({ onsite, online }: Named<'resize'>): Decision {
    if (onsite !== undefined) this.counts.resize('onsite', onsite);
    if (online !== undefined) this.counts.resize('online', online);
    this.moveUp('onsite');
    this.moveUp('online');
    return { outcome: 'looked' };
  }

  private leave(place: Place, to: RegistrationStatus, { quiet = false } = {}): void {
    if (waits(place)) this.counts.counters[place.attendance].waiting -= 1;
    place.status = to;
    place.expiresAt = undefined;
    place.group = undefined;
    if (this.byPerson.get(place.person) === place) this.byPerson.delete(place.person);
    this.changed.add(place);
    if (quiet) this.counts.release(place);
    else this.giveBack(place);
  }

  private giveBack(place: Place): void {
    this.counts.release(place);
    // Also when somebody leaves the line: behind a group that waited for seats others may have them now.
    this.moveUp(place.attendance);
  }

  private remember(place: Place): Place {
    this.byId.set(place.id, place);
    if (isActive(place.status)) this.byPerson.set(place.person, place);
    return place;
  }
}

const waits = (place: Place): boolean => place.status === 'waitlisted';

function keptFor(status: RegistrationStatus, rules: SettleRules) {
  if (status === 'requested') return rules.requests;
  if (status === 'unverified') return rules.verification;
  return undefined;
}
