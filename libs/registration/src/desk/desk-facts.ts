import type { Event } from '#event';
import type { Notice } from '../letter/notice.js';
import type { Fact } from '../letter/notices.js';
import { newReference } from '../reference.js';
import type { Registration } from '../registration.entity.js';
import type { Decision, Turn } from '../settle/ask.js';
import type { Place } from '../settle/place.js';
import { isActive } from '../words.js';
import type { KnownRegistration } from './desk-book.js';
import type { Case } from './desk-case.js';
import type { Newcomer, PlaceRequest, RegisterRequest, SwapRequest } from './desk-request.js';
import type { Change } from './desk-writes.js';
import { dropped, yielded } from './joined.js';
import { leaving } from './leaving.js';
import { personOf } from './place-of.js';
import { rename, whatChanged } from './renaming.js';

/** A person registered again is told their status at most this often. */
const TELL_AGAIN_AFTER = Temporal.Duration.from({ minutes: 10 });

/** What has happened, for the books and for the mails. */
export interface Happened {
  facts: Fact[];
  changes: Change[];
  inserted: Registration[];
  changed: Registration[];
  /** Those of them who are on the list as somebody they were not before: renamed, or restored. */
  arriving: ReadonlySet<string>;
  toldAgain: string[];
}

interface Circumstances {
  known: ReadonlyMap<string, KnownRegistration>;
  /** Ids of the event's sessions. */
  sessions: ReadonlySet<string>;
  event: Event;
  now: Temporal.Instant;
}

/**
 * What has happened to whom, in the order in which it is told. Registrations are brought to where the desk's
 * decisions have them.
 */
export function whatHappened(
  decided: readonly (readonly [Case, Decision])[],
  turns: readonly Turn[],
  circumstances: Circumstances,
): Happened {
  const story = new Story(circumstances);
  for (const [{ request }, decision] of decided) {
    if (decision.outcome === 'registered') story.registered(request as RegisterRequest, decision);
    else if (decision.outcome === 'done') story.done(request as PlaceRequest, decision);
  }
  for (const turn of turns) story.turned(turn);
  return story.ending();
}

/** Collects what happened; whoever joined and moved up within one batch is told once. */
class Story {
  private readonly facts: Fact[] = [];
  private readonly changes: Change[] = [];
  private readonly fresh = new Map<string, Registration>();
  private readonly changed = new Map<string, Registration>();
  private readonly arriving = new Set<string>();
  private readonly toldAgain: string[] = [];
  private readonly told = new Set<string>();

  constructor(private readonly circumstances: Circumstances) {}

  registered(request: RegisterRequest, { people }: Extract<Decision, { outcome: 'registered' }>): void {
    const { event, now } = this.circumstances;
    for (const [index, { outcome, place, answer }] of people.entries()) {
      const person = request.people[index] as Newcomer;
      if (outcome === 'registered') {
        const registration = newRegistration(person, place, event, now);
        this.fresh.set(registration.id, registration);
        this.changes.push({ registrationId: place.id, to: place.status, actor: request.actor });
        const position = answer.status === 'waitlisted' ? answer.position : undefined;
        // A seat without a name has nobody to tell.
        const silent = request.silent || !registration.named;
        const { actor, movedFrom } = request;
        const notice = movedFrom ? 'moved' : 'registered';
        this.facts.push({ notice, registration, position, actor, silent, movedFrom, inserted: true });
      } else {
        const registration = this.circumstances.known.get(place.id)?.registration;
        if (registration && !request.silent) this.tellAgain(registration, request.actor);
      }
    }
  }

  done(request: PlaceRequest, { place, yieldsTo, replaces }: Extract<Decision, { outcome: 'done' }>): void {
    const registration = this.registrationOf(place);
    if (!registration) return;
    if (request.verb === 'swap' && yieldsTo) {
      this.yield(request, registration, { place, yieldsTo });
      return;
    }
    if (request.verb === 'swap' && replaces) this.drop(request, replaces);
    const before = { ...registration };
    const { actor, reason, silent } = request;
    if (request.verb === 'swap') rename(registration, request, place);
    if (request.verb === 'swap' || !isActive(before.status)) this.arriving.add(place.id);
    this.move(registration, place);
    const notice = noticeOf(request, before);
    const chosen = this.chosen(place);
    this.changes.push({
      registrationId: place.id,
      from: before.status,
      to: registration.status,
      actor,
      reason,
      ...whatChanged(request, before, registration, chosen),
    });
    if (request.verb === 'swap') this.facts.push(...leaving(request, before, registration));
    // Where it stood before this batch: a seat that was won and given back within it was never told of.
    const from = before.status;
    const untold = silent || !registration.named;
    const left = before.attendance === registration.attendance ? undefined : before.attendance;
    const movedTo = request.verb === 'withdraw' ? request.movedTo : undefined;
    const missed = before.holdsSeat ? [] : missedBy(place);
    const chose = Object.keys(chosen ?? {}).length > 0;
    if (!untold) this.told.add(place.id);
    const how = { actor, reason, silent: untold };
    this.facts.push({ notice, registration, from, ...how, left, chose, missed, movedTo });
  }

