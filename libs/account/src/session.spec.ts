import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type House, openHouse } from '../../../test/builders/house.js';
import { AccountService } from './account.service.js';
import { SessionService } from './session.service.js';

let house: House;
let sessions: SessionService;
let accountId: string;

beforeAll(async () => {
  house = await openHouse();
  sessions = house.get(SessionService);
  const { account } = await house
    .get(AccountService)
    .create({ email: 'office@forum.test', name: 'Büro', role: 'administrator' });
  accountId = account.id;
});
afterAll(() => house.close());
beforeEach(() => house.manager.query('DELETE FROM account_session'));

describe('A session', () => {
  it('lasts eight hours after it was last used', async () => {
    await sessions.begin('one', { accountId, facts: { word: 'hello' } });
    house.clock.advance({ hours: 7 });
    await sessions.keep('one', { accountId, facts: { word: 'again' } });
    house.clock.advance({ hours: 7 });
    expect(await sessions.read('one')).toEqual({ accountId, facts: { word: 'again' } });
    house.clock.advance({ hours: 1 });
    expect(await sessions.read('one')).toBeUndefined();
  });

  it('lasts an hour for who does not sign in', async () => {
    await sessions.begin('one', { facts: {} });
    house.clock.advance({ minutes: 59 });
    expect(await sessions.read('one')).toEqual({ facts: {} });
    house.clock.advance({ minutes: 1 });
    expect(await sessions.read('one')).toBeUndefined();
  });

  it('is not opened by what stands in the table', async () => {
    await sessions.begin('one', { accountId, facts: {} });
    const [row] = await house.manager.query('SELECT id_hash FROM account_session');
    expect(row.id_hash).not.toContain('one');
    expect(await sessions.read(row.id_hash)).toBeUndefined();
  });

  it('stays ended, even when a request that was under way would keep it', async () => {
    await sessions.begin('one', { accountId, facts: {} });
    await sessions.end('one');
    await sessions.keep('one', { accountId, facts: {} });
    expect(await sessions.read('one')).toBeUndefined();
  });

  it('is cleared away once it has expired and another begins', async () => {
    await sessions.begin('one', { facts: {} });
    house.clock.advance({ hours: 2 });
    await sessions.begin('two', { facts: {} });
    expect(await house.manager.query('SELECT count(*)::int AS rows FROM account_session')).toEqual([
      { rows: 1 },
    ]);
  });
});
