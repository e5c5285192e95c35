import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { EventUnknown, PlanningService } from '#event';
import { aWorkshop, planEvent } from '../../../test/builders/events.js';
import { type House, openHouse } from '../../../test/builders/house.js';
import { read } from '../../icalendar/test/reader.js';
import { mistakesIn } from '../../icalendar/test/strictly-valid.js';
import { CalendarModule } from './calendar.module.js';
import { type FeedChoice, FeedService } from './feed.service.js';

let house: House;
let feeds: FeedService;
beforeAll(async () => {
  house = await openHouse({ modules: [CalendarModule] });
  feeds = house.get(FeedService);
});
afterAll(() => house.close());
beforeEach(async () => {
  house.clock.set('2027-01-04T09:00:00Z');
  await house.manager.query('TRUNCATE event CASCADE');
  await versionIsOld();
});

const german: FeedChoice = { kinds: [], language: 'de' };
const onDay = (day: string) => [{ starts: `${day}T10:00`, ends: `${day}T12:00` }];
const shown = async (choice = german) => {
  const { text } = await feeds.programmeFeed(await feeds.version(), choice);
  expect(mistakesIn(text)).toEqual([]);
  return read(text);
};
const titles = async (choice = german) => (await shown(choice)).entries.map(({ summary }) => summary);
const versionIsOld = () => setTimeout(250);

describe('The feed of the programme', () => {
  it('shows what is to come and what was in the last 90 days', async () => {
    await planEvent(house, { title: { de: 'Vor 91 Tagen' }, dates: onDay('2026-10-05') });
    await planEvent(house, { title: { de: 'Vor 89 Tagen' }, dates: onDay('2026-10-07') });
    await planEvent(house, { title: { de: 'In einem Jahr' }, dates: onDay('2028-01-05') });

    expect(await titles()).toEqual(['Vor 89 Tagen', 'In einem Jahr']);
  });

  it('leaves out drafts and what has no date, and lists events of others', async () => {
    await planEvent(house, { title: { de: 'Entwurf' }, status: 'draft' });
    await planEvent(house, { title: { de: 'Ohne Termin' }, status: 'announced', dates: [] });
    await planEvent(house, { title: { de: 'Partnertermin' }, kind: 'listing', ourRole: 'talk' });

    expect(await titles()).toEqual(['Partnertermin']);
  });

  it('keeps a cancelled date for 90 days after it, marked as cancelled', async () => {
    const { id } = await planEvent(house, { title: { de: 'Werkstatt' }, dates: onDay('2027-01-10') });
    await house.get(PlanningService).revise(id, { event: { status: 'cancelled' } });
    house.clock.set('2027-04-09T09:00:00Z');
    const { entries } = await shown();

    expect(entries).toMatchObject([{ summary: 'Abgesagt: Werkstatt', status: 'CANCELLED', sequence: 1 }]);
    house.clock.set('2027-04-12T09:00:00Z');
    await versionIsOld();
    expect(await titles()).toEqual([]);
  });

  it('of a series has only the dates within its window, and each under the same identifier for ever', async () => {
    const dates = [...onDay('2026-09-01'), ...onDay('2027-02-01'), ...onDay('2027-06-01')];
    const { id } = await planEvent(house, { kind: 'training', dates });
    const before = (await shown()).entries;
    await house.get(PlanningService).revise(id, { dates: { 1: { startsLocal: '2027-02-01T11:00' } } });
    await versionIsOld();
    const after = (await shown()).entries;

    expect(before).toHaveLength(2);
    expect(after.map(({ uid, sequence }) => [uid, sequence])).toEqual([
      [before[0]?.uid, 1],
      [before[1]?.uid, 0],
    ]);
  });

  it('speaks the language asked for and names itself after the kinds chosen', async () => {
    await planEvent(house, { kind: 'training' });
    await planEvent(house, { kind: 'workshop' });
    const training = await shown({ kinds: ['training'], language: 'fr' });

    expect(training.shownName).toBe('DEFUS: Formation');
    expect(training.entries.map(({ summary }) => summary)).toEqual(['Des places sûres']);
    expect(await titles({ kinds: [], language: 'en' })).toEqual(['Safe squares', 'Safe squares']);
  });

  it('holds more events than one page of the programme', async () => {
    const from = Temporal.PlainDate.from('2027-02-01');
    await house.manager.transaction(async (manager) => {
      for (let day = 0; day <= 500; day += 1) {
        const dates = onDay(from.add({ days: day }).toString());
        await house.get(PlanningService).plan(aWorkshop({ dates }), manager);
      }
    });

    expect(await titles()).toHaveLength(501);
  });

  it('never tells how to join', async () => {
    const { slug } = await planEvent(house);
    const version = await feeds.version();
    const texts = await Promise.all([
      feeds.programmeFeed(version, german),
      feeds.eventFile(version, slug, 'de'),
    ]);

    expect(texts.map(({ text }) => text.includes('meet.forum.test'))).toEqual([false, false]);
  });
});

describe('The calendar file of an event', () => {
  it('has all its dates, however long ago, and no name of its own', async () => {
    const { slug } = await planEvent(house, { dates: [...onDay('2025-05-01'), ...onDay('2027-05-01')] });
    const { text } = await feeds.eventFile(await feeds.versionOf(slug), slug, 'de');

    expect(mistakesIn(text)).toEqual([]);
    expect(read(text).entries).toHaveLength(2);
    expect(read(text).name).toBeUndefined();
  });

  it('of an event without a date is empty, so that one can subscribe and wait', async () => {
    const { slug } = await planEvent(house, { status: 'announced', dates: [] });
    const { text } = await feeds.eventFile(await feeds.versionOf(slug), slug, 'de');

    expect(mistakesIn(text)).toEqual([]);
  });

  it('does not exist for a draft or an unknown event', async () => {
    const { slug } = await planEvent(house, { status: 'draft' });

    await expect(feeds.versionOf(slug)).rejects.toThrow(EventUnknown);
    await expect(feeds.versionOf("'; DROP TABLE event; --")).rejects.toThrow(EventUnknown);
  });
});

describe('The version of the feeds', () => {
  it('changes with every change of the programme and with the day, and with nothing else', async () => {
    const { id } = await planEvent(house);
    await versionIsOld();
    const first = await feeds.version();
    house.clock.advance({ hours: 3 });
    await versionIsOld();
    const later = await feeds.version();
    await house.get(PlanningService).revise(id, { event: { title: { de: 'Anders' } } });
    await versionIsOld();
    const revised = await feeds.version();
    house.clock.advance({ hours: 24 });
    await versionIsOld();
    const nextDay = await feeds.version();

    expect(later).toEqual(first);
    expect(new Set([first, revised, nextDay].map(({ name }) => name)).size).toBe(3);
    expect(first.changedAt.toString()).toBe('2027-01-04T09:00:00Z');
    expect(revised.changedAt.toString()).toBe('2027-01-04T12:00:00Z');
    expect(nextDay.changedAt.toString()).toBe('2027-01-05T00:00:00Z');
  });

  it('keeps the same text as the same object, and another one for another language', async () => {
    await planEvent(house);
    const version = await feeds.version();
    const [first, again, other] = await Promise.all([
      feeds.programmeFeed(version, german),
      feeds.programmeFeed(version, german),
      feeds.programmeFeed(version, { kinds: [], language: 'en' }),
    ]);

    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });
});
