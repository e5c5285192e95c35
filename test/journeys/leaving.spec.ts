import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PlanningService } from '#event';
import type { Product } from '../setup/product.js';
import { type Installation, inWeeks, openInstallation } from './support/installation.js';
import { linkIn, registerByApi } from './support/registering.js';
import { Visitor } from './support/visitor.js';

let installation: Installation;
let product: Product;
let visitor: Visitor;
beforeAll(async () => {
  installation = await openInstallation();
  product = await installation.start();
  visitor = new Visitor(product.url);
});
afterAll(() => installation.close());

let people = 0;
/** Registers somebody new; answers who. */
async function join(slug: string, changes: object = {}) {
  people += 1;
  const person = {
    firstName: 'Alma',
    lastName: 'Beispiel',
    email: `alma.${people}@stadt.test`,
    language: 'en',
  };
  const { body } = await registerByApi(product.url, slug, { ...person, ...changes });
  return { email: person.email, ...body };
}
const linkOf = async (email: string) => linkIn((await installation.mailsTo(email, 1))[0]);
const leave = async (email: string) => visitor.post(`${await linkOf(email)}/withdraw`);
const subjectsTo = async (email: string, expected: number) =>
  (await installation.mailsTo(email, expected)).map(({ parsed }) => parsed.subject).sort();

describe('Withdrawing', () => {
  it('moves up the first in line, once, and tells both; who left the line is skipped', async () => {
    const { slug, id } = await installation.plan({}, { online: 1 });
    const [holder, leaver, next, last] = [
      await join(slug),
      await join(slug),
      await join(slug),
      await join(slug),
    ];
    expect(last.position).toBe(3);
    await leave(leaver.email);

    expect((await leave(holder.email)).text).toContain('You have withdrawn');

    expect((await visitor.open(await linkOf(next.email))).text).toContain('You are registered');
    expect((await visitor.open(await linkOf(last.email))).text).toContain(
      'You are no. 1 on the waiting list',
    );
    expect(await subjectsTo(next.email, 2)).toEqual([
      'A place for you, registered: Safe squares',
      'Waiting list: Safe squares',
    ]);
    expect(await subjectsTo(holder.email, 2)).toEqual([
      'Registered: Safe squares',
      'Withdrawn: Safe squares',
    ]);
    expect(await installation.query('SELECT FROM message WHERE event_id = $1', [id])).toHaveLength(7);
  });

  it('twice, by a double click or later, is the same as once', async () => {
    const { slug, id } = await installation.plan({}, { online: 1 });
    const [holder] = [await join(slug), await join(slug), await join(slug)];
    const pages = await Promise.all([1, 2, 3].map(() => leave(holder.email)));
    pages.push(await leave(holder.email));

    for (const page of pages) expect(page).toMatchObject({ status: 200, path: pages[0]!.path });
    const rows = await installation.query<{ kind: string }>('SELECT kind FROM message WHERE event_id = $1', [
      id,
    ]);
    expect(rows.map(({ kind }) => kind.replace('registration.', '')).sort()).toEqual([
      'promoted',
      'registered',
      'registered',
      'registered',
      'withdrawn',
    ]);
  });

  it('is not the last word: who registers again joins at the end, and the old page stays what it was', async () => {
    const { slug } = await installation.plan({}, { online: 1 });
    const [holder] = [await join(slug), await join(slug)];
    await leave(holder.email);

    expect(await join(slug, { email: holder.email })).toMatchObject({ status: 'waitlisted', position: 1 });

    const old = await visitor.open(await linkOf(holder.email));
    expect(old.text).toContain('You have withdrawn');
  });

  it('from an event that was cancelled moves nobody up', async () => {
    const { slug, id } = await installation.plan({}, { online: 1 });
    const [holder, waiting] = [await join(slug), await join(slug)];
    const link = await linkOf(holder.email);
    await installation.house.get(PlanningService).revise(id, { event: { status: 'cancelled' } });

    await visitor.post(`${link}/withdraw`);

    const rows = await installation.query<{ kind: string }>(
      'SELECT kind FROM message WHERE event_id = $1 AND to_address = $2',
      [id, waiting.email],
    );
    expect(rows).toEqual([{ kind: 'registration.registered' }]);
  });

  it('is over once the event has started, and says so', async () => {
    const { slug, id } = await installation.plan();
    const { email } = await join(slug);
    const link = await linkOf(email);
    await installation.house
      .get(PlanningService)
      .revise(id, { dates: { 0: { startsLocal: '2026-01-05T10:00', endsLocal: '2026-01-05T12:00' } } });

    const refused = await visitor.post(`${link}/withdraw`);

    expect(refused).toMatchObject({
      status: 409,
      text: expect.stringContaining('You can no longer withdraw.'),
    });
    expect((await visitor.open(link)).text).toContain('You are registered');
  });
});

describe('On-site and online seats', () => {
  it('are counted apart: a free one in the room is for the first who waits for the room', async () => {
    const seats = { onsite: 1, online: 1 };
    const hybrid = { format: 'hybrid' as const, dates: [inWeeks(5)] };
    const { slug } = await installation.plan(hybrid, seats);
    const [room, online] = [
      await join(slug, { attendance: 'onsite' }),
      await join(slug, { attendance: 'online' }),
    ];
    expect([room.status, online.status]).toEqual(['confirmed', 'confirmed']);
    const forOnline = await join(slug, { attendance: 'online' });
    const forRoom = await join(slug, { attendance: 'onsite' });
    expect([forOnline.position, forRoom.position]).toEqual([1, 1]);

    await leave(room.email);

    expect((await visitor.open(await linkOf(forRoom.email))).text).toContain('You are registered');
    expect((await visitor.open(await linkOf(forOnline.email))).text).toContain('You are no. 1');
    const { seats: shown } = await fetch(`${product.url}/api/v1/events/${slug}`).then((answer) =>
      answer.json(),
    );
    expect(shown).toEqual({
      onsite: { capacity: 1, free: 0 },
      online: { capacity: 1, free: 0 },
      waiting: 1,
    });
  });

  it('must be chosen between where both are offered', async () => {
    const { slug } = await installation.plan({ format: 'hybrid', dates: [inWeeks(5)] });
    const person = { firstName: 'Alma', lastName: 'Beispiel', email: 'undecided@stadt.test' };

    expect(await registerByApi(product.url, slug, person)).toMatchObject({ status: 422 });
    expect(await installation.query("SELECT FROM registration WHERE email = 'undecided@stadt.test'")).toEqual(
      [],
    );
  });
});
