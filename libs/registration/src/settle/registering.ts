import type { Answered, Asker, AskTo, Decision } from './ask.js';
import type { OpenDesk } from './open-desk.js';
import type { Place, SettleRules } from './place.js';

type Register = AskTo<'register'>;

/** Registers all of a party who are not yet; or nobody, where a seat is there and what was chosen with it is not. */
export function register(desk: OpenDesk, { people, entry, group }: Register): Decision {
  const size = group === undefined ? 1 : newcomersAmong(desk, people);
  const together = group === undefined ? undefined : allCanSit(desk, people, size);
  const entered: Place[] = [];
  const answers: Answered[] = [];
  for (const asker of people) {
    const sits = together ?? desk.canSit(asker);
    const answered = answeredTo(desk, asker, { entry, sits, size });
    const known = desk.activeOf(asker.person);
    const holds = sits && holdsSeat(desk.rules, entry);
    // Who is on the list already is refused what any newcomer is; who stands twice in one form is one person.
    const isTwice = known && entered.includes(known);
    const missing = holds && !isTwice ? desk.counts.allotments.missing(asker.claims) : undefined;
    if (missing) {
      for (const place of entered) desk.forget(place);
      return { outcome: 'taken', allotment: missing, person: answers.length };
    }
    if (known) {
      answers.push({ outcome: 'known', place: known, ...answered });
      continue;
    }
    const place = enter(desk, asker, entry, { holds, group });
    entered.push(place);
    answers.push({ outcome: 'registered', place, ...answered });
  }
  return { outcome: 'registered', people: answers };
}

// All have one way of attending and one member.
function allCanSit(desk: OpenDesk, [first]: readonly Asker[], size: number): boolean {
  return first === undefined || size === 0 || desk.canSit(first, size);
}

const newcomersAmong = (desk: OpenDesk, people: readonly Asker[]): number =>
  new Set(people.map(({ person }) => person).filter((person) => !desk.activeOf(person))).size;

function answeredTo(
  { counts }: OpenDesk,
  { attendance, member }: Asker,
  { entry, sits, size }: { entry: Register['entry']; sits: boolean; size: number },
): Pick<Answered, 'answer' | 'heldBack'> {
  if (entry === 'verification') return { answer: { status: 'unverified' } };
  if (entry === 'request') return { answer: { status: 'requested' } };
  if (sits) return { answer: { status: 'confirmed' } };
  const position = counts.counters[attendance].waiting + 1;
  return {
    answer: { status: 'waitlisted', position },
    heldBack: counts.heldBack(attendance, member, size),
  };
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
    unnamed: expiresAt !== undefined,
    expiresAt,
  };
  if (entry === 'request') place.expiresAt = rules.requests.until;
  if (entry === 'verification') place.expiresAt = rules.verification.until;
  if (holds) desk.seat(place);
  else if (entry === 'straight') desk.queue(place, group);
  return desk.remember(place);
}
