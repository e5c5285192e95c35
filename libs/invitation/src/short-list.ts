import type { Translate } from '#language';

/** Names that fit into a cell of the matrix. */
const MOST = 3;

/** "Ada, Bo, Cleo +2": the first three names and how many more there are; empty where there are none. */
export function shortList(names: readonly string[], t: Translate): string {
  const shown = names.slice(0, MOST).join(', ');
  return names.length > MOST ? `${shown} ${t('office.matrix.more', { count: names.length - MOST })}` : shown;
}
