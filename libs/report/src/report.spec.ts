import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventUnknown, ProgrammeService } from '#event';
import { draftOf, FormService, withoutQuestion } from '#form';
import { MemberService } from '#member';
import { DeskRulesService, RegistrationService } from '#registration';
import { planEvent } from '../../../test/builders/events.js';
import { type House, openHouse } from '../../../test/builders/house.js';
import { aPerson, register } from '../../../test/builders/people.js';
import { aMember, planByRules } from '../../../test/builders/rules.js';
import { AttendeeCsv } from './attendee-csv.service.js';
import { AttendeeList } from './attendee-list.service.js';
import { Origins } from './origins.service.js';
import { ReportModule } from './report.module.js';

let house: House;
let list: AttendeeList;
beforeAll(async () => {
  house = await openHouse({ modules: [ReportModule] });
  list = house.get(AttendeeList);
});
afterAll(() => house.close());

describe('The attendee list of an event', () => {
  it('is sorted as people sort names', async () => {
    const id = await eventWith(['Zander', 'Özdemir', 'obermann', 'Adler', 'Ostrowski', 'Ähre']);
    expect(await names(id)).toEqual(['Adler', 'Ähre', 'obermann', 'Ostrowski', 'Özdemir', 'Zander']);
  });

  it('shows those who wait in their order, with positions that close up', async () => {
    const { id, slug } = await planEvent(house, {}, { online: 1 });
    const people: Awaited<ReturnType<typeof register>>[] = [];
    for (const lastName of ['Wolf', 'Ziegler', 'Weber', 'Adam']) {
      people.push(await register(house, slug, aPerson(1, { lastName })));
    }
    await house.get(RegistrationService).withdraw(people[1]!.registrationId!, { actor: 'participant' });
    const { attendees } = await list.page(id, { status: 'waitlisted' });
    expect(attendees.map(({ lastName, position }) => [lastName, position])).toEqual([
      ['Weber', 1],
      ['Adam', 2],
    ]);
    expect((await list.page(id)).counts).toEqual({ confirmed: 1, waitlisted: 2, cancelled: 1 });
  });

  it('shows those who wait as they move up where members without a seat come first', async () => {
    for (const name of ['Kiel', 'Jena']) await aMember(house, name);
    const { id, slug } = await planByRules(house, { seats: { online: 1 }, rules: { lineOrder: 'fair' } });
    for (const [number, organization] of ['Kiel', 'Kiel', undefined, 'Jena', 'Jena'].entries()) {
      await register(house, slug, aPerson(number, { organization }));
    }
    const { attendees } = await list.page(id, { status: 'waitlisted' });
    expect(attendees.map(({ organization, position }) => [organization, position])).toEqual([
      ['Jena', 1],
      ['Kiel', 2],
      [null, 3],
      ['Jena', 4],
    ]);
  });

  it('names the member of whoever was let in by the address alone, in the file and the figures too', async () => {
    await house
      .get(MemberService)
      .add({ name: 'Gera', kind: 'city', from: '2020-01-01', domains: ['gera.test'] }, 'account:1');
    const { id, slug } = await planEvent(house, { audience: 'members' });
    await register(house, slug, aPerson(1, { email: 'alma@gera.test' }));
    expect(
      (await list.page(id, { search: 'gera' })).attendees.map(({ organization }) => organization),
    ).toEqual(['Gera']);
    const { content } = await house.get(AttendeeCsv).of(id, 'en', { dialect: 'plain' });
    expect((await buffer(content)).toString()).toContain(',Gera,alma@gera.test,');
    expect(await house.get(Origins).of(id)).toEqual({ people: 1, others: 0, municipalities: 1 });
  });

  it('counts the waiting lists of the room and of the stream apart', async () => {
    const { id, slug } = await planEvent(house, { format: 'hybrid' }, { onsite: 0, online: 0 });
    await register(house, slug, aPerson(1, { attendance: 'onsite' }));
    await register(house, slug, aPerson(2, { attendance: 'online' }));
    await register(house, slug, aPerson(3, { attendance: 'online' }));
    const { attendees } = await list.page(id, { status: 'waitlisted' });
    expect(attendees.map(({ attendance, position }) => `${attendance} ${position}`)).toEqual([
      'onsite 1',
      'online 1',
      'online 2',
    ]);
  });

  it.each([
    ['MÜLLER', ['Müller']],
    ['muller', ['Müller']],
    ['ina essen', ["O'Neill", 'Weiß']],
    ['essen weiß', ['Weiß']],
    ["o'n", ["O'Neill"]],
    ['%', ['100%']],
    ['_', ['snake_case']],
    ['\\', ['back\\slash']],
    ['100%_', []],
    ['amt2@', ["O'Neill"]],
    ['; DROP TABLE registration', []],
    ['  ', ['100%', 'back\\slash', 'Müller', "O'Neill", 'snake_case', 'Weiß']],
    ['\0', ['100%', 'back\\slash', 'Müller', "O'Neill", 'snake_case', 'Weiß']],
  ])('finds by %j exactly who is meant', async (search, found) => {
    const id = await searchable();
    expect(await names(id, { search })).toEqual(found);
  });

  it('finds a reference as it is read out on the phone', async () => {
    const id = await eventWith(['Adam', 'Weber']);
    const [adam] = (await list.page(id)).attendees;
    const spoken = adam!.reference.toLowerCase().replace('-', ' ');
    expect(await names(id, { search: spoken })).toEqual(['Adam']);
    expect(await names(id, { search: spoken.replace(' ', '') })).toEqual(['Adam']);
  });

  it('counts by status what the search finds, also where the page itself is empty', async () => {
    const { id, slug } = await planEvent(house, {}, { online: 1 });
    for (const number of [1, 2, 3]) await register(house, slug, aPerson(number));
    const { attendees, counts, total, pages } = await list.page(id, {
      search: 'beispiel',
      status: 'declined',
    });
    expect({ attendees, counts, total, pages }).toEqual({
      attendees: [],
      counts: { confirmed: 1, waitlisted: 2 },
      total: 0,
      pages: 1,
    });
  });

  it('of an event without anybody is empty', async () => {
    const { id } = await planEvent(house);
    expect(await list.page(id)).toEqual({
      attendees: [],
      counts: {},
      marks: { double: 0, left: 0 },
      total: 0,
      pages: 1,
    });
  });

  it('of another event is another list', async () => {
    const id = await eventWith(['Adam']);
    await eventWith(['Weber']);
    expect(await names(id)).toEqual(['Adam']);
  });

  it('with ten thousand people has 200 pages that hold each person once', async () => {
    const id = await crowd(10_000);
    const [first, middle, last, beyond] = await Promise.all(
      [1, 100, 200, 201].map((page) => list.page(id, { page })),
    );
    expect(first).toMatchObject({ total: 10_000, pages: 200 });
    expect([first, middle, last, beyond].map((page) => page!.attendees.length)).toEqual([50, 50, 50, 0]);
    expect(first!.attendees[0]!.lastName).toBe('Person 00001');
    expect(middle!.attendees[0]!.lastName).toBe('Person 04951');
    expect((await list.page(id, { search: 'person 09876' })).attendees).toHaveLength(1);
  });
});

