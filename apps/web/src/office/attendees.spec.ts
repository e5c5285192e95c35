import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditService } from '#audit';
import { MinimumService } from '#notice';
import { DeskRulesService, RegistrationService } from '#registration';
import { planEvent } from '../../../../test/builders/events.js';
import { mailsTo } from '../../../../test/builders/mails.js';
import { aPerson, register } from '../../../../test/builders/people.js';
import { textOf } from '../../test/at-the-desk.js';
import type { Browser } from '../../test/browser.js';
import { type Office, openOffice } from '../../test/open-office.js';

let office: Office;
let browser: Browser;
beforeAll(async () => {
  office = await openOffice();
  browser = await office.signedIn();
});
afterAll(() => office.close());

describe('The office’s list of events', () => {
  it('has the coming ones first, drafts too, with their seats; the past ones are a click away', async () => {
    const { id, slug } = await planEvent(office, { title: { en: 'Safe squares' } }, { online: 1 });
    for (const number of [1, 2, 3]) await register(office, slug, aPerson(number));
    await planEvent(office, { title: { en: 'Still a secret' }, status: 'draft' });
    await planEvent(office, {
      title: { en: 'Long ago' },
      dates: [{ starts: '2021-03-01T10:00', ends: '2021-03-01T12:00' }],
    });
    await planEvent(office, { title: { en: 'Someday' }, dates: [], status: 'announced' });
    const coming = textOf((await browser.get('/office')).body);
    expect(coming).toMatch(/Safe squares.* 1 2 Copy Still a secret/);
    expect(coming).toContain('Someday');
    expect(coming).not.toContain('Long ago');
    expect(browser.answer.body).toContain(`href="/office/events/${id}"`);
    const past = textOf((await browser.get('/office?period=past')).body);
    expect(past).toContain('Long ago');
    expect(past).not.toContain('Safe squares');
  });

  it('begins with the requests that wait for a decision, of each event and in all', async () => {
    expect((await browser.get('/office')).body).not.toContain('to decide');
    const [one, other] = [
      await planEvent(office, { title: { de: 'Offene Türen' } }),
      await planEvent(office, { title: { de: 'Helle Wege' } }),
    ];
    for (const { id } of [one, other]) {
      await office.get(DeskRulesService).save(id, { approval: true }, 'account:1');
    }
    const asked = await Promise.all([1, 2].map((number) => register(office, one.slug, aPerson(number))));
    await register(office, other.slug, aPerson(3));
    const { body } = await browser.get('/office');
    expect(textOf(body)).toContain('3 requests to decide');
    expect(textOf(body)).toContain('Offene Türen: 2 requests');
    expect(textOf(body)).toContain('Helle Wege: one request');
    expect(body).toContain(`href="/office/events/${one.id}?status=requested"`);
    for (const { registrationId } of asked) {
      await office.get(RegistrationService).admit(registrationId!, { actor: 'account:1' });
    }
    const later = textOf((await browser.get('/office')).body);
    expect(later).toContain('One request to decide');
    expect(later).not.toContain('Offene Türen:');
  });

  it('says that no mail is being sent while there is no worker, and how much waits', async () => {
    const { slug } = await planEvent(office);
    await register(office, slug, aPerson());
    expect(textOf((await browser.get('/office')).body)).toMatch(
      /No mail is being sent\. \d+ mails? (is|are) waiting/,
    );
    await office.manager.query('INSERT INTO worker VALUES (gen_random_uuid(), $1, 1, $2, $2)', [
      'host',
      office.clock.now().toString(),
    ]);
    expect(textOf((await browser.get('/office')).body)).toContain('Mail is being sent.');
    await office.manager.query('DELETE FROM worker');
  });
});

