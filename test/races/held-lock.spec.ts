import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Links } from '#account';
import { DeskRulesService, RegistrationService, type RulesInput, recountSeats } from '#registration';
import { aPerson } from '../builders/people.js';
import { AGREEMENT, type Installation, openInstallation } from '../journeys/support/installation.js';
import { signIn } from '../journeys/support/office.js';
import { registerByApi } from '../journeys/support/registering.js';
import { type Page, Visitor } from '../journeys/support/visitor.js';
import { crowd } from './crowd.js';
import { holdSeats, reachedAs } from './held-lock.js';

// Processes start and end here, and on a busy machine that takes its time.
jest.setTimeout(60_000);

let installation: Installation;
/** Two processes, and somebody of the office at each. */
let urls: string[];
let offices: Visitor[];
beforeAll(async () => {
  installation = await openInstallation();
  const { databaseUrl } = installation.house;
  const products = await Promise.all(
    ['first', 'second'].map((name) =>
      installation.start({
        roles: ['web', 'api'],
        environment: { DATABASE_URL: reachedAs(databaseUrl, name) },
      }),
    ),
  );
  urls = products.map(({ url }) => url);
  offices = await Promise.all(products.map(async (product) => (await signIn(installation, product)).visitor));
});
afterAll(async () => {
  expect(await installation.verify()).toEqual(AGREEMENT);
  await installation.close();
});
afterEach(async () => {
  expect(await recountSeats(installation.house.manager)).toEqual([]);
  expect(await installation.query(BROKEN_HISTORIES)).toEqual([]);
});

const hold = (...events: { id: string }[]) =>
  holdSeats(
    installation.house.databaseUrl,
    events.map(({ id }) => id),
  );
const urlOf = (index: number) => urls[index % urls.length] as string;
const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);

/** Registers person number so-and-so at one process or the other; answers the status of HTTP and of the place. */
async function come(slug: string, number: number, url = urlOf(number)) {
  const { status, body } = await registerByApi(url, slug, aPerson(number));
  return `${status} ${body.status ?? body.type}`;
}

/** The registrations of an event, by the number of the person. */
async function placesAt(eventId: string) {
  const rows = await installation.query<Place>(
    `SELECT id, status, line::integer, substring(email FROM '^person(\\d+)@')::integer AS number
     FROM registration WHERE event_id = $1`,
    [eventId],
  );
  return new Map(rows.map((row) => [row.number, row]));
}
interface Place {
  id: string;
  status: string;
  line: number | null;
  number: number;
}

const seatsOf = async (eventId: string) =>
  (
    await installation.query(
      `SELECT online_capacity AS capacity, online_taken AS taken, online_over AS over, online_waiting AS waiting
       FROM standing WHERE event_id = $1`,
      [eventId],
    )
  )[0] as { capacity: number; taken: number; over: number; waiting: number };

const tokenOf = (id: string) => installation.house.get(Links).token('registration', id);
const press = (deed: string, id: string, url: string): Promise<Page> =>
  new Visitor(url).post(`/registrations/${tokenOf(id)}/${deed}`);
const save = (eventId: string, rules: RulesInput) =>
  installation.house.get(DeskRulesService).save(eventId, rules, 'account:1');

