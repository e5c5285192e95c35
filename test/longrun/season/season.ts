import { recountSeats } from '#registration';
import type { House } from '../../builders/house.js';
import { Dice } from '../dice.js';
import { ProgrammeModel } from '../model/programme-model.js';
import { compare } from './comparison.js';
import { crowdStep } from './crowd-step.js';
import { Difference } from './difference.js';
import { loneStep } from './lone-step.js';
import { planSeason } from './planning.js';
import type { Society } from './society.js';
import type { Stage } from './stage.js';
import { compareTold } from './told.js';

export interface SeasonWish {
  seed: number;
  /** Its number; a season can be played alone. */
  season: number;
  requests: number;
  /** After how many requests everything that stands in the tables is held against the model. */
  every?: number;
  /** One request at a time, to find where a difference begins. */
  alone?: boolean;
}

/** Plays one season with events of its own; answers how much was asked. Throws a {@link Difference}. */
export async function playSeason(
  { house, society }: { house: House; society: Society },
  { seed, season, requests, every = 500, alone = false }: SeasonWish,
): Promise<number> {
  const stage: Stage = {
    house,
    society,
    programme: new ProgrammeModel(),
    dice: new Dice(seed * 1_000_003 + season),
  };
  let [asked, compared, step] = [0, 0, 0];
  try {
    await planSeason(stage);
    for (step = 1; asked < requests; step += 1) {
      asked += stage.dice.happens(0.4) ? await loneStep(stage) : await crowdStep(stage, 60, { alone });
      if (asked - compared < every) continue;
      await compare(stage);
      compared = asked;
    }
    await compare(stage, { withGone: true });
    await compareTold(stage);
    const recounted = await recountSeats(house.manager);
    if (recounted.length > 0) throw new Difference(recounted.map((one) => JSON.stringify(one)));
  } catch (error) {
    const difference = await explained(error, stage);
    difference.where = `seed ${seed}, season ${season}, step ${step} (request ${asked + 1})`;
    throw difference;
  }
  return asked;
}

// With what stands otherwise in the tables, which often says more than the answer.
async function explained(error: unknown, stage: Stage): Promise<Difference> {
  if (!(error instanceof Difference)) return new Difference([`failed: ${(error as Error).stack}`]);
  if (!error.deed || !error.event) return error;
  const other = await compare(stage, { of: [error.event] }).catch((found: Difference) => found);
  return other ? new Difference([...error.lines, ...other.lines], error.event, error.deed) : error;
}
