import { DelegationList, DelegationModule, type DelegationParty, DelegationService } from '#delegation';
import { type Contact, ContactService, MemberService, type NewContact } from '#member';
import { Clerk } from '#registration';
import { type House, openHouse } from '../../../test/builders/house.js';
import type { Coordination } from '../src/words.js';

/** A house with the rooms that delegations need. */
export const openDelegations = (): Promise<House> => openHouse({ modules: [DelegationModule] });

let cities = 0;

/** A city that is a member, with somebody who coordinates its people. */
export async function aCity(
  house: House,
  name: string,
  more: Partial<NewContact> = {},
): Promise<Coordination> {
  cities += 1;
  const memberName = `${name} ${cities}`;
  const memberId = await house
    .get(MemberService)
    .add({ name: memberName, kind: 'city', from: '2020-01-01' }, 'account:1');
  const coordinator = await aCoordinator(house, memberId, `Kora ${cities}`, more);
  return { coordinator, member: { id: memberId, name: memberName, kind: 'city' } };
}

/** One more coordinator of a member. */
export async function aCoordinator(
  house: House,
  memberId: string,
  firstName: string,
  more: Partial<NewContact> = {},
): Promise<Contact> {
  const contacts = house.get(ContactService);
  const email = `${firstName.toLowerCase().replaceAll(' ', '')}@amt.test`;
  const roles: NewContact['roles'] = ['coordinator'];
  const contact = { memberId, firstName, lastName: 'Amt', email, language: 'de' as const, roles, ...more };
  return contacts.byId(await contacts.add(contact, 'account:1'));
}

/** Colleagues by their first names, and seats without a name. */
export function aParty(names: readonly string[], changes: Partial<DelegationParty> = {}): DelegationParty {
  const people = names.map((firstName) => ({
    firstName,
    lastName: 'Amt',
    email: `${firstName.toLowerCase()}@amt.test`,
  }));
  return { people, unnamed: 0, together: false, attendance: undefined, ...changes };
}

let submissions = 0;

/** Registers a party as its coordinator does; answers the delegation as it stands then. */
export async function delegate(
  house: House,
  coordination: Coordination,
  eventId: string,
  party: DelegationParty,
) {
  submissions += 1;
  const acting = { actor: actorOf(coordination), key: `form ${submissions}` };
  const { delegationId } = await house.get(DelegationService).register(coordination, eventId, party, acting);
  return house.get(DelegationList).byId(delegationId);
}

export const actorOf = ({ coordinator }: Coordination): string => `contact:${coordinator.id}`;

/** Has the desk look at what is due, as a worker would. */
export const lookAround = (house: House): Promise<number> => house.get(Clerk).lookAround();
