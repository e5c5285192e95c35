import type { Event } from '#event';
import type { RegisterRequest } from './desk-request.js';
import type { Case } from './desk-results.js';
import type { Fact } from './notices.js';
import { personKey } from './person.js';
import { newReference } from './reference.js';
import type { Registration } from './registration.entity.js';
import type { Decision, Place } from './settle.js';

/** A person registered again is told their status at most this often. */
const TELL_AGAIN_AFTER = Temporal.Duration.from({ minutes: 10 });

/** What has happened to whom, in the order in which it is told. */
export function factsOf(
  cases: readonly Case[],
  decisions: readonly Decision[],
  promoted: readonly Place[],
  { rows, event, now }: { rows: ReadonlyMap<string, Registration>; event: Event; now: Temporal.Instant },
): Fact[] {
  const facts: Fact[] = [];
  const fresh = new Map<string, Registration>();
  const asked = cases.flatMap((one) => one.asks.map((_, index) => ({ request: one.request, index })));
  for (const [index, decision] of decisions.entries()) {
    const { request, index: person } = asked[index] as (typeof asked)[number];
    if (decision.outcome === 'registered' && request.verb === 'register') {
      const registration = newRegistration(request, person, decision.place, event, now);
      fresh.set(registration.id, registration);
      const position = decision.answer.status === 'waitlisted' ? decision.answer.position : undefined;
      facts.push({ notice: 'registered', registration, position, actor: request.actor, inserted: true });
    } else if (decision.outcome === 'known') {
      const registration = rows.get(decision.place.id);
      if (registration && mayBeToldAgain(registration, now)) {
        registration.toldAt = now;
        facts.push({ notice: 'again', registration, actor: request.actor });
      }
    } else if (decision.outcome === 'withdrawn' && request.verb === 'withdraw') {
      const registration = rows.get(decision.place.id) as Registration;
      const { actor, reason, silent } = request;
      // Where it stood before this batch: a seat that was won and given back within it was never told of.
      const from = registration.status;
      facts.push({
        notice: 'withdrawn',
        registration: moved(registration, decision.place),
        from,
        actor,
        reason,
        silent,
      });
    }
  }
  for (const place of promoted) {
    const registration = rows.get(place.id);
    // Who joined and moved up within one batch is told once, by the fact above.
    if (registration && place.status === 'confirmed' && !fresh.has(place.id)) {
      facts.push({
        notice: 'promoted',
        registration: moved(registration, place),
        from: 'waitlisted',
        actor: 'desk',
      });
    }
  }
  return facts;
}

function newRegistration(
  request: RegisterRequest,
  index: number,
  place: Place,
  event: Event,
  now: Temporal.Instant,
) {
  const person = request.people[index] as RegisterRequest['people'][number];
  const key = personKey(person);
  return {
    id: place.id,
    eventId: event.id,
    reference: newReference(),
    status: place.status,
    holdsSeat: place.status === 'confirmed',
    attendance: place.attendance,
    email: person.email,
    emailKey: key.email,
    firstName: person.firstName,
    lastName: person.lastName,
    nameKey: key.name,
    organization: person.organization ?? null,
    language: person.language,
    copyTo: person.copyTo ?? null,
    line: place.line === null ? null : String(place.line),
    version: 1,
    linkGeneration: 0,
    toldAt: now,
    createdAt: now,
    changedAt: now,
  } satisfies Registration;
}

function moved(registration: Registration, place: Place): Registration {
  const holdsSeat = place.status === 'confirmed';
  return Object.assign(registration, { status: place.status, holdsSeat, version: registration.version + 1 });
}

const mayBeToldAgain = (registration: Registration, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(registration.toldAt.add(TELL_AGAIN_AFTER), now) <= 0;
