import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { recountSeats } from '#registration';
import type { Product } from '../../setup/product.js';
import { AGREEMENT, type Installation, openInstallation } from '../support/installation.js';
import { signIn } from '../support/office.js';
import { appointmentIn, linkIn, registerByApi } from '../support/registering.js';
import { formOn, Visitor } from '../support/visitor.js';

// A process starts and ends here, and on a busy machine that takes its time.
jest.setTimeout(60_000);

let installation: Installation;
let product: Product;
let office: Visitor;
beforeAll(async () => {
  installation = await openInstallation();
  product = await installation.start();
  ({ visitor: office } = await signIn(installation, product));
});
afterAll(async () => {
  expect(await installation.verify()).toEqual(AGREEMENT);
  await installation.close();
});
afterEach(async () => expect(await recountSeats(installation.house.manager)).toEqual([]));

let met = 0;
/** Somebody new registers through the API; answers who, with their own pages. */
async function come(slug: string, attendance?: 'onsite' | 'online') {
  met += 1;
  const email = `mira.${100 + met}@stadt.test`;
  const person = { firstName: 'Mira', lastName: `Beispiel ${met}`, email, attendance, language: 'en' };
  const { body } = await registerByApi(product.url, slug, person);
  const visitor = new Visitor(product.url);
  const mails = (expected: number) => installation.mailsTo(email, expected);
  const link = async () => linkIn((await mails(1))[0]);
  return {
    ...person,
    answer: body as { status: string; position?: number },
    visitor,
    mails,
    link,
    subjects: async (expected: number) =>
      (await mails(expected)).map(({ parsed }) => parsed.subject?.split(':')[0]).sort(),
    page: async () => (await visitor.open(await link())).text,
    leave: async () => visitor.post(`${await link()}/withdraw`),
  };
}
type Guest = Awaited<ReturnType<typeof come>>;

async function comeInTurn(count: number, slug: string, attendance?: 'onsite' | 'online'): Promise<Guest[]> {
  const guests: Guest[] = [];
  while (guests.length < count) guests.push(await come(slug, attendance));
  return guests;
}

/** Who has a seat, by the order in which they came. */
async function seated(eventId: string, guests: readonly Guest[]): Promise<number[]> {
  const rows = await installation.query<{ email: string }>(
    "SELECT email FROM registration WHERE event_id = $1 AND status = 'confirmed'",
    [eventId],
  );
  const emails = rows.map(({ email }) => email);
  return guests.flatMap(({ email }, index) => (emails.includes(email) ? [index + 1] : []));
}

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

describe('When a confirmed person withdraws', () => {
  it('the first in line moves up once and is told; who left the line is skipped, and positions close up', async () => {
    const { slug, id } = await installation.plan({}, { online: 1 });
    const [holder, leaver, next, last] = (await comeInTurn(4, slug)) as [Guest, Guest, Guest, Guest];
    expect([leaver, next, last].map(({ answer }) => answer.position)).toEqual([1, 2, 3]);
    await leaver.leave();
    expect(await next.page()).toContain('You are no. 1 on the waiting list');
    expect(await last.page()).toContain('You are no. 2 on the waiting list');

    await holder.leave();

    expect(await next.page()).toContain('You are registered');
    expect(await last.page()).toContain('You are no. 1 on the waiting list');
    expect(await leaver.page()).toContain('You have withdrawn');
    expect(await next.subjects(2)).toEqual(['A place for you, registered', 'Waiting list']);
    const [booked, given] = (await holder.mails(2)).map(appointmentIn);
    expect([booked?.method, given?.method]).toEqual(['REQUEST', 'CANCEL']);
    expect(given).toEqual({ ...booked, method: 'CANCEL', sequence: booked!.sequence + 1 });
    const [nothing, appointment] = (await next.mails(2)).map(appointmentIn);
    expect(nothing).toBeUndefined();
    expect(appointment).toMatchObject({ method: 'REQUEST', uid: booked!.uid });
    expect((await leaver.mails(2)).map(appointmentIn)).toEqual([undefined, undefined]);
    expect(await last.subjects(1)).toEqual(['Waiting list']);
    expect(await installation.query('SELECT FROM message WHERE event_id = $1', [id])).toHaveLength(7);
  });
});

