import { addressKey, nameKey } from '#database';

/** What tells one person at an event from another: address and name, each as compared. */
export interface PersonKey {
  email: string;
  name: string;
}

/**
 * Secretariats share mailboxes: the same address with another name is a colleague, the same address and name
 * is the same person again. Letter case, blanks, accents and punctuation do not count.
 */
export function personKey(person: { email: string; firstName: string; lastName: string }): PersonKey {
  return { email: addressKey(person.email), name: nameKey(`${person.firstName} ${person.lastName}`) };
}
