import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MemberService } from '#member';
import { planEvent } from '../../../../test/builders/events.js';
import { type House, openHouse } from '../../../../test/builders/house.js';
import { aPerson, register } from '../../../../test/builders/people.js';
import { DeskRulesService, recountSeats } from '../index.js';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

describe('Two members that are one', () => {
  it('have their seats and the larger contingent together', async () => {
    const members = house.get(MemberService);
    const names = ['Essen', 'Stadt Essen'];
    await members.enter(
      names.map((name) => ({ name, kind: 'city' as const, from: '2020-01-01' })),
      house.clock.now(),
    );
    const [essen, double] = (await members.names()).map(({ id }) => id) as [string, string];
    const { id, slug } = await planEvent(house, {}, { online: 9 });
    const overrides = { [double]: { guaranteed: 2, cap: 5 } };
    const rules = house.get(DeskRulesService);
    await rules.saveContingents(id, { memberGuaranteed: 1, memberCap: 3, overrides }, 'account:1');
    for (const [number, organization] of [...names, ...names].entries())
      await register(house, slug, aPerson(number, { organization }));

    await members.merge(essen, double, 'account:1');

    expect(await rules.contingents(id)).toMatchObject([{ memberId: essen, guaranteed: 2, cap: 5, taken: 4 }]);
    expect(await recountSeats(house.manager)).toEqual([]);
  });
});
