import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Session } from 'fastify';
import { SessionService } from '#account';
import { type House, openHouse } from '../../../../../test/builders/house.js';
import { sessionStore } from './session-store.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe('The store of the office’s sessions', () => {
  it('does not bring a session back that was ended while a request was under way', async () => {
    const store = sessionStore(house.get(SessionService));
    const [get, set, destroy] = [store.get, store.set, store.destroy].map((one) =>
      promisify(one),
    ) as unknown as [
      (id: string) => Promise<Session | null>,
      (id: string, session: Session) => Promise<void>,
      (id: string) => Promise<void>,
    ];
    await set('one', { cookie: { originalMaxAge: null }, notice: { key: 'office.title' } });
    const underWay = await get('one');
    expect(underWay).toMatchObject({ notice: { key: 'office.title' } });
    await destroy('one');
    await set('one', underWay!);
    expect(await get('one')).toBeNull();
  });
});
