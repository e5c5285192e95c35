import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditService } from '#audit';
import { type House, openHouse } from '../../../test/builders/house.js';
import { AccountService, actorOf } from './account.service.js';
import { AccountExists, AccountUnknown, AddressIncomplete, SignInFailed, TooMany } from './refusals.js';
import { SessionService } from './session.service.js';

let house: House;
let accounts: AccountService;
let asked = 0;
const network = '192.0.2.1';
const somebody = () => ({
  email: `Office${++asked}@Forum.test`,
  name: 'Büro',
  role: 'organizer' as const,
});

beforeAll(async () => {
  house = await openHouse({ environment: { RATE_LIMIT: 'on' } });
  accounts = house.get(AccountService);
});
afterAll(() => house.close());

describe('An office account', () => {
  it('is opened with a random password that opens the office, whatever the address’s letter case', async () => {
    const person = somebody();
    const { account, password } = await accounts.create(person);
    expect(password).toMatch(/^([2-9a-z]{4}-){3}[2-9a-z]{4}$/);
    const signedIn = await accounts.signIn(` ${person.email.toUpperCase()} `, ` ${password}\n`, network);
    expect(signedIn).toMatchObject({ id: account.id, email: person.email, role: 'organizer' });
  });

  it('keeps its password only as an Argon2id hash', async () => {
    const { account, password } = await accounts.create(somebody());
    const [row] = await house.manager.query(
      'SELECT to_jsonb(account)::text AS text FROM account WHERE id = $1',
      [account.id],
    );
    expect(row.text).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
    expect(row.text).not.toContain(password);
  });

  it('is the only one with its address', async () => {
    const person = somebody();
    await accounts.create(person);
    await expect(accounts.create({ ...person, email: person.email.toLowerCase() })).rejects.toThrow(
      AccountExists,
    );
  });

  it.each(['', 'office', '@forum.test', 'a b@forum.test'])(
    'is not opened with the address "%s"',
    async (email) => {
      await expect(accounts.create({ ...somebody(), email })).rejects.toThrow(AddressIncomplete);
    },
  );

  it('gets a new password by a reset, which ends its sessions', async () => {
    const person = somebody();
    const { account, password: old } = await accounts.create(person);
    const sessions = house.get(SessionService);
    await sessions.begin('a-browser', { accountId: account.id, facts: {} });
    const { password } = await accounts.reset(person.email);
    await expect(accounts.signIn(person.email, old, network)).rejects.toThrow(SignInFailed);
    expect((await accounts.signIn(person.email, password, network)).id).toBe(account.id);
    expect(await sessions.read('a-browser')).toBeUndefined();
    await expect(accounts.reset('nobody@forum.test')).rejects.toThrow(AccountUnknown);
  });

  it('leaves a trace of what was done to it and with it', async () => {
    const person = somebody();
    const { account, password } = await accounts.create(person);
    await accounts.signIn(person.email, password, network);
    const trace = await house.get(AuditService).of({ type: 'account', id: account.id });
    expect(trace.map(({ action, actor }) => [action, actor])).toEqual([
      ['account.signIn', actorOf(account)],
      ['account.create', 'command'],
    ]);
    expect(JSON.stringify(trace)).not.toContain(password);
  });
});

describe('Signing in', () => {
  it('is answered alike for a wrong password and for an unknown address', async () => {
    const person = somebody();
    const { password } = await accounts.create(person);
    await expect(accounts.signIn(person.email, `${password}x`, network)).rejects.toThrow(SignInFailed);
    await expect(accounts.signIn('nobody@forum.test', password, network)).rejects.toThrow(SignInFailed);
    await expect(accounts.signIn('', '', network)).rejects.toThrow(SignInFailed);
  });

  it('takes as long for an unknown address as for a wrong password', async () => {
    const person = somebody();
    await accounts.create(person);
    const wrong = await fastest(() => accounts.signIn(person.email, 'wrong', network));
    const unknown = await fastest(() => accounts.signIn('stranger@forum.test', 'wrong', network));
    expect(unknown).toBeGreaterThan(wrong / 3);
  });

  it('is closed after five wrong passwords, for the right one too, and says for how long', async () => {
    const person = somebody();
    const { password } = await accounts.create(person);
    await Promise.allSettled([1, 2, 3, 4, 5].map(() => accounts.signIn(person.email, 'wrong', network)));
    const refused = await accounts
      .signIn(person.email.toUpperCase(), password, network)
      .catch((error) => error);
    expect(refused).toBeInstanceOf(TooMany);
    expect(refused.values).toEqual({ minutes: 15 });
    expect(refused.retryAfter).toBeGreaterThan(14 * 60);
  });

  it('forgets the wrong attempts after a right one', async () => {
    const person = somebody();
    const { password } = await accounts.create(person);
    for (const typed of ['a', 'b', 'c', 'd', password, 'e', 'f', 'g', 'h', password]) {
      await accounts
        .signIn(person.email, typed, network)
        .catch((error) => expect(error).toBeInstanceOf(SignInFailed));
    }
    expect((await accounts.signIn(person.email, password, network)).email).toBe(person.email);
  });
});

/** Milliseconds of the fastest of a few refused calls. */
async function fastest(call: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const start = performance.now();
    await call().catch(() => undefined);
    times.push(performance.now() - start);
  }
  return Math.min(...times);
}
