import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditService } from '#audit';
import { ProgrammeService } from '#event';
import { ContactService, MemberService } from '#member';
import { StandingService } from '#registration';
import { planEvent } from '../../../../test/builders/events.js';
import { mailsTo } from '../../../../test/builders/mails.js';
import { textOf } from '../../test/at-the-desk.js';
import type { Browser } from '../../test/browser.js';
import { type Office, openOffice } from '../../test/open-office.js';

let office: Office;
let browser: Browser;
beforeAll(async () => {
  office = await openOffice();
  browser = await office.signedIn();
  const cities = Array.from({ length: 18 }, (_, number) => `Stadt ${number + 1}`);
  for (const [number, name] of cities.entries()) {
    const member = { name, kind: 'city' as const, from: '2020-01-01' };
    const memberId = await office.get(MemberService).add(member, 'account:1');
    const email = `buero@stadt${number + 1}.test`;
    const contact = { memberId, firstName: 'Kim', lastName: name, email, language: 'de' as const };
    await office.get(ContactService).add(contact, 'account:1');
  }
  await office
    .get(MemberService)
    .add({ name: 'Stadt ohne Post', kind: 'city', from: '2020-01-01' }, 'account:1');
});
afterAll(() => office.close());

const meeting = {
  'title.de': 'Austausch über Brücken',
  day: '2027-01-14',
  from: '14:00',
  until: '15:30',
};

const hoursOn = (day: string) => ({ day, from: '10:00', until: '12:00' });

/** Sends a planning form with what is in its fields, and these changes. */
async function send(path: string, fields: Record<string, string>) {
  return browser.submit(path, path, fields);
}

/** Where the office was led, and the event there. */
async function eventOf({ headers }: { headers: Record<string, unknown> }) {
  const id = /^\/office\/events\/([\da-f-]{36})\/plan$/.exec(String(headers.location))![1]!;
  return office.get(ProgrammeService).byId(id);
}

describe('A short-notice meeting', () => {
  it('is copied from the last one, published, and ready to be offered to all members', async () => {
    const { id } = await planEvent(
      office,
      {
        kind: 'exchange',
        audience: 'members',
        title: { de: 'Austausch', en: 'Exchange' },
        dates: [{ starts: '2026-12-10T14:00', ends: '2026-12-10T15:30' }],
      },
      { online: 40 },
    );
    const past = await browser.get('/office?period=past');
    expect(past.body).toContain(`href="/office/events/${id}/copy"`);
    const { body } = await browser.get(`/office/events/${id}/copy`);
    for (const value of ['2027-01-14', '14:00', '15:30', 'Austausch', 'Exchange']) {
      expect(body).toContain(`value="${value}"`);
    }
    const copied = await eventOf(
      await send(`/office/events/${id}/copy`, { ...meeting, 'title.en': 'Exchange on bridges' }),
    );
    expect(copied).toMatchObject({ status: 'draft', title: { en: 'Exchange on bridges' } });
    expect((await browser.get(`/events/${copied.slug}`)).statusCode).toBe(404);
    const draft = (await browser.get(`/office/events/${copied.id}/plan`)).body;
    expect(draft).toContain('Only the office sees it');
    expect(draft).not.toContain('Invite 18 members');

    const publish = `/office/events/${copied.id}/publish`;
    await browser.submit(`/office/events/${copied.id}/plan`, publish);
    const done = (await browser.get(`/office/events/${copied.id}/plan`)).body;
    expect(done).toContain('The event is published.');
    expect(done).toContain('Invite 18 members');
    expect(done).toContain('Without a contact in office that has an e-mail address: Stadt ohne Post.');
    expect((await browser.get(`/events/${copied.slug}`)).statusCode).toBe(200);
    const trace = await office.get(AuditService).of({ type: 'event', id: copied.id });
    expect(trace.map(({ action }) => action)).toEqual(['event.publish', 'event.copy']);
    expect(trace[0]!.actor).toMatch(/^account:/);

    const plan = `/office/events/${copied.id}/plan`;
    await browser.submit(plan, `/office/events/${copied.id}/invite`);
    expect(await mailsTo(office, 'buero@stadt18.test')).toHaveLength(1);
    const { body: told } = await browser.get(plan);
    expect(told).toContain('18 members have had an invitation already.');
    expect(told).not.toContain('Invite 18 members');
  });

  it('says at each field what is wrong, keeps what was typed, and makes nothing', async () => {
    const { id } = await planEvent(office);
    const before = await office.manager.query('SELECT count(*) FROM event');
    const answer = await send(`/office/events/${id}/copy`, {
      'title.de': '',
      'title.en': 'x'.repeat(201),
      day: '2026-02-31',
      from: '14:00',
      until: 'soon',
    });
    expect(answer.statusCode).toBe(422);
    for (const error of ['Please give a day', 'Please give a time', 'Please fill in', 'At most 200']) {
      expect(answer.body).toContain(error);
    }
    expect(answer.body).toContain('value="2026-02-31"');
    expect(answer.body).toContain('href="#until"');
    for (const [fields, error] of [
      [{ until: '13:00' }, 'The end must be after the start'],
      [{ day: '2027-01-03' }, 'This time is already over'],
    ] as const) {
      const refused = await send(`/office/events/${id}/copy`, { ...meeting, ...fields });
      expect([refused.statusCode, refused.body]).toEqual([422, expect.stringContaining(error)]);
    }
    expect(await office.manager.query('SELECT count(*) FROM event')).toEqual(before);
  });

  it('takes days and hours as people write them', async () => {
    const { id } = await planEvent(office);
    const copied = await eventOf(
      await send(`/office/events/${id}/copy`, {
        ...meeting,
        day: '5.2.2027',
        from: '9 Uhr',
        until: '10.30',
      }),
    );
    expect(copied.dates).toMatchObject([{ startsLocal: '2027-02-05T09:00', endsLocal: '2027-02-05T10:30' }]);
  });
});