describe('An event’s attendee list', () => {
  it('is found by name, filtered by status and paged', async () => {
    const { id, slug } = await planEvent(office, {}, { online: 51 });
    for (let number = 1; number <= 53; number += 1) {
      await register(
        office,
        slug,
        aPerson(number, { lastName: `Person ${String(number).padStart(2, '0')}` }),
      );
    }
    const list = `/office/events/${id}`;
    const first = textOf((await browser.get(list)).body);
    expect(first).toContain('All (53) Registered (51) Waiting list (2)');
    expect(first).toContain('Person 50, Alma');
    expect(first).not.toContain('Person 51, Alma');
    expect(textOf((await browser.get(`${list}?page=2`)).body)).toContain('Person 53, Alma');
    expect((await browser.get(`${list}?page=3`)).statusCode).toBe(404);
    expect(textOf((await browser.get(`${list}?status=waitlisted`)).body)).toMatch(
      /Person 52.*no\. 1.*Person 53.*no\. 2/,
    );
    const found = textOf((await browser.get(`${list}?search=person+07`)).body);
    expect(found).toContain('Person 07, Alma');
    expect(found).not.toContain('Person 08, Alma');
  });

  it('says how many seats are given beyond the number', async () => {
    const { id, slug } = await planEvent(office, {}, { online: 2 });
    for (const number of [1, 2]) await register(office, slug, aPerson(number));
    const page = `/office/events/${id}`;
    expect(textOf((await browser.get(page)).body)).not.toContain('above the number');
    await office.get(DeskRulesService).resize(id, { online: 1 }, 'account:1');
    expect(textOf((await browser.get(page)).body)).toContain(
      'Seats online: 1 seat is taken above the number',
    );
  });

  it('takes signs of SQL and HTML for what they are', async () => {
    const { id, slug } = await planEvent(office);
    await register(office, slug, aPerson(1, { lastName: '<b>O\'Neill "100%"</b>' }));
    await register(office, slug, aPerson(2, { lastName: 'Weber' }));
    for (const search of ['100%', "o'n", '"', '<b>']) {
      const { body } = await browser.get(`/office/events/${id}?search=${encodeURIComponent(search)}`);
      expect(body).toContain(`>&lt;b>O'Neill &quot;100%&quot;&lt;/b>, Alma<`);
      expect(body).not.toContain('Weber');
    }
    const nothing = await browser.get(`/office/events/${id}?search=_&status=nonsense&page=-1`);
    expect(textOf(nothing.body)).toContain('No registration matches this.');
  });

  it('does not exist for what is no event', async () => {
    for (const id of ['00000000-0000-7000-8000-000000000000', 'x', "1'--", '%00']) {
      expect((await browser.get(`/office/events/${id}`)).statusCode).toBe(404);
      expect((await browser.get(`/office/events/${id}/attendees.csv`)).statusCode).toBe(404);
    }
  });

  it('is loaded as a file that is filtered like the page, and that is written down', async () => {
    const { id, slug } = await planEvent(office);
    await register(office, slug, aPerson(1, { lastName: '=HYPERLINK("http://x.test")' }));
    await register(office, slug, aPerson(2, { lastName: 'Weber' }));
    const { body } = await browser.get(`/office/events/${id}?search=hyper&lang=en`);
    const link = /href="([^"]*attendees\.csv[^"]*dialect=plain[^"]*)"/
      .exec(body)?.[1]
      ?.replaceAll('&amp;', '&');
    const file = await browser.get(link!);
    expect(file.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(file.headers['content-disposition']).toMatch(
      /^attachment; filename="workshop-\d+-2027-01-04\.csv"$/,
    );
    expect(file.body).toContain(`,"'=HYPERLINK(""http://x.test"")",`);
    expect(file.body).not.toContain('Weber');
    const trace = await office.get(AuditService).of({ type: 'event', id });
    expect(trace).toMatchObject([{ action: 'attendees.export', after: { search: 'hyper' } }]);
  });
});

