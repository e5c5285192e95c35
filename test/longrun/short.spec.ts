import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type House, openHouse } from '../builders/house.js';
import { killUnderLoad } from './kills/kills.js';
import { Difference } from './season/difference.js';
import { playSeason } from './season/season.js';
import { Society } from './season/society.js';

// Many requests, and processes that start and end; on a busy machine that takes its time.
jest.setTimeout(120_000);

let house: House;
let society: Society;
beforeAll(async () => {
  house = await openHouse();
  society = await Society.settleIn(house);
});
afterAll(() => house.close());

/** What was found, in words; undefined without a difference. */
const differenceIn = (run: Promise<unknown>): Promise<string | undefined> =>
  run.then(
    () => undefined,
    (error) => {
      if (error instanceof Difference) return error.describe();
      throw error;
    },
  );

describe('The desks of a season', () => {
  it.each([
    [7, 1],
    [7, 2],
  ])('decide a thousand random requests as the model does (seed %i, season %i)', async (seed, season) => {
    const run = playSeason({ house, society }, { seed, season, requests: 1_000 });
    expect(await differenceIn(run)).toBeUndefined();
  });
});

describe('Two web processes, one of them killed twice under load', () => {
  it('lose nothing that anybody was told, and write to everybody once', async () => {
    expect(await differenceIn(killUnderLoad({ seed: 1, kills: 2 }))).toBeUndefined();
  });
});