describe('A new event', () => {
  const training = {
    ...meeting,
    kind: 'training',
    format: 'hybrid',
    audience: 'public',
    place: 'Rathaus',
    joiningLink: 'https://meet.forum.test/x',
    onsite: '20',
    online: '',
  };

  it('is a draft with its seats and nobody else sees it', async () => {
    const event = await eventOf(await send('/office/events/new', training));
    expect(event).toMatchObject({
      status: 'draft',
      kind: 'training',
      timeZone: 'Europe/Berlin',
      dates: [{ place: { de: 'Rathaus' }, joiningLink: 'https://meet.forum.test/x' }],
    });
    const seats = await office.get(StandingService).seats([event]);
    expect(seats.get(event.id)).toMatchObject({ onsite: { capacity: 20 }, online: { capacity: null } });
    expect((await browser.get('/')).body).not.toContain(training['title.de']);
  });

  it('has no limit of seats if it is an assembly; who types one learns why, and nothing is made', async () => {
    const assembly = { ...training, kind: 'assembly', 'title.de': 'Versammlung' };
    const refused = await send('/office/events/new', assembly);
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('An assembly is open to all members and has no limit of seats.');
    expect(refused.body).toContain('href="#onsite"');
    expect(refused.body).not.toContain('href="#online"');
    const event = await eventOf(await send('/office/events/new', { ...assembly, onsite: '' }));
    const [planned] = await office.get(AuditService).of({ type: 'event', id: event.id });
    expect(planned).toMatchObject({ after: { seats: { onsite: null, online: null } } });
  });

  it('needs what makes an event', async () => {
    const answer = await send('/office/events/new', {
      kind: 'listing',
      audience: '',
      joiningLink: 'javascript:alert(1)',
      onsite: '-1',
      online: '1000000',
    });
    expect(answer.statusCode).toBe(422);
    const summary = answer.body.split('error-summary')[1]!.split('</section>')[0]!;
    const named = [...summary.matchAll(/href="#([^"]*)"/g)].map(([, field]) => field);
    expect(named).toEqual([
      'kind',
      'title.de',
      'day',
      'from',
      'until',
      'format',
      'audience',
      'joiningLink',
      'onsite',
      'online',
    ]);
  });
});