describe('Withdrawing somebody', () => {
  it('is asked first, frees the seat for the next in line, tells both and is written down', async () => {
    const { id, slug } = await planEvent(office, {}, { online: 1 });
    const leaving = await register(office, slug, aPerson(71, { lastName: 'Adler' }));
    await register(office, slug, aPerson(72, { lastName: 'Weber' }));
    const page = `/office/registrations/${leaving.registrationId}`;
    expect(textOf((await browser.get(`${page}/withdraw`)).body)).toContain('Withdraw Alma Adler?');
    expect(await statuses(id)).toEqual(['Adler confirmed', 'Weber waitlisted']);

    const done = await browser.submit(`${page}/withdraw`, `${page}/withdraw`, {
      reason: 'Called on the phone',
    });
    expect([done.statusCode, done.headers.location]).toEqual([303, `/office/events/${id}`]);
    expect(await statuses(id)).toEqual(['Adler cancelled', 'Weber confirmed']);
    expect(textOf((await browser.get(`/office/events/${id}`)).body)).toContain(
      'Alma Adler has been withdrawn',
    );
    expect(textOf((await browser.get(`/office/events/${id}`)).body)).not.toContain('has been withdrawn');
    expect(await mailsTo(office, 'person72@stadt72.test')).toHaveLength(2);

    const file = textOf((await browser.get(page)).body);
    expect(file).toMatch(/Registered → Withdrawn Büro 1 Called on the phone/);
    expect(file).toContain('person71@stadt71.test');
    const trace = await office.get(AuditService).of({ type: 'registration', id: leaving.registrationId! });
    expect(trace).toMatchObject([{ action: 'registration.withdraw', before: { status: 'confirmed' } }]);
  });

  it('happens once, however often the form is sent', async () => {
    const { slug, id } = await planEvent(office);
    const { registrationId } = await register(office, slug, aPerson(81));
    const action = `/office/registrations/${registrationId}/withdraw`;
    const { body } = await browser.get(action);
    const token = /name="_csrf" value="([^"]*)"/.exec(body)![1]!;
    for (const _ of [1, 2]) expect((await browser.post(action, { _csrf: token })).statusCode).toBe(303);
    expect(textOf((await browser.get(`/office/events/${id}`)).body)).toContain('had been withdrawn before');
    expect((await browser.get(action)).headers.location).toBe(`/office/registrations/${registrationId}`);
    const trace = await office.get(AuditService).of({ type: 'registration', id: registrationId! });
    expect(trace).toHaveLength(1);
  });

  it('needs the token of this very session', async () => {
    const { slug } = await planEvent(office);
    const { registrationId } = await register(office, slug, aPerson(91));
    const action = `/office/registrations/${registrationId}/withdraw`;
    const other = await office.signedIn('administrator');
    const token = /name="_csrf" value="([^"]*)"/.exec((await other.get(action)).body)![1]!;
    expect((await browser.post(action, { _csrf: token })).statusCode).toBe(403);
    const { registration } = await office.get(RegistrationService).byId(registrationId!);
    expect(registration.status).toBe('confirmed');
    expect((await other.post(action, { _csrf: token })).statusCode).toBe(303);
  });
});

async function statuses(eventId: string): Promise<string[]> {
  const rows: { line: string }[] = await office.manager.query(
    `SELECT last_name || ' ' || status AS line FROM registration WHERE event_id = $1 ORDER BY last_name`,
    [eventId],
  );
  return rows.map(({ line }) => line);
}

describe('An event that too few have registered for', () => {
  it('says so on its page once the day has come, with the ways out, until enough have a place', async () => {
    const { id, slug } = await planEvent(office);
    const present = office.clock.now();
    const minimumUntil = present.add({ hours: 1 });
    await office.get(DeskRulesService).save(id, { minimum: 2, minimumUntil }, 'account:1');
    await register(office, slug, aPerson(81));
    const page = `/office/events/${id}`;
    const warning = 'The minimum has been missed: 1 person has a place, 2 are needed.';
    expect((await browser.get(page)).body).not.toContain(warning);
    office.clock.advance({ hours: 2 });
    await office.get(MinimumService).settleDue();
    const { body } = await browser.get(page);
    expect(textOf(body)).toContain(`${warning} Nothing happens unless you act.`);
    for (const query of [
      'what=cancelled&amp;scope=event&amp;reason=minimum',
      'what=postponed',
      'what=moved',
    ]) {
      expect(body).toContain(`href="${page}/notice?${query}"`);
    }
    await register(office, slug, aPerson(82));
    expect((await browser.get(page)).body).not.toContain('The minimum has been missed');
    office.clock.set(present.toString());
  });
});