/** The office types another number of seats and says yes to whatever is asked; answers all the pages. */
async function resize(eventId: string, seats: Record<string, string>) {
  const path = `/office/events/${eventId}/seats`;
  const answer = await office.submit(await office.open(path), seats, path);
  const asked = answer.html.includes('name="confirmed"');
  return asked ? [answer, await office.submit(answer, formOn(answer, path), path)] : [answer];
}

describe('The office that changes the number of seats', () => {
  it('from 20 to 15 is warned, drops nobody, and nobody moves up until there are fewer than 15', async () => {
    const { slug, id } = await installation.plan({}, { online: 20 });
    const guests = await comeInTurn(22, slug);

    const [warning, saved] = await resize(id, { online: '15' });

    expect(warning?.text).toContain('20 seats are taken, and there will be 15. Nobody loses a seat.');
    expect(saved?.text).toContain('The number of seats is saved.');
    expect(saved?.text).toContain('5 seats are taken above the number.');
    expect(await seated(id, guests)).toEqual(upTo(20));
    for (const guest of guests.slice(0, 5)) await guest.leave();
    expect(await seated(id, guests)).toEqual(upTo(20).slice(5));
    expect(await guests[20]!.page()).toContain('You are no. 1 on the waiting list');
    await guests[5]!.leave();
    expect(await seated(id, guests)).toEqual([...upTo(20).slice(6), 21]);
    expect(await guests[20]!.subjects(2)).toEqual(['A place for you, registered', 'Waiting list']);
    expect(await guests[21]!.page()).toContain('You are no. 1 on the waiting list');
    expect((await come(slug)).answer).toEqual({ status: 'waitlisted', position: 2 });
  });

  it('from 10 to 13 with five waiting moves up exactly three, in order, and tells them alone', async () => {
    const { slug, id } = await installation.plan({}, { online: 10 });
    const guests = await comeInTurn(15, slug);

    const [saved] = await resize(id, { online: '13' });

    expect(saved?.text).toContain('The number of seats is saved.');
    expect(await seated(id, guests)).toEqual(upTo(13));
    const told = await installation.query<{ to_address: string }>(
      "SELECT to_address FROM message WHERE event_id = $1 AND kind = 'registration.promoted'",
      [id],
    );
    expect(told.map((mail) => mail.to_address).sort()).toEqual(
      guests.slice(10, 13).map(({ email }) => email),
    );
    expect(await guests[13]!.page()).toContain('You are no. 1 on the waiting list');
    expect(await guests[14]!.page()).toContain('You are no. 2 on the waiting list');
    expect(appointmentIn((await guests[12]!.mails(2))[1])).toMatchObject({ method: 'REQUEST' });
  });
});

