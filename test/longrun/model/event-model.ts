import { isLate, mayNotCome, refusalOf, wayOf } from './admission.js';
import { days, nextClosing } from './calendar.js';
import type { Deed, DeedTo, Expected, PersonAnswer } from './deed.js';
import { type Entry, type Guest, isThere, type Status, statusOf, type Way } from './entry.js';
import { wouldSit } from './line.js';
import type { Plan } from './room.js';
import { membersCount } from './rules.js';
import { Seating } from './seating.js';

/** How many other events of the series a person is registered for. */
type InSeries = (person: number) => number;

/**
 * What an event's desk must do, written down as plainly as can be: one list, one request after the other, and
 * everything counted anew each time.
 */
export class EventModel extends Seating {
  private groups = 0;
  private readonly answered = new Map<string, Expected>();

  constructor(
    plan: Plan,
    private readonly inSeries: InSeries = () => 0,
  ) {
    super(plan);
  }

  /** Does what is asked, and answers what the desk must answer. */
  ask(deed: Deed, now: number): Expected {
    this.look(now);
    const expected = this.decide(deed, now);
    this.look(now);
    return expected;
  }

  /** Why somebody may not come in another's place by the link; asked are they what any newcomer is. */
  handsOnTo(entry: Entry, guest: Guest): string | undefined {
    const { organization = entry.organization } = guest;
    const coming = { ...guest, organization, way: entry.way };
    return guest.email === entry.email
      ? undefined
      : mayNotCome(this, coming, { invited: false, byOffice: false, memberOf: (one) => this.memberOf(one) });
  }

  /** Says whose people they are of whom nobody has said it, where that matters now. */
  recount(): void {
    if (!membersCount(this.rules)) return;
    for (const entry of this.all) entry.member ??= this.plan.memberOf(entry, this.rules.proof);
  }

  /** Other days for naming are for everybody who has no name and needs none to be decided on. */
  renewNaming(now: number): void {
    const settled = this.there.filter((entry) => ['confirmed', 'waitlisted'].includes(statusOf(entry)));
    for (const entry of settled) if (!isNamed(entry)) entry.expires = this.nameBy(now);
  }

  /** Whose seat it will be counted as. */
  memberOf(guest: Pick<Guest, 'email' | 'organization' | 'member'>): string | undefined {
    const matters = membersCount(this.rules) || this.plan.audience === 'members';
    return guest.member ?? (matters ? this.plan.memberOf(guest, this.rules.proof) : undefined);
  }

  private decide(deed: Deed, now: number): Expected {
    switch (deed.verb) {
      case 'register':
        return this.register(deed, now);
      case 'withdraw':
        return this.withdraw(deed);
      case 'admit':
        return this.admit(deed.entry, now, {
          over: deed.over,
          deadline: isNamed(deed.entry) ? undefined : this.nameBy(now),
        });
      case 'verify':
        return this.verify(deed.entry, now);
      case 'accept':
        return statusOf(deed.entry) === 'offered' ? this.admit(deed.entry, now) : unchanged(deed.entry);
      case 'change':
        return this.change(deed, now);
      case 'swap':
        return this.swap(deed, now);
      case 'resize':
        Object.assign(this.plan.seats, seatsIn(deed));
        return { nothing: true };
      case 'look':
        return { nothing: true };
    }
  }

  private register(deed: DeedTo<'register'>, now: number): Expected {
    const before = deed.key === undefined ? undefined : this.answered.get(deed.key);
    if (before) return deed.forged ? { refused: 'KeyReused' } : before;
    const refused = refusalOf(this, deed, now, {
      memberOf: (guest) => this.memberOf(guest),
      inSeries: this.inSeries,
    });
    const expected = refused ? { refused } : this.enter(deed, now);
    if (deed.key !== undefined && 'people' in expected) this.answered.set(deed.key, expected);
    return expected;
  }