describe('While somebody holds the seats, two processes wait, and then', () => {
  it('registering, withdrawing, over-booking and more seats come to the same as one after the other', async () => {
    const event = await installation.plan({}, { online: 5 });
    for (const number of range(1, 8)) await come(event.slug, number);
    const before = await placesAt(event.id);
    const idOf = (number: number) => before.get(number)!.id;
    const [seat, seats] = [`/office/registrations/${idOf(8)}/seat`, `/office/events/${event.id}/seats`];
    const forms = [await offices[0]!.open(seat), await offices[1]!.open(seats)] as const;
    await using lock = await hold(event);

    let answered = 0;
    const asked = [
      ...range(9, 28).map((number) => come(event.slug, number)),
      // Each withdrawal is sent to both processes.
      ...[1, 2].flatMap((number) => urls.map((url) => press('withdraw', idOf(number), url))),
      offices[0]!.submit(forms[0], { reason: 'Hält die Begrüßung', mail: '1' }, seat),
      offices[1]!.submit(forms[1], { online: '8' }, seats),
    ].map((one: Promise<string | Page>) => one.finally(() => (answered += 1)));
    await lock.seesWaiting({ first: 1, second: 2 });
    expect(answered).toBe(0);
    await lock.release();
    const answers = await Promise.all(asked);

    for (const answer of answers) {
      if (typeof answer === 'string') expect(answer).toMatch(/^201 (confirmed|waitlisted)$/);
      else expect(answer.status).toBe(200);
    }
    const places = [...(await placesAt(event.id)).values()];
    const { capacity, taken, over, waiting } = await seatsOf(event.id);
    // The over-booked seat is above the eight where it was given last, and one of them where it was given first.
    expect([8, 9]).toContain(taken);
    expect({ capacity, over, waiting }).toEqual({ capacity: 8, over: taken - 8, waiting: 26 - taken });
    expect(places.find(({ number }) => number === 8)?.status).toBe('confirmed');
    const lines = (status: string) =>
      places.flatMap((one) =>
        one.status === status && one.number !== 8 && one.line !== null ? one.line : [],
      );
    expect(Math.max(0, ...lines('confirmed'))).toBeLessThan(Math.min(...lines('waitlisted')));
    expect(await untold(event.id)).toEqual([]);
  });

  it('what is registered behind a change of the rules is decided by the new ones', async () => {
    const event = await installation.plan({}, { online: 20 });
    // Both processes know the event as it was.
    expect([await come(event.slug, 1), await come(event.slug, 2)]).toEqual([
      '201 confirmed',
      '201 confirmed',
    ]);
    const page = `/office/events/${event.id}/seats`;
    const form = await offices[0]!.open(page);
    await using lock = await hold(event);

    const fields = { entry: 'approval', requestDays: '14', namingDays: '14' };
    const saved = offices[0]!.submit(form, fields, `${page}/rules`);
    await lock.seesWaiting({ first: 1 });
    const asked = range(3, 12).map((number) => come(event.slug, number));
    await lock.seesWaiting({ first: 2, second: 1 });
    await lock.release();

    expect((await saved).text).toContain('The rules are saved.');
    expect(new Set(await Promise.all(asked))).toEqual(new Set(['201 requested']));
    expect(await seatsOf(event.id)).toMatchObject({ taken: 2, waiting: 0 });
  });

  it('a limit over a series of two events holds for who asked for both at the same instant', async () => {
    const events = [await installation.plan({}, {}), await installation.plan({}, {})];
    for (const { id } of events) await save(id, { series: 'Frühjahr', mostInSeries: 1 });
    const [lower] = events.sort((a, b) => (a.id < b.id ? -1 : 1));
    await using lock = await hold(lower!);

    const asked = range(1, 6).map((number) =>
      Promise.all(events.map(({ slug }, index) => come(slug, number, urlOf(number + index)))),
    );
    await lock.seesWaiting({ first: 2, second: 2 });
    await lock.release();

    for (const answers of await Promise.all(asked)) {
      expect(answers.sort()).toEqual(['201 confirmed', expect.stringMatching(/^409 /)]);
    }
    const [{ count }] = (await installation.query<{ count: number }>(
      'SELECT count(*)::integer FROM registration WHERE event_id = ANY($1)',
      [events.map(({ id }) => id)],
    )) as [{ count: number }];
    expect(count).toBe(6);
  });

  it('people moved crosswise between two events arrive, while others register at both', async () => {
    const plans = [await installation.plan({}, { online: 4 }), await installation.plan({}, { online: 4 })];
    const [lower, upper] = plans.sort((a, b) => (a.id < b.id ? -1 : 1)) as [Planned, Planned];
    for (const number of range(1, 4)) await come(lower.slug, number);
    for (const number of range(5, 8)) await come(upper.slug, number);
    const crosswise = [
      ...(await movesOf(offices[0]!, await placesAt(lower.id), [1, 2, 3], upper.id)),
      ...(await movesOf(offices[1]!, await placesAt(upper.id), [5, 6, 7], lower.id)),
    ];
    await using lock = await hold(upper);

    const moved = crosswise.map((move) => move());
    // One has the lower event and waits for the upper; the others wait for the lower.
    await lock.seesWaiting({ first: 1, second: 1 });
    const asked = range(9, 16).map((number) => come([lower, upper][number % 2]!.slug, number));
    await lock.release();

    for (const page of await Promise.all(moved)) {
      expect([page.status, page.path]).toEqual([200, expect.stringMatching(/^\/office\/registrations\//)]);
    }
    for (const answer of await Promise.all(asked)) expect(answer).toMatch(/^201 /);
    for (const { id } of [lower, upper]) {
      expect(await seatsOf(id)).toEqual({ capacity: 4, taken: 4, over: 0, waiting: 4 });
      expect(await untold(id)).toEqual([]);
    }
    const there = (places: Map<number, Place>) =>
      [...places.values()].filter(({ status }) => status !== 'cancelled').map(({ number }) => number);
    expect(there(await placesAt(lower.id)).sort(byNumber)).toEqual([4, 5, 6, 7, 10, 12, 14, 16]);
    expect(there(await placesAt(upper.id)).sort(byNumber)).toEqual([1, 2, 3, 8, 9, 11, 13, 15]);
  });
});

describe('At the instant at which an offer is over, it', () => {
  it('is taken where the click was first, and the next goes on waiting', async () => {
    const offer = await anOffer();
    await using lock = await hold(offer.event);
    const clicked = press('accept', offer.id, urlOf(0));
    await lock.seesWaiting({ first: 1 });
    const looked = offer.lapse();
    await lock.seesWaiting({ first: 1, plenum: 1 });
    await lock.release();
    await looked;

    expect((await clicked).text).toContain('You are registered');
    expect(await offer.standing()).toEqual(['confirmed', 'waitlisted']);
  });

  it('is the next one’s where the desk was first, and the click is told so at either process', async () => {
    const offer = await anOffer();
    await using lock = await hold(offer.event);
    const looked = offer.lapse();
    await lock.seesWaiting({ plenum: 1 });
    const clicked = urls.map((url) => press('accept', offer.id, url));
    await lock.seesWaiting({ first: 1, second: 1 });
    await lock.release();
    await looked;

    for (const page of await Promise.all(clicked)) {
      expect(page.status).toBe(410);
      expect(page.text).toContain('The place offered was not accepted in time');
    }
    expect(await offer.standing()).toEqual(['expired', 'offered']);
  });

  it('has one winner, and the page says the truth, whoever is first', async () => {
    const offers = [];
    for (const _ of range(1, 6)) offers.push(await anOffer());

    const outcomes = await crowd(6, [...offers.entries()], async ([index, offer]) => {
      const [page] = await Promise.all([press('accept', offer.id, urlOf(index)), offer.lapse()]);
      return `${page.status} ${(await offer.standing()).join(' ')}`;
    });

    for (const outcome of outcomes) {
      expect(['200 confirmed waitlisted', '410 expired offered']).toContain(outcome);
    }
    for (const { event } of offers) {
      expect(await seatsOf(event.id)).toMatchObject({ taken: 1, over: 0, waiting: expect.any(Number) });
      expect(await untold(event.id)).toEqual([]);
    }
  });
});

type Planned = Awaited<ReturnType<Installation['plan']>>;
const byNumber = (a: number, b: number) => a - b;

/** The last seat of an event, offered to the first of two who wait. */
async function anOffer() {
  const event = await installation.plan({}, { online: 1 });
  await save(event.id, { promotion: 'offer' });
  for (const number of [1, 2, 3]) await come(event.slug, number);
  const places = await placesAt(event.id);
  const { id } = places.get(2)!;
  await press('withdraw', places.get(1)!.id, urlOf(1));
  const { house } = installation;
  const [{ due }] = (await installation.query<{ due: string }>(
    'SELECT due_at::text AS due FROM standing WHERE event_id = $1',
    [event.id],
  )) as [{ due: string }];
  return {
    event,
    id,
    /** The desk looks at the event by a clock that shows the offer's last moment; those of the processes do not yet. */
    lapse: () => {
      house.clock.set(Temporal.Instant.from(due.replace(' ', 'T')).toString());
      return house.get(RegistrationService).ask({ verb: 'look', eventId: event.id });
    },
    standing: async () => {
      const now = await placesAt(event.id);
      return [2, 3].map((number) => now.get(number)!.status);
    },
  };
}

/** What the office does to move these people, with the forms open already. */
async function movesOf(
  office: Visitor,
  places: Map<number, Place>,
  numbers: readonly number[],
  event: string,
): Promise<(() => Promise<Page>)[]> {
  const moves: (() => Promise<Page>)[] = [];
  for (const number of numbers) {
    const path = `/office/registrations/${places.get(number)!.id}/move`;
    // What comes of it is shown first, and for some it is a place in the line.
    const form = await office.open(`${path}?event=${event}`);
    moves.push(() => office.submit(form, { event, mail: '1', sure: '1' }, path));
  }
  return moves;
}

/** Those who were not told once of every step: each into or out of a seat has its mail. */
const untold = (eventId: string) =>
  installation.query(
    `SELECT r.email, steps.count AS steps, mails.count AS mails FROM registration r,
       LATERAL (SELECT count(*)::integer FROM registration_change c
         WHERE c.registration_id = r.id AND c.from_status IS DISTINCT FROM c.to_status) AS steps,
       LATERAL (SELECT count(*)::integer FROM message m WHERE m.subject_id = r.id) AS mails
     WHERE r.event_id = $1 AND steps.count <> mails.count`,
    [eventId],
  );

// Each step begins where the one before has ended, and the last where the registration stands.
const BROKEN_HISTORIES = `
  SELECT r.email, r.status, c.from_status, c.to_status, c.before FROM registration r JOIN (
    SELECT registration_id, from_status, to_status, what, lag(to_status) OVER own AS before,
      lead(to_status) OVER own AS next
    FROM registration_change WINDOW own AS (PARTITION BY registration_id ORDER BY id)) AS c
    ON c.registration_id = r.id
  WHERE c.from_status IS DISTINCT FROM c.before OR (c.next IS NULL AND c.to_status <> r.status)`;
