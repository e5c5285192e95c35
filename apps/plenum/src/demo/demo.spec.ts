import { afterAll, describe, expect, it } from '@jest/globals';
import { DelegationModule } from '#delegation';
import { ProgrammeService } from '#event';
import { DeskRulesService, recountSeats, StandingService } from '#registration';
import { type House, openHouse } from '../../../../test/builders/house.js';
import { testSettings } from '../../../../test/builders/settings.js';
import { freshDatabase } from '../../../../test/setup/database.js';
import { loadDemo } from './load-demo.js';

const houses: House[] = [];

afterAll(() => Promise.all(houses.map((house) => house.close())));

// Ordinary and awkward days: what is planned is counted in weeks, deadlines in days, and nobody meets between the years.
describe.each(['2027-03-15T08:00+01:00[Europe/Berlin]', '2026-12-31T23:50+01:00[Europe/Berlin]'])(
  'the demo begun at %s',
  (start) => {
    it('shows what a desk has to do: choices, contingents, requests, an offer, a minimum, delegations', async () => {
      const house = await beginDemo(start);

      expect(await seatsTaken(house, 'licht-ins-dunkel')).toEqual([6, 12]);
      expect(await limitedChoices(house, 'licht-ins-dunkel')).toEqual([{ capacity: 20, taken: 9 }]);
      expect(await statuses(house, 'deeskalation-aussendienst')).toEqual({ confirmed: 11, waitlisted: 3 });
      expect(await statuses(house, 'praevention-evaluieren')).toEqual({
        cancelled: 1,
        confirmed: 9,
        declined: 1,
        offered: 1,
        requested: 4,
        waitlisted: 1,
      });
      expect(await seatsAnswered(house, 'trainingsreihe-praevention')).toEqual({ minimum: 8, coming: 7 });
      expect(await delegations(house, 'fachtag-hitze')).toEqual({ members: 7, people: 25, unnamed: 4 });
    });

    it('agrees with itself, and nothing in it is over before anybody has seen it', async () => {
      const house = houses.at(-1)!;

      expect(await recountSeats(house.manager)).toEqual([]);
      const [{ lapsed }] = await house.manager.query(
        `SELECT count(*)::integer AS lapsed FROM registration WHERE status = 'expired' OR expires_at <= $1`,
        [house.clock.now().toString()],
      );
      expect(lapsed).toBe(0);
    });
  },
);

async function beginDemo(start: string): Promise<House> {
  const prepared = await freshDatabase();
  const today = Temporal.ZonedDateTime.from(start);
  await loadDemo(testSettings(), prepared.url, today);
  const house = await openHouse({ prepared, modules: [DelegationModule] });
  house.clock.set(today.toInstant().toString());
  houses.push(house);
  return house;
}

const idOf = (house: House, slug: string) => house.get(ProgrammeService).idOf(slug);

async function statuses(house: House, slug: string): Promise<Record<string, number>> {
  const rows: { status: string; people: number }[] = await house.manager.query(
    `SELECT status, count(*)::integer AS people FROM registration WHERE event_id = $1 GROUP BY status`,
    [await idOf(house, slug)],
  );
  return Object.fromEntries(rows.map(({ status, people }) => [status, people]));
}

async function seatsTaken(house: House, slug: string): Promise<number[]> {
  const sessions = await house.get(DeskRulesService).sessions(await idOf(house, slug));
  return sessions.map(({ taken }) => taken);
}

async function limitedChoices(house: House, slug: string) {
  const allotments = await house.get(StandingService).allotments(await idOf(house, slug));
  const choices = allotments.filter(({ kind }) => kind === 'option');
  return choices.map(({ capacity, taken }) => ({ capacity, taken }));
}

async function seatsAnswered(house: House, slug: string) {
  const { minimum } = await house.get(DeskRulesService).of(await idOf(house, slug));
  const { confirmed } = await statuses(house, slug);
  return { minimum, coming: confirmed };
}

async function delegations(house: House, slug: string) {
  const [counted] = await house.manager.query(
    `SELECT count(DISTINCT delegation_id)::integer AS members, count(*)::integer AS people,
       count(*) FILTER (WHERE NOT named)::integer AS unnamed
     FROM registration WHERE event_id = $1 AND delegation_id IS NOT NULL AND status = 'confirmed'`,
    [await idOf(house, slug)],
  );
  return counted;
}
