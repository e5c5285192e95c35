import type { House } from '../../builders/house.js';
import type { Dice } from '../dice.js';
import type { ProgrammeModel } from '../model/programme-model.js';
import type { Society } from './society.js';

/** Everything a season is played with: the product, the model, and the throws. */
export interface Stage {
  house: House;
  society: Society;
  programme: ProgrammeModel;
  dice: Dice;
}

/** Whoever does something without a mail; kept apart in the history. */
export const SILENT = 'account:silent';
export const OFFICE = 'account:1';

/** Now, as the model counts time. */
export const nowOf = ({ house }: Stage): number => house.clock.now().epochMilliseconds;

/** A number of seats, mostly few; seldom no limit. */
export const someSeats = (dice: Dice, most = 12): number | null =>
  dice.happens(0.1) ? null : dice.between(dice.happens(0.1) ? 0 : 1, most);
