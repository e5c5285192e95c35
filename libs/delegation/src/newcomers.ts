import type { Colleague, DelegationParty } from './delegation.schema.js';
import { CoordinatorUnreachable } from './refusals.js';
import type { Coordination } from './words.js';

/** What all seats of a party share. */
interface Shared {
  /** Where mails go for who has no address of their own. */
  email: string;
  delegationId: string;
  /** When seats without a name are given back. */
  nameBy?: Temporal.Instant;
}

/** A party as it comes to the desk: first the people, then the seats without a name. */
export function newcomersOf(party: DelegationParty, coordination: Coordination, shared: Shared) {
  const { email, delegationId, nameBy } = shared;
  const common = { ...personOf(coordination), attendance: party.attendance, delegationId };
  const people = party.people.map((person) => ({
    ...common,
    ...named(person, email),
    registeredBy: registrarOf(coordination),
  }));
  const nobody = { ...common, ...nobodyAt(email), unnamedUntil: nameBy };
  return [...people, ...Array.from({ length: party.unnamed }, () => nobody)];
}

/** A person as the desk knows one, on behalf of the member. */
export const colleagueOf = (person: Colleague, coordination: Coordination) => ({
  ...personOf(coordination),
  ...named(person, addressOf(coordination)),
});

/** Nobody yet: the seat is kept at the coordinator's address. */
export const nobodyYet = (coordination: Coordination) => ({
  ...personOf(coordination),
  ...nobodyAt(addressOf(coordination)),
});

/** Who registers somebody, in words for the mail: "Kora Aachen (Stadt Aachen)". */
export function registrarOf({ coordinator, member }: Coordination): string {
  const name = `${coordinator.firstName} ${coordinator.lastName}`.trim();
  return `${name} (${member.name})`;
}

/** The coordinator's address; throws {@link CoordinatorUnreachable} where the directory has none. */
export function addressOf({ coordinator }: Coordination): string {
  if (coordinator.email === null) throw new CoordinatorUnreachable();
  return coordinator.email;
}

const personOf = ({ coordinator, member }: Coordination) => ({
  organization: member.name,
  memberId: member.id,
  language: coordinator.language,
});

const named = ({ firstName, lastName, email }: Colleague, coordinators: string) => ({
  firstName,
  lastName,
  email: email ?? coordinators,
});

const nobodyAt = (email: string) => ({ firstName: '', lastName: '', email });