describe('The attendee list as a file', () => {
  it('is what a German Excel opens by a double click', async () => {
    const id = await eventWith(['Müller; Söhne']);
    const { text, name } = await csv(id, 'de');
    expect(name).toMatch(/^workshop-\d+-2027-01-04\.csv$/);
    expect(text.startsWith('\uFEFFKennung;Status;Stelle;Nachname;')).toBe(true);
    expect(text).toContain(';"Müller; Söhne";Alma;');
    expect(text).toContain(';2027-01-04 10:00\r\n');
  });

  it('is plain in other languages, and on demand', async () => {
    const id = await eventWith(['Müller']);
    expect((await csv(id, 'en')).text.startsWith('Reference,Status,Position,Last name,')).toBe(true);
    expect((await csv(id, 'fr', { dialect: 'excel' })).text.startsWith('\uFEFFRéférence;Statut;')).toBe(true);
  });

  it.each(['=HYPERLINK("http://x.test")', '+1', '-1', '@SUM(A1)'])(
    'keeps the name %s a text',
    async (lastName) => {
      const id = await eventWith([lastName]);
      const { text } = await csv(id, 'en');
      expect(text).toMatch(/,"?'[=+\-@]/);
      expect(text).not.toMatch(/(^|[,\n])"?[=+\-@]/);
    },
  );

  it('holds what was searched and filtered', async () => {
    const id = await searchable();
    const { text } = await csv(id, 'en', { search: 'essen', status: 'confirmed' });
    expect(text.split('\r\n').map((line) => line.split(',')[3])).toEqual([
      'Last name',
      "O'Neill",
      'Weiß',
      undefined,
    ]);
  });

  it('has a column for the sessions and for each ordinary question, whose cells stay text; none for sensitive ones', async () => {
    const title = (text: string) => ({ de: text });
    const items = [
      { title: title('Rundgang'), starts: '2027-01-25T10:00', ends: '2027-01-25T11:00' },
      { title: title('Vortrag'), starts: '2027-01-25T11:00', ends: '2027-01-25T12:00' },
    ];
    const { id, slug } = await planEvent(house, { items }, { online: 1 });
    const { items: planned } = await house.get(ProgrammeService).byId(id);
    const sessions = planned.map((item) => item.id);
    await house.get(DeskRulesService).saveSessions(
      id,
      sessions.map((itemId) => ({ itemId, capacity: 1 })),
      'account:1',
    );
    const form = await house.get(FormService).save(id, aForm('=Amt', 'Kost', 'Alt'), 'account:1');
    const [office, diet, old] = form.questions.map((question) => question.id) as [string, string, string];
    const answers = { [office]: '@SUM(1)', [diet]: 'vegan', [old]: '+49' };
    await register(house, slug, aPerson(1, { sessions, answers }));
    await register(house, slug, aPerson(2, { sessions: [sessions[1]!] }));
    await register(house, slug, aPerson(3));
    const draft = draftOf(form);
    await house.get(FormService).save(id, withoutQuestion(draft, old), 'account:1');
    const { text } = await csv(id, 'de');
    expect(text).not.toContain('vegan');
    expect(text).not.toContain('Kost');
    expect(
      text
        .trimEnd()
        .split('\r\n')
        .map((line) => line.split(';').slice(11)),
    ).toEqual([
      ['Programmpunkte', "'=Amt", 'Alt'],
      ['Rundgang, Vortrag', "'@SUM(1)", "'+49"],
      ['Vortrag', '', ''],
      ['', '', ''],
    ]);
  });

  it('streams ten thousand people, each once', async () => {
    const id = await crowd(10_000);
    const { text } = await csv(id, 'de');
    const people = text
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(';')[3]);
    expect(people).toHaveLength(10_000);
    expect(people).toEqual([...new Set(people)].sort());
  });

  it('stops reading when the download is broken off', async () => {
    const id = await crowd(10_000);
    const { content } = await house.get(AttendeeCsv).of(id, 'de');
    for await (const _ of content) break;
    expect(content.destroyed).toBe(true);
  });

  it('of an event that does not exist is refused', async () => {
    await expect(csv('00000000-0000-7000-8000-000000000000', 'de')).rejects.toThrow(EventUnknown);
  });
});

function aForm(...labels: [string, string, string]) {
  const questions = labels.map((label) => ({
    ...{ id: randomUUID(), kind: 'short' as const, label: { de: label }, help: {}, required: false },
    ...{ sensitive: label === 'Kost', options: [], shownWhen: null, least: null, most: null },
  }));
  return { version: null, questions, consents: [] };
}

async function eventWith(lastNames: string[]): Promise<string> {
  const { id, slug } = await planEvent(house);
  for (const [number, lastName] of lastNames.entries())
    await register(house, slug, aPerson(number, { lastName }));
  return id;
}

let prepared: Promise<string> | undefined;

function searchable(): Promise<string> {
  prepared ??= (async () => {
    const { id, slug } = await planEvent(house);
    const people = [
      { firstName: 'Jörg', lastName: 'Müller', organization: 'Köln' },
      { firstName: 'Ina', lastName: 'Weiß', organization: 'Essen' },
      { firstName: 'Nina', lastName: "O'Neill", organization: 'Essen' },
      { lastName: '100%' },
      { lastName: 'snake_case' },
      { lastName: 'back\\slash' },
    ];
    for (const [number, person] of people.entries()) {
      await register(house, slug, aPerson(1, { ...person, email: `amt${number}@x.test` }));
    }
    return id;
  })();
  return prepared;
}

async function names(id: string, filter: Parameters<AttendeeList['page']>[1] = {}): Promise<string[]> {
  return (await list.page(id, filter)).attendees.map(({ lastName }) => lastName);
}

async function csv(id: string, ...[language, options]: [language: 'de' | 'en' | 'fr', options?: object]) {
  const { name, content } = await house.get(AttendeeCsv).of(id, language, options);
  // A decoder would swallow the byte order mark.
  return { name, text: (await buffer(content)).toString('utf8') };
}

async function crowd(size: number): Promise<string> {
  const { id } = await planEvent(house);
  await house.manager.query(
    `INSERT INTO registration (id, event_id, reference, status, holds_seat, attendance, email, email_key, first_name,
       last_name, name_key, language, line, told_at, created_at, changed_at)
     SELECT gen_random_uuid(), $1::uuid, md5($1::text) || n, CASE WHEN n % 2 = 0 THEN 'confirmed' ELSE 'waitlisted' END, n % 2 = 0,
       'online', n || '@x.test', n || '@x.test', 'Alma', 'Person ' || lpad(n::text, 5, '0'), 'alma' || n, 'de', n,
       now(), now(), now()
     FROM generate_series(1, $2::int) AS n`,
    [id, size],
  );
  return id;
}