  // The other place is what is told of to the person, and this one's end to whoever had it.
  private yield(
    request: SwapRequest,
    registration: Registration,
    { place, yieldsTo }: { place: Place; yieldsTo: Place },
  ): void {
    const before = { ...registration };
    this.move(registration, place);
    registration.linkGeneration += 1;
    this.changes.push(yielded(request, before, registration));
    this.facts.push(...leaving(request, before, registration));
    const kept = this.registrationOf(yieldsTo);
    if (kept) this.tellAgain(kept, request.actor);
  }

  // Of that nothing is told: it was confirmed to nobody, so it is in no calendar.
  private drop(request: SwapRequest, place: Place): void {
    const registration = this.registrationOf(place);
    if (!registration) return;
    const before = { ...registration };
    this.move(registration, place);
    this.changes.push(dropped(request, before, registration));
  }

  private tellAgain(registration: Registration, actor: string): void {
    const { now } = this.circumstances;
    if (!mayBeToldAgain(registration, now)) return;
    registration.toldAt = now;
    this.toldAgain.push(registration.id);
    this.facts.push({ notice: 'again', registration, actor });
  }

  turned({ place, turn, from }: Turn): void {
    const registration = this.registrationOf(place);
    if (!registration || this.fresh.has(place.id)) return;
    // What an ask of the same batch did to it besides is told there, unless that was to be told to nobody.
    if (this.told.has(place.id) || place.status !== ENDS_AS[turn]) return;
    if (!this.changed.has(place.id)) {
      this.move(registration, place);
      this.changes.push({ registrationId: place.id, from, to: place.status, actor: 'desk' });
    }
    const missed = missedBy(place);
    // An address that nobody confirmed is not written to again.
    const silent = turn === 'lapsed' && from === 'unverified';
    this.facts.push({ notice: turn, registration, from, actor: 'desk', missed, silent });
  }

  ending(): Happened {
    return {
      facts: this.facts,
      changes: this.changes,
      inserted: [...this.fresh.values()],
      changed: [...this.changed.values()],
      arriving: this.arriving,
      toldAgain: this.toldAgain,
    };
  }

  // The ids of the sessions before and after, where they are others now.
  private chosen({ id, claims }: Place): Change['detail'] {
    const { known, sessions } = this.circumstances;
    const before = (known.get(id)?.claims ?? []).filter((one) => sessions.has(one));
    const after = claims.filter((one) => sessions.has(one));
    const isSame = before.length === after.length && before.every((one) => after.includes(one));
    return isSame ? {} : { sessions: [before, after] };
  }

  private registrationOf(place: Place): Registration | undefined {
    return this.fresh.get(place.id) ?? this.circumstances.known.get(place.id)?.registration;
  }

  private move(registration: Registration, place: Place): void {
    Object.assign(registration, {
      ...standingOf(place),
      version: registration.version + 1,
      toldAt: this.circumstances.now,
    });
    if (!this.fresh.has(place.id)) this.changed.set(place.id, registration);
  }
}

function noticeOf(request: PlaceRequest, before: Registration): Notice {
  switch (request.verb) {
    case 'withdraw':
      return request.to === 'declined' ? 'declined' : 'withdrawn';
    case 'admit':
      return before.status === 'waitlisted' ? 'promoted' : 'admitted';
    case 'verify':
    case 'accept':
      return 'registered';
    case 'change':
      return 'changed';
    case 'swap':
      return request.corrects ? 'corrected' : 'registered';
  }
}

// Nobody is told of a seat that was taken back in the same batch.
const ENDS_AS = { promoted: 'confirmed', offered: 'offered', lapsed: 'expired' } as const;

/** What was chosen and was taken by others when the seat came. */
const missedBy = ({ holdsSeat, claims, held }: Place): string[] =>
  holdsSeat ? claims.filter((id) => !held.includes(id)) : [];

function newRegistration(person: Newcomer, place: Place, event: Event, now: Temporal.Instant): Registration {
  const key = personOf(place.person);
  return {
    id: place.id,
    eventId: event.id,
    reference: newReference(),
    email: person.email,
    emailKey: key.email,
    firstName: person.firstName,
    lastName: person.lastName,
    nameKey: key.name,
    organization: person.organization ?? null,
    language: person.language,
    copyTo: person.copyTo ?? null,
    named: !person.unnamedUntil,
    registeredBy: person.registeredBy ?? null,
    delegationId: person.delegationId ?? null,
    note: null,
    version: 1,
    linkGeneration: 0,
    toldAt: now,
    createdAt: now,
    changedAt: now,
    ...standingOf(place),
  };
}

const standingOf = (place: Place) => ({
  status: place.status,
  holdsSeat: place.holdsSeat,
  attendance: place.attendance,
  line: place.line === null ? null : String(place.line),
  memberId: place.member ?? null,
  groupId: place.group ?? null,
  expiresAt: place.expiresAt ?? null,
});

const mayBeToldAgain = (registration: Registration, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(registration.toldAt.add(TELL_AGAIN_AFTER), now) <= 0;
