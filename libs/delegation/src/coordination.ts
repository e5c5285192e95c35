import type { PersonalPage } from '#member';
import { DelegationUnknown } from './refusals.js';
import type { Coordination } from './words.js';

/** On whose behalf the owner of a personal page may act; throws {@link DelegationUnknown} for who coordinates nobody. */
export function coordinationOf({ contact, member, coordinates }: PersonalPage): Coordination {
  if (!coordinates || !member) throw new DelegationUnknown();
  return { coordinator: contact, member };
}