  private enter(deed: DeedTo<'register'>, now: number): Expected {
    const entry = this.entryStatus(deed, now);
    const fresh = deed.guests.map((guest) => this.lineFor(guest));
    const together = deed.together && fresh.length > 1;
    if (together) this.groups += 1;
    const newcomers = fresh.filter((one, index) => !this.of(one.person) && isFirstOf(fresh, index));
    const all = newcomers.length === 0 || wouldSit(this, newcomers, now);
    const people: PersonAnswer[] = [];
    const entered: Entry[] = [];
    for (const one of fresh) {
      const sits = together ? all : wouldSit(this, [one], now);
      const status = entry ?? (sits ? 'confirmed' : 'waitlisted');
      const position = status === 'waitlisted' ? this.waiting(one.way).length + 1 : undefined;
      const known = this.of(one.person);
      const holds = sits && this.holdsWhile(status);
      if (holds && !(known && entered.includes(known)) && one.wishes.some((id) => !this.hasRoom(id))) {
        for (const other of entered) this.end(other, 'cancelled');
        this.all.splice(this.all.length - entered.length, entered.length);
        this.tidy();
        return { refused: 'ChoiceTaken' };
      }
      if (known) {
        people.push({ status, position });
        continue;
      }
      this.write(one, status, { holds, group: together ? this.groups : undefined, now });
      entered.push(one);
      people.push({ status, position, entry: one });
    }
    return { people };
  }

  private entryStatus({ byOffice, invited }: DeedTo<'register'>, now: number): Status | undefined {
    if (byOffice) return undefined;
    if (this.rules.verifyMinutes !== null && !invited) return 'unverified';
    return this.asksOffice(now) ? 'requested' : undefined;
  }

  private asksOffice(now: number): boolean {
    return this.rules.approval || isLate(this, now);
  }

  private holdsWhile(status: Status): boolean {
    if (status === 'requested') return this.rules.requestHoldsSeat;
    return status === 'unverified' ? this.rules.verifyHoldsSeat : true;
  }

  private lineFor(guest: Guest): Entry {
    return {
      number: 0,
      person: guest.person,
      email: guest.email,
      organization: guest.organization,
      member: this.memberOf(guest),
      way: wayOf(this, guest) ?? 'onsite',
      trail: [],
      holds: false,
      line: 0,
      expires: guest.unnamedUntil,
      wishes: guest.sessions,
      held: [],
    };
  }

  private write(
    entry: Entry,
    status: Status,
    { holds, group, now }: { holds: boolean; group?: number; now: number },
  ): void {
    entry.number = this.all.length + 1;
    entry.trail.push(status);
    if (status === 'requested') entry.expires = this.requestUntil(now);
    if (status === 'unverified') entry.expires = now + (this.rules.verifyMinutes ?? 0) * 60_000;
    this.all.push(entry);
    this.there.push(entry);
    if (holds) this.sit(entry);
    else if (status === 'waitlisted') this.queue(entry, group);
  }

  private withdraw({ entry, declined }: DeedTo<'withdraw'>): Expected {
    if (!isThere(entry)) return unchanged(entry);
    const from = statusOf(entry);
    this.end(entry, declined ? 'declined' : 'cancelled');
    return done(entry, from);
  }

  private admit(
    entry: Entry,
    now: number,
    { over = false, deadline }: { over?: boolean; deadline?: number } = {},
  ): Expected {
    const from = statusOf(entry);
    if (from === 'confirmed' || (from === 'waitlisted' && !over)) return unchanged(entry);
    const other = this.of(entry.person);
    if (other && other !== entry) return { refused: 'PersonDouble' };
    const sits = entry.holds || over || wouldSit(this, [{ ...entry, group: undefined }], now);
    entry.expires = deadline ?? (from === 'waitlisted' ? entry.expires : undefined);
    if (sits) {
      this.set(entry, 'confirmed');
      if (!entry.holds) this.sit(entry);
    } else {
      this.queue(entry);
    }
    return done(entry, from);
  }

  private verify(entry: Entry, now: number): Expected {
    if (statusOf(entry) !== 'unverified') return unchanged(entry);
    if (!this.asksOffice(now)) return this.admit(entry, now);
    const sits = entry.holds || wouldSit(this, [entry], now);
    this.set(entry, 'requested');
    entry.expires = this.requestUntil(now);
    if (!this.rules.requestHoldsSeat) this.rise(entry);
    else if (!entry.holds && sits) this.sit(entry);
    return done(entry, 'unverified');
  }

  private change({ entry, way, sessions }: DeedTo<'change'>, now: number): Expected {
    if (way && !this.ways.includes(way)) return { refused: 'AttendanceNotOffered' };
    if (sessions?.some((id) => !this.plan.sessions.has(id))) return { refused: 'UnknownSession' };
    if (!isThere(entry)) return unchanged(entry);
    const from = statusOf(entry);
    const { holds } = entry;
    const moves = way !== undefined && way !== entry.way;
    const sits =
      moves && (holds || from === 'waitlisted') && wouldSit(this, [{ ...entry, way, group: undefined }], now);
    if (moves && holds && !sits) return { refused: 'SeatsFull' };
    const wishes = sessions ?? entry.wishes;
    const isTaken = (id: string) => !entry.held.includes(id) && !this.hasRoom(id);
    // With a seat only what is asked for now must be there; whoever comes to one by this has all wishes or none.
    const needed = holds ? (sessions ?? []) : sits ? wishes : [];
    if (needed.some(isTaken)) return { refused: 'ChoiceTaken' };
    entry.wishes = wishes;
    entry.held = entry.held.filter((id) => wishes.includes(id));
    if (sessions && entry.holds) this.holdWishes(entry);
    if (moves) this.turn(entry, way, sits);
    return done(entry, from);
  }

