import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RuledPlan } from '../../../../test/builders/rules.js';
import { aMember, planByRules } from '../../../../test/builders/rules.js';
import { type Office, openOffice } from '../../test/open-office.js';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  await aMember(office, 'Kiel');
});
afterAll(() => office.close());

const seats = { online: 20 };
const until = Temporal.Instant.from('2027-01-14T11:00:00Z');

describe('The page of an event and its form', () => {
  it.each<[string, RuledPlan, string]>([
    [
      'that part of the seats is kept for members, and until when',
      { seats, contingents: { memberGuaranteed: 2, until } },
      'Part of the seats is kept for members until Thursday, 14 January 2027.',
    ],
    [
      'that each member gets only so many, and until when',
      { seats, contingents: { memberCap: 1, until } },
      'Until Thursday, 14 January 2027 each member gets only a limited number of seats.',
    ],
    [
      'the day that holds where the office named none',
      { seats, contingents: { memberGuaranteed: 1 } },
      'Part of the seats is kept for members until Monday, 4 January 2027.',
    ],
  ])('say %s', async (_, plan, sentence) => {
    office.clock.set('2027-01-03T09:00:00Z');
    const { slug } = await planByRules(office, plan);
    for (const page of pagesOf(slug)) expect(await read(page)).toContain(sentence);
  });

  it('say nothing of it once the seats are open for all, nor where nothing was kept', async () => {
    office.clock.set('2027-01-04T09:00:00Z');
    const released = await planByRules(office, { seats, contingents: { memberGuaranteed: 2, until } });
    const open = await planByRules(office, { seats });
    office.clock.set(until.toString());
    for (const page of [...pagesOf(released.slug), ...pagesOf(open.slug)]) {
      expect(await read(page)).not.toMatch(/kept for members|each member gets only/);
    }
  });
});

const pagesOf = (slug: string) => [`/events/${slug}`, `/events/${slug}/register`];

const read = async (page: string) => (await office.browser().get(page)).body;
