import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { MemberService } from '#member';
import { planEvent } from '../../../test/builders/events.js';
import { type House, openHouse } from '../../../test/builders/house.js';
import { aPerson, register } from '../../../test/builders/people.js';
import { InvitationModule } from './invitation.module.js';
import { MatrixService } from './matrix.service.js';
import { OwnPlaces } from './own-places.service.js';

let house: House;
beforeAll(async () => {
  house = await openHouse({ modules: [InvitationModule] });
});
afterAll(() => house.close());

const aCity = (name: string, domain: string) =>
  house.get(MemberService).add({ name, kind: 'city', from: '2020-01-01', domains: [domain] }, 'account:1');

it('Who was let in by the address alone is among the member’s people, and in its cell of the matrix', async () => {
  const [essen, bonn] = [await aCity('Essen', 'essen.test'), await aCity('Bonn', 'bonn.test')];
  const { id, slug } = await planEvent(house, { audience: 'members' });
  await register(house, slug, aPerson(1, { email: 'alma@essen.test', lastName: 'Ohne' }));
  // What is typed counts where it is no member's name: the address says whose people they are.
  const typed = { email: 'bea@essen.test', lastName: 'Getippt', organization: 'Amt für Brücken' };
  await register(house, slug, aPerson(2, typed));
  const places = async (memberId: string) =>
    (await house.get(OwnPlaces).ofMember(memberId)).map(({ name }) => name.split(' ').at(-1));
  expect(await places(essen)).toEqual(['Getippt', 'Ohne']);
  expect(await places(bonn)).toEqual([]);
  const { lines } = await house.get(MatrixService).page({ memberPage: 1, eventIds: [id] });
  expect(lines.map(({ name, cells }) => [name, cells[0]?.coming, cells[0]?.names.length])).toEqual([
    ['Bonn', 0, 0],
    ['Essen', 2, 2],
  ]);
});
