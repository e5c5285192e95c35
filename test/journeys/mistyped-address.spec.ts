import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Installation, openInstallation } from './support/installation.js';
import { appointmentIn, linkIn, registerOnPage } from './support/registering.js';
import { Visitor } from './support/visitor.js';

let installation: Installation;
let visitor: Visitor;
beforeAll(async () => {
  installation = await openInstallation();
  visitor = new Visitor((await installation.start()).url);
});
afterAll(() => installation.close());

let people = 0;
const someone = (firstName: string) => {
  people += 1;
  return { firstName, lastName: 'Beispiel', email: `${firstName.toLowerCase()}.${people}@stadt.test` };
};
const line = (eventId: string) =>
  installation.query(
    "SELECT email, status FROM registration WHERE event_id = $1 AND status <> 'cancelled' ORDER BY status, coalesce(line, 0), id",
    [eventId],
  );

describe('A mistyped address', () => {
  it('is corrected: the old link is dead, the right address is told, the place stays', async () => {
    const { slug, id } = await installation.plan();
    const alma = someone('Alma');
    const outcome = await registerOnPage(visitor, slug, [{ ...alma, email: 'wrong@stadt.test' }]);
    const [lost] = await installation.mailsTo('wrong@stadt.test', 1);

    const corrected = await visitor.submit(outcome, { 'people.0.email': alma.email });

    expect(corrected).toMatchObject({
      status: 200,
      text: expect.stringContaining('The address has been changed.'),
    });
    expect(corrected.text).toContain(`The details are in the e-mail to ${alma.email}.`);
    const [mail] = await installation.mailsTo(alma.email, 1);
    expect(mail?.parsed.subject).toBe('Registered: Safe squares');
    expect(appointmentIn(mail)).toMatchObject({ method: 'REQUEST' });
    expect((await visitor.open(linkIn(mail))).text).toContain(alma.email);
    expect(await visitor.open(linkIn(lost))).toMatchObject({ status: 404 });
    expect(await line(id)).toEqual([{ email: alma.email, status: 'confirmed' }]);
  });

  it('keeps its place in the middle of the waiting list', async () => {
    const { slug, id } = await installation.plan({}, { online: 0 });
    const [first, wrong, last, right] = [someone('Ina'), someone('Alma'), someone('Omar'), someone('Alma')];
    await registerOnPage(visitor, slug, [first]);
    const outcome = await registerOnPage(visitor, slug, [wrong]);
    await registerOnPage(visitor, slug, [last]);

    const corrected = await visitor.submit(outcome, { 'people.0.email': right.email });

    expect(corrected.text).toContain('no. 2');
    expect((await line(id)).map(({ email }) => email)).toEqual([first.email, right.email, last.email]);
    const [mail] = await installation.mailsTo(right.email, 1);
    expect(mail?.parsed.text).toContain('Waiting list, no. 2');
  });

  it('is corrected once by a double click, and the seat stays', async () => {
    const { slug, id } = await installation.plan({}, { online: 1 });
    const [wrong, right, next] = [someone('Alma'), someone('Alma'), someone('Omar')];
    const outcome = await registerOnPage(visitor, slug, [wrong]);
    await registerOnPage(visitor, slug, [next]);

    const clicks = [1, 2, 3].map(() => visitor.submit(outcome, { 'people.0.email': right.email }));

    expect((await Promise.all(clicks)).map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await line(id)).toEqual([
      { email: right.email, status: 'confirmed' },
      { email: next.email, status: 'waitlisted' },
    ]);
    expect(await installation.mailsTo(right.email, 1)).toHaveLength(1);
  });

  it('of each of two people is corrected at the same time', async () => {
    const { slug, id } = await installation.plan();
    const outcome = await registerOnPage(visitor, slug, [someone('Alma'), someone('Omar')]);
    const [alma, omar] = [someone('Alma'), someone('Omar')];

    await Promise.all([
      visitor.submit(outcome, { person: '0', 'people.0.email': alma.email }),
      visitor.submit(outcome, { person: '1', 'people.1.email': omar.email }),
    ]);

    expect((await line(id)).map(({ email }) => email).sort()).toEqual([alma.email, omar.email].sort());
    const page = await visitor.open(outcome.path);
    expect(page.text).toContain(alma.email);
    expect(page.text).toContain(omar.email);
  });

  it('gives way where the right address is registered already: one place, nobody pushed aside', async () => {
    const { slug, id } = await installation.plan({}, { online: 2 });
    const [alma, wrong, next] = [someone('Alma'), someone('Alma'), someone('Omar')];
    await registerOnPage(visitor, slug, [alma]);
    const outcome = await registerOnPage(visitor, slug, [wrong]);
    await registerOnPage(visitor, slug, [next]);

    await visitor.submit(outcome, { 'people.0.email': alma.email });

    expect(await line(id)).toEqual([
      { email: alma.email, status: 'confirmed' },
      { email: next.email, status: 'confirmed' },
    ]);
    const [mail] = await installation.mailsTo(alma.email, 1);
    expect((await visitor.open(linkIn(mail))).text).toContain('You are registered');
  });

  it('is asked for again when the correction is no address either', async () => {
    const { slug, id } = await installation.plan();
    const alma = someone('Alma');
    const outcome = await registerOnPage(visitor, slug, [alma]);

    const asked = await visitor.submit(outcome, { 'people.0.email': 'alma.stadt.test' });

    expect(asked.status).toBe(422);
    expect(asked.text).toContain('Please enter a complete e-mail address');
    expect(asked.html).toContain('value="alma.stadt.test"');
    expect(asked.html).toContain('href="#people.0.email"');
    expect(await line(id)).toEqual([{ email: alma.email, status: 'confirmed' }]);
  });

  it.each(['1', '-1', '0.5', 'NaN', '__proto__'])(
    'belongs to one of the people: not to "%s"',
    async (person) => {
      const { slug, id } = await installation.plan();
      const alma = someone('Alma');
      const outcome = await registerOnPage(visitor, slug, [alma]);
      const fields = { person, [`people.${person}.email`]: 'x@y.test', 'people.0.email': 'x@y.test' };

      const refused = await visitor.submit(outcome, fields);

      expect([404, 409, 422]).toContain(refused.status);
      expect(await line(id)).toEqual([{ email: alma.email, status: 'confirmed' }]);
    },
  );

  it('can no longer be corrected after an hour, or by who has withdrawn', async () => {
    const { slug } = await installation.plan();
    const [late, gone] = [someone('Alma'), someone('Omar')];
    const outcomes = [
      await registerOnPage(visitor, slug, [late]),
      await registerOnPage(visitor, slug, [gone]),
    ];
    const [mail] = await installation.mailsTo(gone.email, 1);
    await visitor.submit(await visitor.open(`${linkIn(mail)}/withdraw`));
    await installation.query(
      `UPDATE submission SET created_at = created_at - interval '1 hour' WHERE answer::text LIKE '%${late.email}%'`,
    );

    for (const outcome of outcomes) {
      const refused = await visitor.submit(outcome, { 'people.0.email': 'right@stadt.test' });
      expect(refused).toMatchObject({
        status: 409,
        text: expect.stringContaining('The address can no longer be changed here.'),
      });
    }
    expect((await visitor.open(outcomes[0]!.path)).html).not.toContain('people.0.email');
  });
});
