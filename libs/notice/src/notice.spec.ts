import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { AuditService } from '#audit';
import { CalendarModule, FeedService } from '#calendar';
import { DelegationModule } from '#delegation';
import { PlanningService, ProgrammeService, samePlan } from '#event';
import { ContactService, MemberService, type NewContact } from '#member';
import { EventCancelled, OpeningService, RegistrationService } from '#registration';
import { planEvent } from '../../../test/builders/events.js';
import { type House, openHouse } from '../../../test/builders/house.js';
import { mailsTo, managePath, type Received } from '../../../test/builders/mails.js';
import { aPerson, register } from '../../../test/builders/people.js';
import { statementsOf } from '../../../test/builders/statements.js';
import {
  EndBeforeStart,
  EventChanged,
  NothingChanges,
  NoticeModule,
  NoticePreviews,
  NoticeService,
  type NoticeWish,
  NotPossible,
  TextMissing,
  TimeIsOver,
} from './index.js';

let house: House;
beforeAll(async () => {
  house = await openHouse({ modules: [CalendarModule, DelegationModule, NoticeModule] });
});
afterAll(() => house.close());

const later = { starts: '2027-01-26T14:00', ends: '2027-01-26T16:00', place: '' };
const moved = (to = later): NoticeWish => ({ what: 'moved', scope: 'event', to, text: {} });
const cancelled: NoticeWish = { what: 'cancelled', scope: 'event', text: {} };

const send = (eventId: string, wish: NoticeWish, id: string = randomUUID()) =>
  house.get(NoticeService).send(eventId, wish, { id, actor: 'account:1' });

/** How many mails about a change were written for an event. */
async function written(eventId: string): Promise<number> {
  const [{ count }] = await house.manager.query(
    "SELECT count(*)::integer AS count FROM message WHERE event_id = $1 AND kind LIKE 'notice.%'",
    [eventId],
  );
  return count;
}

/** The appointments of a mail, and what the calendar is to do with them. */
function calendarOf(mail: Received | undefined) {
  if (!mail?.calendar) return undefined;
  const calendar = new ICAL.Component(ICAL.parse(mail.calendar.content));
  const entries = calendar.getAllSubcomponents('vevent').map((one) => {
    const { uid, sequence, startDate } = new ICAL.Event(one);
    return { uid, sequence, starts: startDate.toString(), status: one.getFirstPropertyValue('status') };
  });
  return { method: calendar.getFirstPropertyValue('method'), entries };
}

/** What the first appointment of a mail says of it. */
function descriptionOf(mail: Received | undefined): string {
  const calendar = new ICAL.Component(ICAL.parse(mail?.calendar?.content ?? ''));
  return String(calendar.getFirstSubcomponent('vevent')?.getFirstPropertyValue('description'));
}