describe('Whoever switches from the room to online', () => {
  it('leaves the seat in the room to the first who waits for one, and stays registered', async () => {
    const { slug, id } = await installation.plan({ format: 'hybrid' }, { onsite: 1, online: 2 });
    const switcher = await come(slug, 'onsite');
    const [first, second] = (await comeInTurn(2, slug, 'onsite')) as [Guest, Guest];
    const change = `${await switcher.link()}/change`;

    const page = await switcher.visitor.submit(
      await switcher.visitor.open(change),
      { attendance: 'online' },
      change,
    );

    expect(page.text).toContain('Your changes have been saved.');
    expect(page.text).toContain('You are registered');
    expect(await first.page()).toContain('You are registered');
    expect(await second.page()).toContain('You are no. 1 on the waiting list');
    const [before, after] = (await switcher.mails(2)).map(appointmentIn);
    expect(after).toEqual({ ...before, method: 'REQUEST', sequence: before!.sequence + 1 });
    expect(await switcher.subjects(2)).toEqual(['Registered', 'Registration changed']);
    expect(await standing(id)).toEqual({
      onsite_taken: 1,
      onsite_waiting: 1,
      online_taken: 1,
      online_waiting: 0,
    });
  });

  it('is told that nothing is free where nothing is, and keeps the seat in the room', async () => {
    const { slug, id } = await installation.plan({ format: 'hybrid' }, { onsite: 1, online: 1 });
    const switcher = await come(slug, 'onsite');
    await come(slug, 'online');
    const change = `${await switcher.link()}/change`;

    const page = await switcher.visitor.submit(
      await switcher.visitor.open(change),
      { attendance: 'online' },
      change,
    );

    expect(page.status).toBe(409);
    expect(await switcher.page()).toContain('You are registered');
    expect(await standing(id)).toMatchObject({ onsite_taken: 1, online_taken: 1 });
    expect(await switcher.subjects(1)).toEqual(['Registered']);
  });

  const standing = async (eventId: string) =>
    (
      await installation.query(
        'SELECT onsite_taken, onsite_waiting, online_taken, online_waiting FROM standing WHERE event_id = $1',
        [eventId],
      )
    )[0];
});

describe('On a sold-out event', () => {
  it('a name is corrected: the seat stays, and nobody moves', async () => {
    const { slug, id } = await installation.plan({}, { online: 1 });
    const [holder, waiting] = (await comeInTurn(2, slug)) as [Guest, Guest];

    const page = await correct(holder, { lastName: 'Richtig' });

    expect(page.text).toContain('Name and address have been changed.');
    expect(page.text).toContain('Mira Richtig');
    expect(await seated(id, [holder, waiting])).toEqual([1]);
    expect(await waiting.page()).toContain('You are no. 1 on the waiting list');
  });

  it('an address is corrected: the seat stays, the new one gets link and appointment, the old link is dead', async () => {
    const { slug, id } = await installation.plan({}, { online: 1 });
    const [holder, waiting] = (await comeInTurn(2, slug)) as [Guest, Guest];
    const email = `right.${met}@stadt.test`;

    const page = await correct(holder, { email });

    expect(page.text).toContain(`The link to your registration is in the latest e-mail to ${email}.`);
    const [mail] = await installation.mailsTo(email, 1);
    const [before] = (await holder.mails(1)).map(appointmentIn);
    expect(appointmentIn(mail)).toMatchObject({ method: 'REQUEST', uid: before!.uid });
    expect((await new Visitor(product.url).open(linkIn(mail))).text).toContain('You are registered');
    expect((await holder.visitor.open(await holder.link())).status).toBe(404);
    expect(await waiting.page()).toContain('You are no. 1 on the waiting list');
    expect(
      await installation.query("SELECT FROM registration WHERE event_id = $1 AND status <> 'cancelled'", [
        id,
      ]),
    ).toHaveLength(2);
  });

  it('so does the office for those who call, also for one who waits', async () => {
    const { slug, id } = await installation.plan({}, { online: 1 });
    const [, first, second] = (await comeInTurn(3, slug)) as [Guest, Guest, Guest];
    const [{ id: registration }] = (await installation.query<{ id: string }>(
      'SELECT id FROM registration WHERE event_id = $1 AND email = $2',
      [id, first.email],
    )) as [{ id: string }];
    const path = `/office/registrations/${registration}/person`;
    const email = `called.${met}@stadt.test`;

    const page = await office.submit(await office.open(path), { email, wish: 'correct', mail: '1' }, path);

    expect(page.path).toBe(`/office/registrations/${registration}`);
    const [mail] = await installation.mailsTo(email, 1);
    const own = await new Visitor(product.url).open(linkIn(mail));
    expect(own.text).toContain('You are no. 1 on the waiting list');
    expect(await second.page()).toContain('You are no. 2 on the waiting list');
  });

  async function correct(guest: Guest, changes: Record<string, string>) {
    const page = `${await guest.link()}/correct`;
    return guest.visitor.submit(await guest.visitor.open(page), changes, page);
  }
});
