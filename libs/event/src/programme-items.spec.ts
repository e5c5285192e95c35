import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { planEvent } from '../../../test/builders/events.js';
import { type House, openHouse } from '../../../test/builders/house.js';
import { ItemRemovals } from './item-removals.js';
import { PlanningService } from './planning.service.js';
import { ProgrammeService } from './programme.service.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const itemsOf = async (id: string) => (await house.get(ProgrammeService).byId(id)).items;
const titlesOf = async (id: string) => (await itemsOf(id)).map(({ title }) => title.de);

describe('A new programme', () => {
  it('gives its points another order, again and again, and each stays who it is', async () => {
    const { id } = await withItems('A', 'B', 'C');
    for (const wish of [[2, 0, 1], [1, 2, 0], [2]]) {
      const items = await itemsOf(id);
      const programme = wish.map((index) => ({ id: items[index]!.id, title: items[index]!.title }));
      await house.get(PlanningService).revise(id, { programme });
      expect((await itemsOf(id)).map((item) => item.id)).toEqual(programme.map((item) => item.id));
    }
    // What was left out is called off; its row stays, and new points find room beside it.
    const [last] = await itemsOf(id);
    const programme = [{ title: { de: 'D' } }, { id: last!.id, title: { de: 'E' } }, { title: { de: 'F' } }];
    await house.get(PlanningService).revise(id, { programme });
    expect(await titlesOf(id)).toEqual(['D', 'E', 'F']);
    const rows = await house.manager.query('SELECT status FROM event_item WHERE event_id = $1', [id]);
    expect(rows).toHaveLength(5);
  });

  it('keeps who speaks at a point where nothing is said about that', async () => {
    const speakers = [{ name: 'Frau Stern' }];
    const { id } = await planEvent(house, { items: [{ title: { de: 'A' }, speakers }] });
    const [item] = await itemsOf(id);
    await house.get(PlanningService).revise(id, { programme: [{ id: item!.id, title: { de: 'B' } }] });
    expect(await itemsOf(id)).toMatchObject([{ title: { de: 'B' }, speakers }]);
  });

  it('is not written at all where a room above refuses what it leaves out', async () => {
    const { id } = await withItems('A', 'B');
    const asked: string[] = [];
    house.get(ItemRemovals).add(async (items) => {
      asked.push(...items.map(({ title }) => title.de ?? ''));
      throw new Error('kept');
    });
    const [first] = await itemsOf(id);
    const programme = [{ id: first!.id, title: { de: 'Neu' } }];
    await expect(house.get(PlanningService).revise(id, { programme })).rejects.toThrow('kept');
    expect(asked).toEqual(['B']);
    expect(await titlesOf(id)).toEqual(['A', 'B']);
  });
});

const withItems = (...titles: string[]) =>
  planEvent(house, { items: titles.map((de) => ({ title: { de } })) });
