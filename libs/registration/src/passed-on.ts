import { addressKey } from '#database';
import type { RegistrationChange } from './registration-change.entity.js';

/**
 * Whether a link of this generation opens nothing because the place has become somebody else's since, and not only
 * because the same person got a link at another address. `changes`: the registration's, in order.
 */
export function hasPassedOn(
  changes: readonly Pick<RegistrationChange, 'what' | 'detail'>[],
  generation: number,
): boolean {
  return changes
    .filter(hasNewLink)
    .slice(generation)
    .some(({ what }) => what === 'swapped');
}

const hasNewLink = ({ what, detail }: Pick<RegistrationChange, 'what' | 'detail'>): boolean => {
  const [before, after] = detail?.email ?? [];
  const isElsewhere = addressKey(String(before ?? '')) !== addressKey(String(after ?? ''));
  return what === 'swapped' || (what === 'corrected' && isElsewhere);
};
