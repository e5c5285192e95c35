import { sendTogether } from '#database';
import { type AnsweredSheet, AnswerSheets } from '#form';
import type { House } from './house.js';

/** Stores what people answered, as whoever registers them does. */
export function storeSheets(
  house: Pick<House, 'get' | 'manager'>,
  sheets: readonly AnsweredSheet[],
): Promise<unknown> {
  const { manager } = house;
  return manager.transaction((within) => sendTogether(within, house.get(AnswerSheets).statements(sheets)));
}
