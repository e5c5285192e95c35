import type { Answer, Answered, Asker, AskTo, Decision } from './ask.js';
import type { OpenDesk } from './open-desk.js';
import type { Place, SettleRules } from './place.js';

type Register = AskTo<'register'>;

/** Registers all of a party who are not yet; or nobody, where a seat is there and what was chosen with it is not. */
export function register(desk: OpenDesk, { people, entry, group }: Register): Decision {
  const together = group === undefined ? undefined : allCanSit(desk, people);
  const entered: Place[] = [];
  const answered: Answered[] = [];
  for (const asker of people) {
    const sits = together ?? desk.canSit(asker);
    const answer = newcomersAnswer(desk, asker, entry, sits);
    const known = desk.activeOf(asker.person);
    if (known) {
      answered.push({ outcome: 'known', place: known, answer });
      continue;
    }
    const holds = sits && holdsSeat(desk.rules, entry);
    const missing = holds ? desk.counts.allotments.missing(asker.claims) : undefined;
    if (missing) {
      for (const place of entered) desk.forget(place);
      return { outcome: 'taken', allotment: missing };
    }
    const place = enter(desk, asker, entry, { holds, group });
    entered.push(place);
    answered.push({ outcome: 'registered', place, answer });
  }
  return { outcome: 'registered', people: answered };
}

// All have one way of attending and one member.
function allCanSit(desk: OpenDesk, people: readonly Asker[]): boolean {
  const newcomers = new Set(people.map(({ person }) => person).filter((person) => !desk.activeOf(person)));
  const [first] = people;
  return first === undefined || newcomers.size === 0 || desk.canSit(first, newcomers.size);
}

function newcomersAnswer(
  desk: OpenDesk,
  { attendance }: Asker,
  entry: Register['entry'],
  sits: boolean,
): Answer {
  if (entry === 'verification') return { status: 'unverified' };
  if (entry === 'request') return { status: 'requested' };
  if (sits) return { status: 'confirmed' };
  return { status: 'waitlisted', position: desk.counts.counters[attendance].waiting + 1 };
}

function holdsSeat(rules: SettleRules, entry: Register['entry']): boolean {
  if (entry === 'request') return rules.requests.holdsSeat;
  if (entry === 'verification') return rules.verification.holdsSeat;
  return true;
}

function enter(
  desk: OpenDesk,
  { id, person, attendance, member, claims, expiresAt }: Asker,
  entry: Register['entry'],
  { holds, group }: { holds: boolean; group?: string },
): Place {
  const { rules } = desk;
  const place: Place = {
    id,
    person,
    attendance,
    member,
    claims,
    held: [],
    status: entry === 'request' ? 'requested' : entry === 'verification' ? 'unverified' : 'confirmed',
    holdsSeat: false,
    line: null,
    expiresAt,
  };
  if (entry === 'request') place.expiresAt = rules.requests.until;
  if (entry === 'verification') place.expiresAt = rules.verification.until;
  if (holds) desk.seat(place);
  else if (entry === 'straight') desk.queue(place, group);
  return desk.remember(place);
}