describe('The plan of an event', () => {
  it('is changed by the office, and that is written down', async () => {
    const { id } = await planEvent(office);
    const plan = `/office/events/${id}/plan`;
    const answer = await send(plan, {
      'title.de': 'Helle Plätze',
      'title.en': 'Bright squares',
      day: '2027-01-26',
      from: '09:00',
      until: '12:00',
      format: 'onsite',
      audience: 'members',
      place: 'Museum',
      joiningLink: '',
    });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, plan]);
    expect(await office.get(ProgrammeService).byId(id)).toMatchObject({
      title: { de: 'Helle Plätze', en: 'Bright squares' },
      format: 'onsite',
      audience: 'members',
      dates: [{ startsLocal: '2027-01-26T09:00', place: { de: 'Museum' }, joiningLink: null }],
    });
    const [deed] = await office.get(AuditService).of({ type: 'event', id });
    expect(deed).toMatchObject({ action: 'event.revise', before: { audience: 'public' } });
  });

  it('says who invites, who speaks and as what, where to meet, and what kind of event it is', async () => {
    const dates = [
      { starts: '2027-01-25T10:00', ends: '2027-01-25T12:00', meetingPoint: { de: 'Tor', en: 'Gate' } },
      { starts: '2027-02-01T10:00', ends: '2027-02-01T12:00', meetingPoint: { de: 'Tor', en: 'Gate' } },
    ];
    const hosts = [{ name: 'Forum' }, { name: 'Stadt <Nord>', link: 'https://nord.test/' }];
    const { id, slug } = await planEvent(office, { format: 'onsite', dates, hosts });
    const plan = `/office/events/${id}/plan`;
    const same = {
      ...{ 'title.de': 'Plätze', ...hoursOn('2027-01-25'), format: 'onsite', audience: 'public' },
      ...{ 'hosts.0.name': 'Forum', 'hosts.1.name': 'Stadt <Nord>', 'hosts.1.link': 'https://nord.test/' },
    };
    expect((await browser.get(plan)).body).toContain('value="Stadt &lt;Nord>"');
    await send(plan, {
      ...same,
      kind: 'seminar',
      meetingPoint: 'Haupteingang',
      'hosts.0.name': '',
      'hosts.4.name': 'Verband',
      'speakers.1.name': 'Ina Meier',
      'speakers.1.function.de': 'Planerin',
      'speakers.1.function.en': 'Planner',
    });
    expect(await office.get(ProgrammeService).byId(id)).toMatchObject({
      kind: 'seminar',
      hosts: [{ name: 'Stadt <Nord>', link: 'https://nord.test/' }, { name: 'Verband' }],
      speakers: [{ name: 'Ina Meier', function: { de: 'Planerin', en: 'Planner' } }],
      dates: [{ meetingPoint: { de: 'Haupteingang' } }, { meetingPoint: { de: 'Haupteingang' } }],
    });
    const shown = textOf((await office.browser().get(`/events/${slug}?lang=en`)).body);
    for (const text of ['Seminar', 'Haupteingang', 'Verband', 'Ina Meier , Planner'])
      expect(shown).toContain(text);
    const [deed] = await office.get(AuditService).of({ type: 'event', id });
    expect(deed).toMatchObject({ before: { kind: 'workshop', hosts }, after: { kind: 'seminar' } });

    const wrong = await send(plan, {
      ...same,
      kind: 'assembly',
      'hosts.0.link': 'javascript:alert(1)',
      'hosts.2.link': 'https://x.test',
      'speakers.0.name': 'Ina Meier',
      'speakers.0.function.en': 'Planner',
    });
    expect(wrong.statusCode).toBe(422);
    for (const field of ['kind', 'hosts.0.link', 'hosts.2.name', 'speakers.0.function.de']) {
      expect(wrong.body).toContain(`href="#${field}"`);
    }
    expect(wrong.body).toContain('value="javascript:alert(1)"');
    expect((await office.get(ProgrammeService).byId(id)).kind).toBe('seminar');

    // A form without these lists, such as one opened before the upgrade, changes none of them.
    await send(plan, { ...same, meetingPoint: 'Haupteingang' });
    expect((await office.get(ProgrammeService).byId(id)).hosts).toEqual(hosts);
    const { body } = await browser.get(plan);
    const token = /name="_csrf" value="([^"]*)"/.exec(body)![1]!;
    const old = { 'title.de': 'Plätze', ...hoursOn('2027-01-25'), format: 'onsite', audience: 'public' };
    await browser.post(plan, { ...old, _csrf: token });
    expect(await office.get(ProgrammeService).byId(id)).toMatchObject({ hosts, kind: 'seminar' });
  });

  it('leaves an assembly what it is', async () => {
    const { id } = await planEvent(office, { kind: 'assembly' });
    const plan = `/office/events/${id}/plan`;
    expect((await browser.get(plan)).body).not.toContain('name="kind"');
    const fields = {
      'title.de': 'Versammlung',
      ...hoursOn('2027-01-25'),
      format: 'online',
      audience: 'public',
    };
    expect((await send(plan, { ...fields, kind: 'workshop' })).statusCode).toBe(303);
    expect((await office.get(ProgrammeService).byId(id)).kind).toBe('assembly');
  });

  it('says from when until when one can register, and what is usual where it says nothing', async () => {
    const { id, slug } = await planEvent(office, { format: 'onsite' });
    const plan = `/office/events/${id}/plan`;
    expect(textOf((await browser.get(plan)).body)).toContain(
      'Empty means: until Monday, 18 January 2027, 12:00 (CET).',
    );
    const fields = {
      'title.de': 'Plätze',
      ...hoursOn('2027-01-25'),
      format: 'onsite',
      audience: 'public',
      place: 'Rathaus',
    };
    const window = { opens: '2027-01-05', closes: '20.1.2027', 'closes.hour': '18 Uhr' };
    expect((await send(plan, { ...fields, ...window })).statusCode).toBe(303);
    const event = await office.get(ProgrammeService).byId(id);
    expect(String(event.opensAt)).toBe('2027-01-04T23:00:00Z');
    expect(String(event.closesAt)).toBe('2027-01-20T17:00:00Z');
    expect((await browser.get(plan)).body).toContain('value="2027-01-20"');
    expect((await office.browser().get(`/events/${slug}?lang=en`)).body).toContain('5 January 2027');
    // Moved with the event as long as nobody types another; emptied, it is the usual again.
    const same = { opens: '2027-01-05', 'opens.hour': '00:00', closes: '2027-01-20', 'closes.hour': '18:00' };
    await send(plan, { ...fields, ...same, ...hoursOn('2027-02-01') });
    expect(String((await office.get(ProgrammeService).byId(id)).closesAt)).toBe('2027-01-27T17:00:00Z');
    await send(plan, { ...fields, ...hoursOn('2027-02-01') });
    expect(await office.get(ProgrammeService).byId(id)).toMatchObject({ opensAt: null, closesAt: null });
    for (const [wrong, error] of [
      [{ closes: 'bald' }, 'Please give a day and a time'],
      [{ opens: '2027-01-20', closes: '2027-01-19' }, 'Registration must close after it opens.'],
      [{ closes: '2027-02-02' }, 'Registration must close before the event ends.'],
    ] as const) {
      const refused = await send(plan, { ...fields, ...hoursOn('2027-02-01'), ...wrong });
      expect([refused.statusCode, textOf(refused.body)]).toEqual([422, expect.stringContaining(error)]);
      expect(refused.body).toContain('href="#closes"');
    }
  });

  it('says in every language what the event is about', async () => {
    const { id, slug } = await planEvent(office, { summary: { de: 'Alt', fr: 'Ancien' } });
    const plan = `/office/events/${id}/plan`;
    await send(plan, {
      'title.de': 'Plätze',
      ...hoursOn('2027-01-25'),
      format: 'online',
      audience: 'public',
      'summary.de': 'Wie Plätze sicher werden.',
      'description.de': 'Erster Absatz.\r\n\r\nZweiter Absatz.',
      'description.en': 'In English.',
    });
    expect(await office.get(ProgrammeService).byId(id)).toMatchObject({
      summary: { de: 'Wie Plätze sicher werden.' },
      description: { de: 'Erster Absatz.\n\nZweiter Absatz.', en: 'In English.' },
    });
    expect((await office.get(ProgrammeService).byId(id)).summary.fr).toBeUndefined();
    expect((await office.browser().get(`/events/${slug}?lang=de`)).body).toContain('Zweiter Absatz.');
    expect((await browser.get(plan)).body).toContain('Erster Absatz.');
  });

  it('warns before an event is published to which nobody would find', async () => {
    const dates = [{ starts: '2027-01-25T10:00', ends: '2027-01-25T12:00' }];
    for (const [format, place, warns] of [
      ['hybrid', {}, true],
      ['onsite', {}, true],
      ['onsite', { de: 'Rathaus' }, false],
      ['online', {}, false],
    ] as const) {
      const { id } = await planEvent(office, { status: 'draft', format, dates: [{ ...dates[0]!, place }] });
      const { body } = await browser.get(`/office/events/${id}/plan`);
      expect(body.includes('No place is given.')).toBe(warns);
      expect(body.includes('Publish without a place')).toBe(warns);
    }
  });

  it('can be corrected when all is over, but not moved there', async () => {
    const { id } = await planEvent(office, {
      dates: [{ starts: '2026-12-10T14:00', ends: '2026-12-10T15:30' }],
    });
    const fields = { ...meeting, day: '2026-12-10', format: 'online', audience: 'public' };
    const plan = `/office/events/${id}/plan`;
    expect((await send(plan, fields)).statusCode).toBe(303);
    expect((await send(plan, { ...fields, day: '2026-12-11' })).statusCode).toBe(422);
  });

  it('does not exist for what is no event, and not for who has not signed in', async () => {
    for (const path of ['copy', 'plan']) {
      const unknown = `/office/events/00000000-0000-7000-8000-000000000000/${path}`;
      expect((await browser.get(unknown)).statusCode).toBe(404);
      expect((await office.browser().get(unknown)).statusCode).toBe(303);
    }
    const { id } = await planEvent(office, { status: 'draft' });
    expect((await browser.post(`/office/events/${id}/publish`, {})).statusCode).toBe(403);
    expect((await office.get(ProgrammeService).byId(id)).status).toBe('draft');
  });
});
