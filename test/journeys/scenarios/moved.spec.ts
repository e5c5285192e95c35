import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { recountSeats } from '#registration';
import type { TakenMail } from '../../../libs/mail/test/mail-server.js';
import { aPerson } from '../../builders/people.js';
import { crowd } from '../../races/crowd.js';
import type { Product } from '../../setup/product.js';
import { AGREEMENT, type Installation, inWeeks, openInstallation, until } from '../support/installation.js';
import { signIn } from '../support/office.js';
import { appointmentIn, linkIn, registerByApi } from '../support/registering.js';
import { formOn, type Page, Visitor } from '../support/visitor.js';

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

const guests = Array.from({ length: 41 }, (_, index) => aPerson(index + 1, { language: 'en' }));
const coming = guests.slice(0, 40);
const waiting = guests[40]!;

describe('An event of forty that is moved by a week', () => {
  let id: string;

  it('keeps its entry in all calendars: one mail each, the same entry with a higher sequence', async () => {
    const event = await installation.plan({}, { online: 40 });
    id = event.id;
    await crowd(16, coming, (person) => registerByApi(product.url, event.slug, person));
    await registerByApi(product.url, event.slug, waiting);
    await haveCome(41);
    const before = appointments();

    const page = `/office/events/${id}/notice`;
    const form = await office.open(`${page}?what=moved`);
    const preview = await office.submit(form, movedTo(4), page);
    // Pressed twice it is sent once.
    const pressed = [1, 2].map(() => office.post(page, sendingFields(preview, page)));

    for (const { status, text } of await Promise.all(pressed)) {
      expect([status, text]).toEqual([200, expect.stringContaining('person40@stadt40.test')]);
    }
    await haveCome(41 + 41);
    await nothingMoreComes();
    expect(before.size).toBe(40);
    for (const [email, { uid, sequence }] of before) {
      expect(mailsTo(email).map(({ parsed }) => parsed.subject)).toHaveLength(2);
      expect(appointments().get(email)).toEqual({ method: 'REQUEST', uid, sequence: sequence + 1 });
    }
    expect(mailsTo(waiting.email).map(appointmentIn)).toEqual([undefined, undefined]);
  });

  it('offers everybody a page to say no with one press; who waits has the seat then, on the new day', async () => {
    const [leaving] = coming;
    const mail = mailsTo(leaving!.email)[1]!;
    const visitor = new Visitor(product.url);
    const page = await visitor.open(noticeIn(mail));
    expect(page.text).toContain('I can’t make it');
    // A scanner that follows links withdraws nobody.
    expect((await visitor.open(linkIn(mail))).text).toContain('You are registered');

    const left = await visitor.post(`${linkIn(mail)}/withdraw`);

    expect(left.text).toContain('You have withdrawn');
    await haveCome(41 + 41 + 2);
    const [goodbye, welcome] = [leaving!, waiting].map(({ email }) => mailsTo(email).at(-1));
    const { uid, sequence } = appointmentIn(mail)!;
    expect(appointmentIn(goodbye)).toEqual({ method: 'CANCEL', uid, sequence: sequence + 1 });
    expect(appointmentIn(welcome)).toMatchObject({ method: 'REQUEST', uid });
    expect(welcome?.parsed.text).toContain(dayIn(4));
    expect(await recountSeats(installation.house.manager)).toEqual([]);
  });
});

const mailsTo = (email: string): TakenMail[] => installation.mail.taken.filter(({ to }) => to === email);
const haveCome = async (count: number) =>
  expect(await until(() => installation.mail.taken.length >= count)).toBe(true);

/** No mail has been taken above those expected, and none waits to be sent. */
async function nothingMoreComes(): Promise<void> {
  const messages = await installation.query('SELECT FROM message');
  expect(installation.mail.taken).toHaveLength(messages.length);
}

/** What stands in the calendar of each who comes, after the latest mail. */
const appointments = () => new Map(coming.map(({ email }) => [email, appointmentIn(mailsTo(email).at(-1))!]));

/** So many weeks from today, at the same hours. */
const movedTo = (weeks: number) => ({
  day: inWeeks(weeks).starts.slice(0, 10),
  from: '10:00',
  until: '12:00',
});
const dayIn = (weeks: number): string =>
  Temporal.PlainDateTime.from(inWeeks(weeks).starts).toLocaleString('en-GB', {
    day: 'numeric',
    month: 'long',
  });

/** What the preview's button sends; another form beside it goes back. */
function sendingFields(preview: Page, action: string): Record<string, string> {
  const form = preview.html.split('<form').find((part) => part.includes('name="wish" value="send"'));
  return formOn({ ...preview, html: `<form${form}` }, action);
}

const noticeIn = ({ parsed }: TakenMail): string =>
  /\/registrations\/[\w-]{43}\/notices\/[\da-f-]{36}/.exec(parsed.text ?? '')?.[0] ?? 'no link';
