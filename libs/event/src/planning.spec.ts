import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { planEvent } from '../../../test/builders/events.js';
import { type House, openHouse } from '../../../test/builders/house.js';
import {
  type EventPlan,
  NotToBePublished,
  PlanningService,
  ProgrammeService,
  registrationWindow,
  reworked,
} from './index.js';

let house: House;
let planning: PlanningService;
let programme: ProgrammeService;
beforeAll(async () => {
  house = await openHouse();
  planning = house.get(PlanningService);
  programme = house.get(ProgrammeService);
});
afterAll(() => house.close());

const thursday = { starts: '2027-01-14T14:00', ends: '2027-01-14T15:30' };

describe('A copied event', () => {
  it('says the same as the first at another time, and is nothing but a draft', async () => {
    const { id } = await planEvent(house, {
      kind: 'exchange',
      audience: 'members',
      title: { de: 'Austausch über Brücken', en: 'Exchange on bridges' },
      summary: { de: 'Was trägt' },
      speakers: [{ name: 'Nora Fenn' }],
      items: [{ starts: '2027-01-25T10:30', title: { de: 'Runde' } }],
      dates: [
        {
          starts: '2027-01-25T10:00',
          ends: '2027-01-25T12:00',
          place: { de: 'Rathaus' },
          joiningLink: 'https://meet.forum.test/bruecken',
        },
      ],
    });
    const first = await programme.byId(id);
    const copy = await programme.byId(await planning.copy(id, thursday));
    expect(copy).toMatchObject({
      slug: 'austausch-ueber-bruecken-2027-01-14',
      status: 'draft',
      sequence: 0,
      kind: 'exchange',
      audience: 'members',
      format: first.format,
      title: first.title,
      summary: first.summary,
      hosts: first.hosts,
      speakers: first.speakers,
      items: [{ startsLocal: '2027-01-14T14:30', title: { de: 'Runde' } }],
      dates: [
        {
          startsLocal: '2027-01-14T14:00',
          endsLocal: '2027-01-14T15:30',
          place: { de: 'Rathaus' },
          joiningLink: 'https://meet.forum.test/bruecken',
        },
      ],
    });
    const ids = [copy, ...copy.dates, ...copy.items].map((row) => row.id);
    expect(ids).not.toEqual(expect.arrayContaining([first.id]));
    expect(copy.dates[0]?.startsAt.toString()).toBe('2027-01-14T13:00:00Z');
    await expect(programme.bySlug(copy.slug)).rejects.toThrow();
  });

  it('can have another title, and an address that nobody has, however many are made at once', async () => {
    const { id } = await planEvent(house);
    const title = { de: 'Kurzer Austausch' };
    const copies = await Promise.all(
      Array.from({ length: 4 }, () => planning.copy(id, { ...thursday, title })),
    );
    const events = await programme.load(copies);
    expect(events.map(({ slug }) => slug).sort()).toEqual([
      'kurzer-austausch-2027-01-14',
      'kurzer-austausch-2027-01-14-2',
      'kurzer-austausch-2027-01-14-3',
      'kurzer-austausch-2027-01-14-4',
    ]);
    expect(events.every((event) => event.title.de === 'Kurzer Austausch')).toBe(true);
  });

  it('of a save-the-date knows its time, and no more what was said before', async () => {
    const { id } = await planEvent(house, {
      status: 'announced',
      dates: [],
      announced: { from: '2027-04-01', until: '2027-04-30' },
    });
    const copy = await programme.byId(await planning.copy(id, thursday));
    expect(copy).toMatchObject({ announcedFrom: null, dates: [{ startsLocal: thursday.starts }] });
  });
});

describe('Publishing', () => {
  it('shows a draft to everybody, raises the programme’s version, and happens once', async () => {
    const { id, slug } = await planEvent(house, { status: 'draft' });
    const before = await programme.state();
    expect(await planning.publish(id)).toBe(true);
    expect(await programme.bySlug(slug)).toMatchObject({ status: 'published', sequence: 1 });
    const after = await programme.state();
    expect(BigInt(after.version)).toBe(BigInt(before.version) + 1n);
    expect(await planning.publish(id)).toBe(false);
    expect(await programme.state()).toEqual(after);
  });

  it('at short notice keeps the registration for a room open until the start', async () => {
    const { id } = await planEvent(house, {
      status: 'draft',
      format: 'onsite',
      dates: [{ starts: '2027-01-07T14:00', ends: '2027-01-07T15:30' }],
    });
    await planning.publish(id);
    const window = registrationWindow(await programme.byId(id), house.clock.now());
    expect(window.state).toBe('open');
    expect(window.closesAt?.toString()).toBe('2027-01-07T13:00:00Z');
  });

  it('in good time leaves the usual closing', async () => {
    const { id } = await planEvent(house, { status: 'draft', format: 'onsite' });
    await planning.publish(id);
    expect((await programme.byId(id)).closesAt).toBeNull();
  });

  it.each<[string, Partial<EventPlan>]>([
    ['what was cancelled', { status: 'cancelled' }],
    ['what has no date', { status: 'announced', dates: [] }],
  ])('is refused for %s', async (_, changes) => {
    const { id } = await planEvent(house, changes);
    await expect(planning.publish(id)).rejects.toBeInstanceOf(NotToBePublished);
  });
});

describe('A reworked event', () => {
  it('moves with all that hangs on its time; a translation of the old place is dropped', async () => {
    const place = { de: 'Rathaus', en: 'Town hall' };
    const { id } = await planEvent(house, {
      dates: [
        { starts: '2027-01-25T10:00', ends: '2027-01-25T12:00', place },
        { starts: '2027-02-01T10:00', ends: '2027-02-01T12:00', place },
        { starts: '2027-02-08T10:00', ends: '2027-02-08T12:00', place: { de: 'Kita' } },
      ],
      items: [{ starts: '2027-01-25T10:30', title: { de: 'Runde' } }],
    });
    const wish = { title: { de: 'Neu' }, audience: 'members', place: 'Museum', format: 'onsite' } as const;
    const sitting = { starts: '2027-01-26T09:00', ends: '2027-01-26T12:00' };
    await planning.revise(id, (event) => reworked(event, { ...wish, ...sitting }));
    expect(await programme.byId(id)).toMatchObject({
      title: { de: 'Neu' },
      audience: 'members',
      format: 'onsite',
      sequence: 1,
      dates: [
        { startsLocal: '2027-01-26T09:00', place: { de: 'Museum' }, sequence: 1 },
        { startsLocal: '2027-02-02T09:00', place: { de: 'Museum' } },
        { startsLocal: '2027-02-09T09:00', place: { de: 'Kita' } },
      ],
      items: [{ startsLocal: '2027-01-26T09:30' }],
    });
  });

  it('that stays as it was asks no calendar to act', async () => {
    const { id } = await planEvent(house);
    const { title, audience, format, dates } = await programme.byId(id);
    await planning.revise(id, (event) =>
      reworked(event, {
        title,
        audience,
        format: format!,
        place: '',
        joiningLink: dates[0]!.joiningLink!,
        starts: dates[0]!.startsLocal,
        ends: dates[0]!.endsLocal,
      }),
    );
    expect(await programme.byId(id)).toMatchObject({ sequence: 0, dates: [{ sequence: 0 }] });
  });

  it('counts every revision, even of two people at once', async () => {
    const { id } = await planEvent(house);
    await Promise.all(
      ['A', 'B', 'C', 'D'].map((title) => planning.revise(id, { event: { title: { de: title } } })),
    );
    expect((await programme.byId(id)).sequence).toBe(4);
  });
});
