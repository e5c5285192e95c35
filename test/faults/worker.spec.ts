import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { aPerson } from '../builders/people.js';
import { type Installation, openInstallation, until } from '../journeys/support/installation.js';
import { registerByApi } from '../journeys/support/registering.js';
import type { Product } from '../setup/product.js';

// Processes start and end here, and on a busy machine that takes its time.
jest.setTimeout(60_000);

let installation: Installation;
let desk: Product;
let worker: Product;
beforeAll(async () => {
  installation = await openInstallation();
  desk = await installation.start({ roles: ['api'] });
});
afterAll(() => installation.close());
beforeEach(() => {
  installation.mail.taken.length = 0;
  installation.mail.react = () => undefined;
});
afterEach(() => worker.stop());

const startWorker = async () => {
  worker = await installation.start({ roles: ['worker'] });
};

/** Registers so many people; answers their addresses. */
async function registered(count: number): Promise<string[]> {
  const { slug } = await installation.plan();
  const people = Array.from({ length: count }, (_, number) => aPerson(number + 1));
  const answers = await Promise.all(people.map((person) => registerByApi(desk.url, slug, person)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  return people.map(({ email }) => email).sort();
}

const everybodyHasMail = (count: number) =>
  until(() => new Set(installation.mail.recipients).size === count, 30);
const unsent = () => installation.query("SELECT status, answer FROM message WHERE status <> 'sent'");
const allRecorded = () => until(async () => (await unsent()).length === 0);

/** Calls back once, when the server has taken so many mails, before it says so. */
function whenTaken(count: number, then: () => void): void {
  installation.mail.react = () => {
    if (installation.mail.taken.length >= count) {
      // The next worker's mails are none of this one's end.
      installation.mail.react = () => undefined;
      then();
    }
    return undefined;
  };
}

describe('A worker that is killed in the middle of 200 mails', () => {
  it('and started again leaves nobody out, and repeats at most what was under way, under the same Message-ID', async () => {
    await startWorker();
    const killed = new Promise<void>((done) => whenTaken(80, () => worker.kill().then(done)));
    const everybody = await registered(200);
    await killed;
    expect(installation.mail.taken.length).toBeLessThan(100);
    // A worker that keeps silent for two minutes is taken for dead.
    await installation.query("UPDATE message SET leased_until = leased_until - interval '2 minutes'");

    await startWorker();

    expect(await everybodyHasMail(200)).toBe(true);
    expect(await allRecorded()).toBe(true);
    const { taken, recipients } = installation.mail;
    expect([...new Set(recipients)]).toEqual(everybody);
    expect(new Set(taken.map(({ parsed }) => parsed.messageId)).size).toBe(200);
    // Five mails are under way at the same time.
    expect(taken.length - 200).toBeGreaterThan(0);
    expect(taken.length - 200).toBeLessThanOrEqual(5);
  });

  it('but asked to stop instead repeats nothing', async () => {
    await startWorker();
    const stopped = new Promise<void>((done) => whenTaken(80, () => worker.stop().then(done)));
    const everybody = await registered(200);
    await stopped;
    expect(installation.mail.taken.length).toBeLessThan(100);

    await startWorker();

    expect(await everybodyHasMail(200)).toBe(true);
    expect(await allRecorded()).toBe(true);
    expect(installation.mail.recipients).toEqual(everybody);
  });
});

describe('A mail server that is down', () => {
  it('keeps nobody from registering; when it is back everybody gets one mail', async () => {
    await startWorker();
    await installation.mail.close();
    const everybody = await registered(30);
    expect(
      await until(async () => (await unsent()).some(({ answer }) => `${answer}`.includes('ECONNREFUSED'))),
    ).toBe(true);
    expect(await unsent()).toHaveLength(30);

    await installation.mail.listen();

    expect(await everybodyHasMail(30)).toBe(true);
    expect(await allRecorded()).toBe(true);
    expect(installation.mail.recipients).toEqual(everybody);
  });

  it('or refuses one address for good holds up no other', async () => {
    await startWorker();
    installation.mail.react = (to) =>
      to.startsWith('person7@') ? { code: 550, text: 'No such mailbox' } : undefined;
    const everybody = await registered(20);

    expect(await everybodyHasMail(19)).toBe(true);
    expect(await until(async () => (await unsent()).some(({ status }) => status === 'failed'))).toBe(true);
    expect(await unsent()).toEqual([{ status: 'failed', answer: '550 No such mailbox' }]);
    expect(installation.mail.recipients).toEqual(
      everybody.filter((address) => !address.startsWith('person7@')),
    );
  });
});