describe('An event that is moved after forty confirmations', () => {
  it('writes forty mails exactly once, sent twice and at once, each with the same appointment and a way out', async () => {
    const { id, slug } = await planEvent(house);
    const people = Array.from({ length: 40 }, (_, n) => aPerson(n, { email: `moved${n}@stadt.test` }));
    await Promise.all(people.map((person) => register(house, slug, person)));
    const notice = randomUUID();
    const told = await Promise.all([1, 2, 3].map(() => send(id, moved(), notice)));
    expect([...told, await send(id, moved(), notice)]).toEqual([40, 40, 40, 40]);
    expect(await written(id)).toBe(40);

    for (const { email } of [people[0]!, people[39]!]) {
      const mails = await mailsTo(house, email);
      expect(mails).toHaveLength(2);
      const [before, after] = mails.map(calendarOf);
      expect(after).toMatchObject({ method: 'REQUEST', entries: [{ starts: '2027-01-26T14:00:00' }] });
      expect(after?.entries[0]?.uid).toBe(before?.entries[0]?.uid);
      expect(after?.entries[0]?.sequence).toBe(before!.entries[0]!.sequence + 1);
      expect(mails[1]?.subject).toBe('Geändert: Sichere Plätze');
      expect(mails[1]?.text).toContain('Montag, 25. Januar 2027, 10:00–12:00 Uhr (MEZ)');
      expect(mails[1]?.text).toContain('Dienstag, 26. Januar 2027, 14:00–16:00 Uhr (MEZ)');
      const path = managePath(mails[1]!);
      expect(mails[1]?.text).toContain(`${path}/notices/${notice}?lang=de`);
      expect(mails[1]?.text).toContain(`${path}/withdraw?lang=de`);
    }
    const [event] = await house.get(ProgrammeService).load([id]);
    expect(event).toMatchObject({ sequence: 0, dates: [{ startsLocal: later.starts, sequence: 1 }] });
    const [deed] = await house.get(AuditService).of({ type: 'event', id });
    expect(deed).toMatchObject({ action: 'event.notice', after: { what: 'moved', told: 40 } });
  });

  it('gives a shared mailbox one appointment, and every colleague a mail', async () => {
    const { id, slug } = await planEvent(house);
    for (const firstName of ['Ina', 'Omar'])
      await register(house, slug, aPerson(1, { firstName, email: 'amt@stadt.test' }));
    await send(id, moved());
    const mails = (await mailsTo(house, 'amt@stadt.test')).slice(2);
    expect(mails).toHaveLength(2);
    expect(mails.filter(({ calendar }) => calendar)).toHaveLength(1);
    expect(mails.filter(({ text }) => text.includes('Der Termin im Kalender ändert sich'))).toHaveLength(1);
    expect(calendarOf(mails.find(({ calendar }) => calendar))?.entries[0]?.sequence).toBe(2);
  });

  it('tells those who wait without touching their calendars, and whoever looks after several once', async () => {
    const { id, slug } = await planEvent(house, {}, { online: 2 });
    const people = [1, 2, 3].map((n) => aPerson(n, { email: `gruppe${n}@stadt.test` }));
    await house
      .get(RegistrationService)
      .register(slug, { people, copyTo: 'vorzimmer@gruppe.test' }, { actor: 'participant', language: 'de' });
    await send(id, moved());
    const waiting = (await mailsTo(house, 'gruppe3@stadt.test')).at(-1);
    expect(waiting?.text).toContain('Warteliste');
    expect(waiting?.calendar).toBeUndefined();
    const copies = (await mailsTo(house, 'vorzimmer@gruppe.test')).slice(3);
    expect(copies).toHaveLength(1);
    expect(copies[0]?.text).toContain('Alma Beispiel 1, Alma Beispiel 2, Alma Beispiel 3');
    expect(copies[0]?.text).not.toContain('/registrations/');
    // As the copies of the confirmations brought it: a file, and nobody is invited.
    expect(calendarOf(copies[0])).toMatchObject({
      method: 'PUBLISH',
      entries: [{ starts: '2027-01-26T14:00:00', sequence: 1 }],
    });
    expect(copies[0]?.calendar?.content).not.toContain('ATTENDEE');
    expect(copies[0]?.text).toContain('Der geänderte Termin hängt als Kalenderdatei an.');
    await send(id, cancelled);
    const off = (await mailsTo(house, 'vorzimmer@gruppe.test')).at(-1);
    expect(calendarOf(off)).toMatchObject({
      method: 'CANCEL',
      entries: [{ sequence: 2, status: 'CANCELLED' }],
    });
    expect(off?.text).toContain('Diese E-Mail nimmt den Termin aus dem Kalender.');
  });

  it('sends no second appointment to a mailbox that gets copies and has somebody registered itself', async () => {
    const { id, slug } = await planEvent(house);
    const copyTo = 'leitung@gruppe.test';
    await register(house, slug, aPerson(1, { email: copyTo }));
    await house
      .get(RegistrationService)
      .register(slug, { people: [aPerson(2)], copyTo }, { actor: 'participant', language: 'de' });
    await send(id, moved());
    const mails = (await mailsTo(house, copyTo)).slice(2);
    expect(mails).toHaveLength(2);
    expect(mails.flatMap((mail) => calendarOf(mail)?.method ?? [])).toEqual(['REQUEST']);
  });

  it('tells the coordinator of a delegation once, of named and unnamed seats alike', async () => {
    const { id } = await planEvent(house);
    const memberId = await house
      .get(MemberService)
      .add({ name: 'Delegationsstadt', kind: 'city', from: '2020-01-01' }, 'account:1');
    const coordinatorId = await house
      .get(ContactService)
      .add(
        { memberId, firstName: 'Kim', lastName: 'Klar', email: 'kim@delegation.test', language: 'en' },
        'account:1',
      );
    const [{ delegation }] = await house.manager.query(
      `INSERT INTO delegation (id, event_id, member_id, coordinator_id, created_by, created_at)
       VALUES (gen_random_uuid(), $1, $2, $3, 'account:1', now()) RETURNING id AS delegation`,
      [id, memberId, coordinatorId],
    );
    const seat = {
      email: 'kim@delegation.test',
      firstName: '',
      lastName: '',
      language: 'en' as const,
      delegationId: delegation,
    };
    const unnamed = { ...seat, unnamedUntil: Temporal.Instant.from('2027-01-11T17:00:00Z') };
    const named = { ...seat, email: 'ina@delegation.test', firstName: 'Ina', lastName: 'Beispiel' };
    const people = [unnamed, unnamed, named];
    await house
      .get(RegistrationService)
      .ask({ verb: 'register', eventId: id, people, actor: 'participant', silent: true });
    expect(await send(id, moved())).toBe(1);
    const mails = await mailsTo(house, 'kim@delegation.test');
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain('This is about: N. N., N. N., Ina Beispiel.');
    expect(mails[0]?.calendar).toBeUndefined();
    expect(await mailsTo(house, 'ina@delegation.test')).toHaveLength(1);

    const roles: NewContact['roles'] = ['coordinator'];
    const colleague = { memberId, firstName: 'Lou', lastName: 'Klar', email: 'lou@delegation.test', roles };
    await house.get(ContactService).add({ ...colleague, language: 'de' }, 'account:1');
    await house.get(ContactService).leave(coordinatorId, '2027-01-03', 'account:1');
    await send(id, cancelled);
    expect(await mailsTo(house, 'kim@delegation.test')).toHaveLength(1);
    const [heard] = await mailsTo(house, 'lou@delegation.test');
    expect(heard?.text).toContain('N. N., N. N., Ina Beispiel');
  });

  it('moves the deadline for naming people with it, but leaves a day and until the evening', async () => {
    const unnamed = { email: 'amt@stadt.test', firstName: '', lastName: '', language: 'de' as const };
    const deadlines = async (id: string) => {
      const [registration] = await house.manager.query(
        `SELECT r.expires_at, s.due_at FROM registration r JOIN standing s USING (event_id) WHERE event_id = $1`,
        [id],
      );
      return [registration.expires_at, registration.due_at].map((at: Date | null) => at?.toISOString());
    };
    const { id } = await planEvent(house);
    const unnamedUntil = Temporal.Instant.from('2027-01-11T17:00:00Z');
    const people = [{ ...unnamed, unnamedUntil }];
    const registrations = house.get(RegistrationService);
    await registrations.ask({ verb: 'register', eventId: id, people, actor: 'account:1', byOffice: true });
    await send(id, moved({ starts: '2027-02-22T10:00', ends: '2027-02-22T12:00', place: '' }));
    expect(await deadlines(id)).toEqual(['2027-02-08T17:00:00.000Z', '2027-01-11T17:00:00.000Z']);
    await send(id, moved({ starts: '2027-01-07T10:00', ends: '2027-01-07T12:00', place: '' }));
    expect(await deadlines(id)).toEqual(['2027-01-05T17:00:00.000Z', '2027-01-05T17:00:00.000Z']);
    await send(id, { what: 'postponed', text: {} });
    expect((await deadlines(id))[0]).toBeUndefined();
    await send(id, moved({ starts: '2027-02-22T10:00', ends: '2027-02-22T12:00', place: '' }));
    expect((await deadlines(id))[0]).toBe('2027-02-08T17:00:00.000Z');
  });

  it('takes as many statements for thirty people as for three', async () => {
    const counts: number[] = [];
    for (const size of [3, 30]) {
      const { id, slug } = await planEvent(house);
      await Promise.all(Array.from({ length: size }, (_, n) => register(house, slug, aPerson(n))));
      counts.push((await statementsOf(house.manager, () => send(id, moved()))).length);
    }
    expect(counts[1]).toBe(counts[0]);
  });

  it('speaks everybody’s language, in the office’s words where there are some', async () => {
    const { id, slug } = await planEvent(house);
    for (const language of ['de', 'en', 'fr'] as const)
      await register(house, slug, aPerson(1, { email: `${language}@sprache.test`, language }));
    await send(id, { ...moved(), text: { de: 'Der Saal ist belegt.', en: 'The hall is taken.' } });
    const [german, english, french] = [
      (await mailsTo(house, 'de@sprache.test')).at(-1),
      (await mailsTo(house, 'en@sprache.test')).at(-1),
      (await mailsTo(house, 'fr@sprache.test')).at(-1),
    ];
    expect(german?.text).toContain('Der Saal ist belegt.');
    expect(english?.subject).toBe('Changed: Safe squares');
    expect(english?.text).toContain('The hall is taken.');
    expect(french?.subject).toBe('Modifié : Des places sûres');
    expect(french?.text).toContain('Votre inscription reste valable.');
    expect(french?.html).toContain('<span lang="de">Der Saal ist belegt.');
    expect(`${german?.text}${english?.text}${french?.text}`).not.toMatch(/notice\.|undefined|\{/);
  });

  it('lets all withdraw again until it begins, whatever the deadline was', async () => {
    const { id, slug } = await planEvent(house);
    await register(house, slug, aPerson(1, { email: 'frist@stadt.test' }));
    await house.manager.query(
      "INSERT INTO desk_rules (event_id, withdraw_until) VALUES ($1, '2027-01-03T12:00:00Z')",
      [id],
    );
    await send(id, moved());
    const mail = (await mailsTo(house, 'frist@stadt.test')).at(-1);
    await house.get(RegistrationService).withdrawByLink(managePath(mail!).split('/').at(-1)!, {});
    expect((await mailsTo(house, 'frist@stadt.test')).at(-1)?.subject).toContain('Abgemeldet');
  });
});

describe('A cancelled event', () => {
  it('is taken out of the calendars; registrations stay, nobody moves up, nobody can register any more', async () => {
    const { id, slug } = await planEvent(house, {}, { online: 1 });
    const first = await register(house, slug, aPerson(1, { email: 'ab@stadt.test' }));
    await register(house, slug, aPerson(2, { email: 'wartet@stadt.test' }));
    await house.deliverMail();
    expect(await send(id, cancelled)).toBe(2);
    const [before, mail] = await mailsTo(house, 'ab@stadt.test');
    expect(mail?.subject).toBe('Abgesagt: Sichere Plätze');
    expect(mail?.text).not.toContain('/withdraw');
    const [was, off] = [before, mail].map(calendarOf);
    expect(off).toMatchObject({
      method: 'CANCEL',
      entries: [{ uid: was?.entries[0]?.uid, sequence: was!.entries[0]!.sequence + 1, status: 'CANCELLED' }],
    });
    await expect(register(house, slug, aPerson(3))).rejects.toBeInstanceOf(EventCancelled);
    await house.get(RegistrationService).withdraw(first.registrationId!, { actor: 'participant' });
    const rows = await house.manager.query(
      'SELECT status FROM registration WHERE event_id = $1 ORDER BY id',
      [id],
    );
    expect(rows).toEqual([{ status: 'cancelled' }, { status: 'waitlisted' }]);
  });

  it('lets no registration slip through untold while it is being cancelled', async () => {
    const { id, slug } = await planEvent(house);
    const crowd = Array.from({ length: 30 }, (_, n) => register(house, slug, aPerson(n)).catch((e) => e));
    const [told] = await Promise.all([send(id, cancelled), ...crowd]);
    const registered = (await Promise.all(crowd)).filter((one) => !(one instanceof Error));
    expect(registered).toHaveLength(told);
  });

  it('cannot be cancelled, moved or made online once more', async () => {
    const { id } = await planEvent(house);
    await send(id, cancelled);
    for (const wish of [cancelled, moved()]) await expect(send(id, wish)).rejects.toBeInstanceOf(NotPossible);
  });
});

describe('A postponed event', () => {
  it('leaves the calendars, and comes back with its new date; then those who wait move up', async () => {
    const { id, slug } = await planEvent(house, {}, { online: 1 });
    const first = await register(house, slug, aPerson(1, { email: 'eins@offen.test' }));
    await register(house, slug, aPerson(2, { email: 'zwei@offen.test' }));
    await register(house, slug, aPerson(3, { email: 'drei@offen.test' }));
    await house.deliverMail();
    await send(id, { what: 'postponed', text: {} });
    await house.get(RegistrationService).withdraw(first.registrationId!, { actor: 'participant' });
    const away = (await mailsTo(house, 'eins@offen.test'))[1];
    expect(calendarOf(away)?.method).toBe('CANCEL');
    expect(away?.subject).toBe('Verschoben, Termin offen: Sichere Plätze');

    // Long after the first day has passed.
    house.clock.set('2027-02-10T09:00:00Z');
    await send(id, moved({ starts: '2027-03-01T10:00', ends: '2027-03-01T12:00', place: '' }));
    const { status } = await house.get(ProgrammeService).byId(id);
    expect(status).toBe('published');
    const mails = await mailsTo(house, 'zwei@offen.test');
    house.clock.set('2027-01-04T09:00:00Z');
    expect(mails.map(({ subject }) => subject)).toEqual([
      'Warteliste: Sichere Plätze',
      'Verschoben, Termin offen: Sichere Plätze',
      'Neuer Termin: Sichere Plätze',
      expect.stringContaining('Platz frei'),
    ]);
    expect(calendarOf(mails.at(-1))?.entries[0]?.starts).toBe('2027-03-01T10:00:00');
  });
});

describe('One date of a series', () => {
  const days = ['2027-02-09', '2027-03-09', '2027-04-13'];
  const dates = days.map((day) => ({ starts: `${day}T10:00`, ends: `${day}T12:00` }));

  it('is cancelled alone: one entry is off, in the mail and in the feeds', async () => {
    const { id, slug } = await planEvent(house, { kind: 'training', dates });
    await register(house, slug, aPerson(1, { email: 'reihe@stadt.test' }));
    const event = await house.get(ProgrammeService).byId(id);
    const second = event.dates[1]!;
    await send(id, { what: 'cancelled', scope: `date:${second.id}`, text: {} });
    const mail = (await mailsTo(house, 'reihe@stadt.test')).at(-1);
    expect(mail?.subject).toBe('Ein Termin entfällt: Sichere Plätze');
    expect(mail?.text).toContain('Dienstag, 9. März 2027');
    expect(calendarOf(mail)).toEqual({
      method: 'CANCEL',
      entries: [
        { uid: `${second.id}@plenum`, sequence: 1, starts: '2027-03-09T10:00:00', status: 'CANCELLED' },
      ],
    });
    const after = await house.get(ProgrammeService).byId(id);
    expect(after.dates.map(({ status, sequence }) => [status, sequence])).toEqual([
      ['planned', 0],
      ['cancelled', 1],
      ['planned', 0],
    ]);
    expect(after.status).toBe('published');
    const feeds = house.get(FeedService);
    const { text } = await feeds.eventFile(await feeds.versionOf(slug), slug, 'de');
    const entries = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
    expect(entries.map((one) => one.getFirstPropertyValue('status'))).toEqual([
      'CONFIRMED',
      'CANCELLED',
      'CONFIRMED',
    ]);
  });

  it('is moved alone, and what is on the programme then moves along', async () => {
    const items = [
      { starts: '2027-03-09T10:30', ends: '2027-03-09T11:00', title: { de: 'Runde' } },
      { starts: '2027-02-09T10:30', title: { de: 'Einstieg' } },
    ];
    const { id, slug } = await planEvent(house, { kind: 'training', dates, items });
    await register(house, slug, aPerson(1, { email: 'verlegt@stadt.test' }));
    const event = await house.get(ProgrammeService).byId(id);
    const to = { starts: '2027-03-10T09:00', ends: '2027-03-10T11:00', place: 'Museum' };
    await send(id, { what: 'moved', scope: `date:${event.dates[1]!.id}`, to, text: {} });
    const after = await house.get(ProgrammeService).byId(id);
    expect(after.items.map(({ startsLocal }) => startsLocal)).toEqual([
      '2027-03-10T09:30',
      '2027-02-09T10:30',
    ]);
    const mail = (await mailsTo(house, 'verlegt@stadt.test')).at(-1);
    expect(calendarOf(mail)).toMatchObject({
      method: 'REQUEST',
      entries: [{ starts: '2027-03-10T09:00:00' }],
    });
    expect(mail?.text).toContain('Mittwoch, 10. März 2027, 09:00–11:00 Uhr (MEZ), Museum');
  });

  it('travels with all others as a file when the whole series is off', async () => {
    const { id, slug } = await planEvent(house, { kind: 'training', dates });
    await register(house, slug, aPerson(1, { email: 'alle@stadt.test' }));
    await send(id, cancelled);
    const mail = (await mailsTo(house, 'alle@stadt.test')).at(-1);
    expect(calendarOf(mail)).toMatchObject({
      method: 'PUBLISH',
      entries: days.map((day) => ({ starts: `${day}T10:00:00`, sequence: 1, status: 'CANCELLED' })),
    });
  });
});

describe('An event that is held online instead', () => {
  it('keeps everybody, gives the room to confirmed people only, and changes the appointments', async () => {
    const { id, slug } = await planEvent(
      house,
      {
        format: 'onsite',
        closesAt: Temporal.Instant.from('2027-01-25T08:00:00Z'),
        dates: [{ starts: '2027-01-25T10:00', ends: '2027-01-25T12:00', place: { de: 'Rathaus' } }],
      },
      { onsite: 1 },
    );
    await register(house, slug, aPerson(1, { email: 'kommt@online.test' }));
    await register(house, slug, aPerson(2, { email: 'wartet@online.test' }));
    await send(id, { what: 'online', joiningLink: 'https://meet.forum.test/neu', text: {} });
    const mail = (await mailsTo(house, 'kommt@online.test'))[1];
    expect(mail?.subject).toBe('Jetzt online: Sichere Plätze');
    expect(mail?.text).toContain('https://meet.forum.test/neu');
    expect(calendarOf(mail)).toMatchObject({ method: 'REQUEST', entries: [{ sequence: 1 }] });
    expect(mail?.calendar?.content).not.toContain('Rathaus');
    const waiting = (await mailsTo(house, 'wartet@online.test'))[1];
    expect(waiting?.text).not.toContain('https://meet.forum.test/neu');
    const [kept] = await house.manager.query(
      "SELECT body_text FROM message WHERE kind = 'notice.online' AND to_address = 'kommt@online.test'",
    );
    expect(kept.body_text).not.toContain('meet.forum.test');
    const event = await house.get(ProgrammeService).byId(id);
    expect(event).toMatchObject({
      format: 'online',
      dates: [{ place: {}, joiningLink: 'https://meet.forum.test/neu' }],
    });
    const rows = await house.manager.query('SELECT attendance FROM registration WHERE event_id = $1', [id]);
    expect(rows).toEqual([{ attendance: 'online' }, { attendance: 'online' }]);
  });
});

describe('A point of the programme that is off', () => {
  it('lets go who had chosen it, and tells them alone', async () => {
    const items = ['Rundgang', 'Werkstatt'].map((de) => ({ starts: '2027-01-25T10:30', title: { de } }));
    const { id, slug } = await planEvent(house, { items });
    const event = await house.get(ProgrammeService).byId(id);
    const [walk, work] = event.items;
    for (const item of event.items)
      await house.manager.query(
        "INSERT INTO allotment (id, event_id, kind, capacity) VALUES ($1, $2, 'session', 9)",
        [item.id, id],
      );
    await house.manager.query('UPDATE standing SET rules_version = rules_version + 1 WHERE event_id = $1', [
      id,
    ]);
    const choose = (n: number, item: { id: string }) =>
      register(house, slug, { ...aPerson(n, { email: `wahl${n}@stadt.test` }), sessions: [item.id] });
    const walker = await choose(1, walk!);
    await choose(2, work!);
    await house.deliverMail();
    expect(await send(id, { what: 'cancelled', scope: `item:${walk!.id}`, text: {} })).toBe(1);
    const mail = (await mailsTo(house, 'wahl1@stadt.test')).at(-1);
    expect(mail?.subject).toBe('Ein Programmpunkt entfällt: Sichere Plätze');
    expect(mail?.text).toContain('Rundgang');
    // The appointment named it.
    const [first] = await mailsTo(house, 'wahl1@stadt.test');
    expect(descriptionOf(first)).toContain(
      'Programmpunkt: Rundgang, Montag, 25. Januar 2027, 10:30 Uhr (MEZ)',
    );
    expect(calendarOf(mail)).toMatchObject({ method: 'REQUEST', entries: [{ sequence: 1 }] });
    expect(descriptionOf(mail)).not.toContain('Rundgang');
    expect(mail?.text).toContain('Der Termin im Kalender ändert sich mit dieser E-Mail.');
    expect(await mailsTo(house, 'wahl2@stadt.test')).toHaveLength(1);
    await send(id, moved());
    const later = (await mailsTo(house, 'wahl2@stadt.test')).at(-1);
    expect(descriptionOf(later)).toContain(
      'Programmpunkt: Werkstatt, Dienstag, 26. Januar 2027, 14:30 Uhr (MEZ)',
    );
    const { claims } = await house.get(RegistrationService).byId(walker.registrationId!);
    expect(claims).toEqual([]);
    expect((await house.get(ProgrammeService).byId(id)).items).toMatchObject([
      { title: { de: 'Werkstatt' } },
    ]);
    await expect(choose(3, walk!)).rejects.toThrow();
  });
});

describe('What the office has changed in the plan alone', () => {
  const dates = ['2027-02-09', '2027-03-09'].map((day) => ({ starts: `${day}T10:00`, ends: `${day}T12:00` }));
  const untold = async (id: string) =>
    house.get(NoticePreviews).untold(await house.get(ProgrammeService).byId(id));

  /** Moves the first date in the plan, a while after people have registered. */
  async function replan(id: string, to: { starts: string; ends: string }) {
    house.clock.advance({ minutes: 1 });
    const event = await house.get(ProgrammeService).byId(id);
    await house.get(OpeningService).rework(id, { ...samePlan(event), ...to }, 'account:1');
  }

  it('can be told as it is now, with the appointment, once', async () => {
    const { id, slug } = await planEvent(house);
    await register(house, slug, aPerson(1, { email: 'alt@plan.test' }));
    // A colleague's registration raised the mailbox's appointment; what it says is old all the same.
    await register(house, slug, aPerson(1, { firstName: 'Omar', email: 'alt@plan.test' }));
    expect(await untold(id)).toBe(0);
    await replan(id, later);
    await register(house, slug, aPerson(2, { email: 'neu@plan.test' }));
    expect(await untold(id)).toBe(2);

    house.clock.advance({ minutes: 1 });
    expect((await house.get(NoticePreviews).of(id, moved())).detail.dates).toHaveLength(1);
    expect(await send(id, moved())).toBe(3);
    const mails = (await mailsTo(house, 'alt@plan.test')).slice(2);
    expect(mails.flatMap((mail) => calendarOf(mail) ?? [])).toEqual([
      {
        method: 'REQUEST',
        entries: [expect.objectContaining({ starts: '2027-01-26T14:00:00', sequence: 2 })],
      },
    ]);
    expect(mails[0]?.text).toContain('Neu: Dienstag, 26. Januar 2027, 14:00–16:00 Uhr (MEZ)');
    expect(mails[0]?.text).not.toContain('Bisher');
    expect(await untold(id)).toBe(0);
    await expect(send(id, moved())).rejects.toBeInstanceOf(NothingChanges);
  });

  it('may be the meeting point alone, which the mail says', async () => {
    const dates = [{ starts: '2027-02-09T10:00', ends: '2027-02-09T12:00', place: { de: 'Rathaus' } }];
    const { id, slug } = await planEvent(house, { format: 'onsite', dates });
    await register(house, slug, aPerson(1, { email: 'tor@plan.test' }));
    await register(house, slug, aPerson(2, { email: 'porte@plan.test', language: 'fr' }));
    house.clock.advance({ minutes: 1 });
    await house.get(PlanningService).revise(id, { dates: { 0: { meetingPoint: { de: 'Tor 3' } } } });
    expect(await untold(id)).toBe(2);
    await send(id, moved({ starts: '2027-02-09T10:00', ends: '2027-02-09T12:00', place: 'Rathaus' }));
    expect(await untold(id)).toBe(0);
    const mail = async (to: string) => (await mailsTo(house, to)).at(-1)?.text;
    expect(await mail('tor@plan.test')).toContain('Zeit, Ort oder Treffpunkt haben sich geändert.');
    expect(await mail('tor@plan.test')).toContain('12:00 Uhr (MEZ), Rathaus, Treffpunkt: Tor 3');
    expect(await mail('porte@plan.test')).toContain('Rathaus, point de rendez-vous : Tor 3');
  });

  it('is not told by a notice about something else, nor of another date', async () => {
    const { id, slug } = await planEvent(house, { kind: 'training', dates });
    await register(house, slug, aPerson(1));
    house.clock.advance({ minutes: 1 });
    await house.get(PlanningService).revise(id, { dates: { 1: { place: { de: 'Museum' } } } });
    await send(id, { what: 'programme', text: { de: 'Die Referentin ist krank.' } });
    expect(await untold(id)).toBe(1);
    const [first, second] = (await house.get(ProgrammeService).byId(id)).dates;
    const asIs = (date: typeof first, place: string): NoticeWish =>
      ({
        ...moved({ starts: date!.startsLocal, ends: date!.endsLocal, place }),
        scope: `date:${date!.id}`,
      }) as NoticeWish;
    await expect(send(id, asIs(first, ''))).rejects.toBeInstanceOf(NothingChanges);
    await send(id, asIs(second, 'Museum'));
    expect(await untold(id)).toBe(0);
  });

  it('is nothing to tell where only the words about it changed', async () => {
    const { id, slug } = await planEvent(house);
    await register(house, slug, aPerson(1));
    await replan(id, { starts: '2027-01-25T10:00', ends: '2027-01-25T12:00' });
    expect(await untold(id)).toBe(0);
  });
});

describe('A wish that makes no sense', () => {
  it.each<[string, NoticeWish, new (...a: never[]) => Error]>([
    [
      'nothing changes',
      moved({ starts: '2027-01-25T10:00', ends: '2027-01-25T12:00', place: '' }),
      NothingChanges,
    ],
    [
      'the new date is over',
      moved({ starts: '2027-01-03T10:00', ends: '2027-01-03T12:00', place: '' }),
      TimeIsOver,
    ],
    ['it ends before it begins', moved({ ...later, ends: '2027-01-26T13:00' }), EndBeforeStart],
    ['nothing is said', { what: 'programme', text: { en: 'Only in English' } }, TextMissing],
    [
      'it is online with that link already',
      { what: 'online', joiningLink: 'https://meet.forum.test/plaetze', text: {} },
      NothingChanges,
    ],
    ['it has no such date', { what: 'cancelled', scope: `date:${randomUUID()}`, text: {} }, NotPossible],
  ])('changes nothing and tells nobody: %s', async (_, wish, refusal) => {
    const { id, slug } = await planEvent(house);
    await register(house, slug, aPerson(1));
    const before = await house.get(ProgrammeService).byId(id);
    await expect(house.get(NoticePreviews).of(id, wish)).rejects.toBeInstanceOf(refusal);
    await expect(send(id, wish)).rejects.toBeInstanceOf(refusal);
    expect(await house.get(ProgrammeService).byId(id)).toEqual(before);
    expect(await written(id)).toBe(0);
  });

  it('is not sent when the event was changed since the preview', async () => {
    const { id } = await planEvent(house);
    const { seen } = await house.get(NoticePreviews).of(id, cancelled);
    await house.get(PlanningService).revise(id, { event: { title: { de: 'Anders' } } });
    const sending = { id: randomUUID(), actor: 'account:1', seen };
    await expect(house.get(NoticeService).send(id, cancelled, sending)).rejects.toBeInstanceOf(EventChanged);
    expect((await house.get(ProgrammeService).byId(id)).status).toBe('published');
  });
});