  // To the other way of attending.
  private turn(entry: Entry, way: Way, sits: boolean): void {
    const waited = statusOf(entry) === 'waitlisted';
    this.rise(entry);
    entry.way = way;
    if (sits && waited) this.set(entry, 'confirmed');
    if (sits) this.sit(entry);
    else if (waited) this.queue(entry);
  }

  private swap({ entry, guest, corrects, joins }: DeedTo<'swap'>, now: number): Expected {
    if (!isThere(entry)) return unchanged(entry);
    const known = this.of(guest.person);
    const beside = known === entry ? undefined : known;
    if (beside && !joins) return { refused: 'PersonDouble' };
    const { organization = entry.organization } = guest;
    const stays = corrects && organization === entry.organization;
    const member = (stays ? entry.member : undefined) ?? this.memberOf({ ...guest, organization });
    if (entry.holds && !this.mayCountFor(entry, member, now)) return { refused: 'SeatsFull' };
    const from = statusOf(entry);
    if (beside) this.end(isBetter(entry, beside) ? beside : entry, 'cancelled');
    if (!isThere(entry)) return done(entry, from);
    entry.person = guest.person;
    entry.email = guest.email;
    entry.organization = organization;
    if (member !== entry.member) entry.group = undefined;
    entry.member = member;
    if (from === 'confirmed' || from === 'waitlisted') entry.expires = guest.unnamedUntil;
    return done(entry, from);
  }

  // Whether the seat may be another member's from now on: within its share, and nobody's promise is broken by it.
  private mayCountFor(entry: Entry, member: string | undefined, now: number): boolean {
    const { way, member: own } = entry;
    if (!this.keeps(way, now) || member === own) return true;
    if (this.leftFor(member) < 1) return false;
    const before = this.promisedToOthers(undefined);
    entry.member = member;
    const after = this.promisedToOthers(undefined);
    entry.member = own;
    return after <= before || after <= this.empty(way);
  }

  // Who has no name yet is to be named by then; there is always a day for it, and it ends on a working evening where
  // the event has not begun by then.
  private nameBy(now: number): number {
    const { start } = this.plan;
    const [usual, soonest] = [days(start, -this.rules.namingDays, '18:00'), now + 24 * 3_600_000];
    if (usual >= soonest) return usual;
    const evening = nextClosing(soonest);
    return evening <= start ? evening : Math.max(soonest, start);
  }

  // Once the event has begun nobody needs the answer any more, save who asks later still.
  private requestUntil(now: number): number {
    const until = days(now, this.rules.requestDays);
    return now < this.plan.start ? Math.min(until, this.plan.start) : until;
  }
}

const isNamed = ({ person }: Entry): boolean => person !== undefined;
const unchanged = (entry: Entry): Expected => ({ entry, since: entry.trail.length - 1 });
const done = (entry: Entry, from: Status): Expected => ({ entry, from, since: entry.trail.length - 1 });

// One person has one place: the first of these that they have, and of two in one line the one ahead.
const BEST_FIRST: readonly ((entry: Entry) => boolean)[] = [
  (entry) => statusOf(entry) === 'confirmed',
  (entry) => statusOf(entry) === 'offered',
  (entry) => entry.holds,
  (entry) => statusOf(entry) === 'waitlisted',
  () => true,
];

function isBetter(entry: Entry, other: Entry): boolean {
  if (other.way !== entry.way) return false;
  if ([entry, other].every((one) => statusOf(one) === 'waitlisted')) return entry.line < other.line;
  const [own, theirs] = [entry, other].map((one) => BEST_FIRST.findIndex((is) => is(one))) as [
    number,
    number,
  ];
  return own < theirs;
}

const isFirstOf = (entries: readonly Entry[], index: number): boolean => {
  const { person } = entries[index] as Entry;
  return person === undefined || entries.findIndex((one) => one.person === person) === index;
};

const seatsIn = ({ onsite, online }: DeedTo<'resize'>) => ({
  ...(onsite !== undefined && { onsite }),
  ...(online !== undefined && { online }),
});
