import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Links } from '#account';
import { aPerson } from '../builders/people.js';
import { AGREEMENT, type Installation, openInstallation } from '../journeys/support/installation.js';
import { fieldsOf, registerByApi } from '../journeys/support/registering.js';
import { Visitor } from '../journeys/support/visitor.js';
import { chance, crowd } from './crowd.js';

// Processes start and end here, and on a busy machine that takes its time.
jest.setTimeout(60_000);

let installation: Installation;
let urls: string[];
beforeAll(async () => {
  installation = await openInstallation();
  const processes = [1, 2].map(() => installation.start({ roles: ['web', 'api'] }));
  urls = (await Promise.all(processes)).map(({ url }) => url);
});
afterAll(() => installation.close());

const people = (count: number) => Array.from({ length: count }, (_, number) => aPerson(number + 1));
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);
const inTurn = (index: number) => urls[index % urls.length] as string;

/** Everybody registers at once, at one process or the other; answers the positions of those who wait. */
async function rush(slug: string, count: number, clients: number) {
  const work = people(count).entries().toArray();
  const answers = await crowd(clients, work, ([index, person]) => registerByApi(inTurn(index), slug, person));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  const waiting = answers.flatMap(({ body }) =>
    body.status === 'waitlisted' ? [body.position as number] : [],
  );
  return { confirmed: count - waiting.length, positions: waiting.sort((a, b) => a - b) };
}

describe('From two processes at the same instant', () => {
  it('one of fifty gets the last seat, and forty-nine wait in line', async () => {
    const { slug } = await installation.plan({}, { online: 1 });

    expect(await rush(slug, 50, 50)).toEqual({ confirmed: 1, positions: upTo(49) });
    expect(await installation.verify()).toEqual(AGREEMENT);
  });

  it('1,500 people with 64 clients fill 500 seats, and 1,000 wait at positions 1 to 1,000', async () => {
    const { slug, id } = await installation.plan({}, { online: 500 });

    expect(await rush(slug, 1_500, 64)).toEqual({ confirmed: 500, positions: upTo(1_000) });

    const messages = await installation.query('SELECT DISTINCT to_address FROM message WHERE event_id = $1', [
      id,
    ]);
    expect(messages).toHaveLength(1_500);
    expect(await installation.query('SELECT FROM message WHERE event_id = $1', [id])).toHaveLength(1_500);
    expect(await installation.verify()).toEqual(AGREEMENT);
  });

  it('the same person gets one registration and one mail, by pages and API alike', async () => {
    const { slug, id } = await installation.plan();
    const { email, firstName, lastName } = aPerson();
    const visitors = urls.map((url) => new Visitor(url));
    const typed = fieldsOf([{ email, firstName, lastName }]);

    await Promise.all([
      ...upTo(10).map((index) => registerByApi(inTurn(index), slug, { email, firstName, lastName })),
      ...visitors.map((visitor, index) =>
        visitor.post(`/events/${slug}/register`, { ...typed, submission: `page ${index}` }),
      ),
    ]);

    expect(await installation.query('SELECT FROM registration WHERE event_id = $1', [id])).toHaveLength(1);
    expect(await installation.query('SELECT FROM message WHERE event_id = $1', [id])).toHaveLength(1);
  });

  it('the same form leads to the same page', async () => {
    const { slug, id } = await installation.plan();
    const { email, firstName, lastName } = aPerson();
    const typed = { ...fieldsOf([{ email, firstName, lastName }]), submission: 'the same' };
    const pages = await Promise.all(
      upTo(6).map((index) => new Visitor(inTurn(index)).post(`/events/${slug}/register`, typed)),
    );

    expect(pages.map(({ status }) => status)).toEqual(pages.map(() => 200));
    expect(new Set(pages.map(({ path }) => path)).size).toBe(1);
    expect(await installation.query('SELECT FROM registration WHERE event_id = $1', [id])).toHaveLength(1);
  });
});

describe('People who come and go at random, at two processes', () => {
  it.each([1, 2])(
    'leave no seat empty while others wait, and nobody is there twice (seed %i)',
    async (seed) => {
      const random = chance(seed);
      const { slug, id } = await installation.plan({ format: 'hybrid' }, { onsite: 7, online: 4 });
      const crowdOf = people(40);
      const deeds = Array.from({ length: 300 }, () => ({
        url: inTurn(Math.floor(random() * 2)),
        person: crowdOf[Math.floor(random() * crowdOf.length)]!,
        leaves: random() < 0.45,
        attendance: random() < 0.6 ? 'onsite' : 'online',
      }));

      const statuses = await crowd(24, deeds, async ({ url, person, leaves, attendance }) =>
        leaves
          ? leave(id, url, person.email)
          : (await registerByApi(url, slug, { ...person, attendance })).status,
      );

      expect(new Set(statuses)).toEqual(new Set([201, 303]));
      expect(await installation.verify()).toEqual(AGREEMENT);
      const [{ people: active, registrations }] = (await installation.query<Record<string, number>>(
        `SELECT count(DISTINCT email)::integer AS people, count(*)::integer AS registrations
       FROM registration WHERE event_id = $1 AND status <> 'cancelled'`,
        [id],
      )) as [Record<string, number>];
      expect(registrations).toBe(active);
      expect(active).toBeGreaterThan(5);
    },
  );

  it('have a history without gaps, and a mail for each of its steps', async () => {
    const steps = await installation.query<{ from: string; to: string; count: number }>(
      `SELECT from_status AS "from", to_status AS "to", count(*)::integer AS count FROM registration_change
       GROUP BY 1, 2 ORDER BY 1, 2`,
    );
    const broken = await installation.query(
      `SELECT from_status, to_status, before FROM (SELECT registration_id, from_status, to_status,
         lag(to_status) OVER (PARTITION BY registration_id ORDER BY id) AS before FROM registration_change) AS step
       WHERE from_status IS DISTINCT FROM before`,
    );
    const [{ kinds }] = (await installation.query<{ kinds: Record<string, number> }>(
      'SELECT jsonb_object_agg(kind, count) AS kinds FROM (SELECT kind, count(*) FROM message GROUP BY kind) AS k',
    )) as [{ kinds: Record<string, number> }];
    const count = (to: string, from: string | null) =>
      steps.find((step) => step.to === to && step.from === from)?.count;

    expect(broken).toEqual([]);
    expect(kinds['registration.promoted']).toBe(count('confirmed', 'waitlisted'));
    expect(kinds['registration.withdrawn']).toBe(
      (count('cancelled', 'confirmed') ?? 0) + (count('cancelled', 'waitlisted') ?? 0),
    );
  });

  /** Withdraws by the mailed link whatever this person has here; 303, also if there was nothing. */
  async function leave(eventId: string, url: string, email: string): Promise<number> {
    const [row] = await installation.query<{ id: string }>(
      'SELECT id FROM registration WHERE event_id = $1 AND email = $2 ORDER BY id DESC LIMIT 1',
      [eventId, email],
    );
    if (!row) return 303;
    const token = installation.house.get(Links).token('registration', row.id);
    return (await new Visitor(url).send(`/registrations/${token}/withdraw`, { method: 'POST' })).status;
  }
});
