import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { aPerson } from '../builders/people.js';
import { AGREEMENT, type Installation, openInstallation, until } from '../journeys/support/installation.js';
import { registerByApi } from '../journeys/support/registering.js';
import { crowd } from '../races/crowd.js';

// Processes start and end here, and on a busy machine that takes its time.
jest.setTimeout(60_000);

let installation: Installation;
beforeAll(async () => {
  installation = await openInstallation();
});
afterAll(() => installation.close());

const people = (count: number) => Array.from({ length: count }, (_, number) => aPerson(number + 1));
const onTheList = async (eventId: string) =>
  (
    await installation.query<{ email: string }>('SELECT email FROM registration WHERE event_id = $1', [
      eventId,
    ])
  ).map(({ email }) => email);

describe('A web process that is killed under load', () => {
  it('has told nobody what is not so, and the next one takes up where it was', async () => {
    const { slug, id } = await installation.plan({}, { online: 100 });
    const web = await installation.start({ roles: ['web', 'api'] });
    const answered: string[] = [];
    let killed: Promise<void> | undefined;
    await crowd(32, people(400), async (person) => {
      const answer = await registerByApi(web.url, slug, person).catch(() => undefined);
      if (answer?.status === 201) answered.push(person.email);
      if (answered.length >= 150) killed ??= web.kill();
    });
    await killed;

    expect(answered.length).toBeLessThan(400);
    expect(await onTheList(id)).toEqual(expect.arrayContaining(answered));
    expect(await installation.verify()).toEqual(AGREEMENT);

    const next = await installation.start({ roles: ['web', 'api'] });
    const again = await crowd(32, people(400), (person) => registerByApi(next.url, slug, person));
    expect(new Set(again.map(({ status }) => status))).toEqual(new Set([201]));
    expect(await onTheList(id)).toHaveLength(400);
    expect(await installation.verify()).toEqual(AGREEMENT);
  });
});

describe('A web process that is asked to stop', () => {
  it('answers everybody who has asked before', async () => {
    const { slug, id } = await installation.plan();
    const web = await installation.start({ roles: ['web', 'api'] });
    const database = installation.house.manager.dataSource.createQueryRunner();
    await database.startTransaction();
    // Whoever registers now has to wait for us.
    await database.query('SELECT FROM standing WHERE event_id = $1 FOR UPDATE', [id]);
    const asked = Promise.all(people(30).map((person) => registerByApi(web.url, slug, person)));
    await until(async () => (await waitingForALock()) > 0);
    await setTimeout(200);

    const stopped = web.stop();
    const closed = await until(() => refuses(web.url));
    await database.commitTransaction();
    await database.release();

    expect((await asked).map(({ status }) => status)).toEqual(people(30).map(() => 201));
    expect(closed).toBe(true);
    // Clients that keep their connections open do not hold it up.
    expect(
      await Promise.race([stopped.then(() => 'gone'), setTimeout(8_000, 'still there', { ref: false })]),
    ).toBe('gone');
    expect(await onTheList(id)).toHaveLength(30);
  });

  const refuses = (url: string) =>
    fetch(`${url}/health/live`).then(
      ({ ok }) => !ok,
      () => true,
    );
  const waitingForALock = async () => {
    const [row] = await installation.query<{ count: number }>(
      "SELECT count(*)::integer AS count FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()",
    );
    return row?.count ?? 0;
  };
});
