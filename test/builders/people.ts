import { type Asking, type Newcomer, type PartyInput, RegistrationService } from '#registration';
import type { House } from './house.js';

type Person = PartyInput['people'][number];

/** An invented person; the number tells them apart. */
export function aPerson(number = 1, changes: Partial<Person> = {}): Person {
  return {
    email: `person${number}@stadt${number}.test`,
    firstName: 'Alma',
    lastName: `Beispiel ${number}`,
    organization: undefined,
    attendance: undefined,
    language: undefined,
    ...changes,
  };
}

/** A seat that somebody at an office will have a name for by then. */
export const nobodyYet = (unnamedUntil: Temporal.Instant): Newcomer => ({
  email: 'amt@stadt.test',
  firstName: '',
  lastName: '',
  language: 'de',
  unnamedUntil,
});

const asking: Asking = { actor: 'participant', language: 'de' };

/** Registers one person at an event and answers what the desk says. */
export async function register(house: House, slug: string, person: Person, how: Partial<Asking> = {}) {
  const party = { people: [person], copyTo: undefined };
  const { people } = await house.get(RegistrationService).register(slug, party, { ...asking, ...how });
  return people[0]!;
}
