import { personKey } from '../person.js';
import { AddressLimit } from '../refusals.js';
import { isActive } from '../words.js';
import type { RegisterRequest } from './desk-request.js';
import { personText } from './place-of.js';
import type { Setting } from './setting.js';

/** Counts along how many registrations each address has, over the requests of a batch. */
export class AddressLimits {
  private readonly here: Set<string>;

  constructor(
    private readonly most: number | null,
    private readonly counts: Map<string, number>,
    known: Setting['known'],
  ) {
    // Who is on the list already takes no more by coming again.
    this.here = new Set(activeOf(known));
  }

  refusalFor({ people }: RegisterRequest): AddressLimit | undefined {
    if (!this.most) return undefined;
    const after = new Map(this.counts);
    const newcomers = people.filter(
      (person) =>
        !person.delegationId && !person.unnamedUntil && !this.here.has(personText(personKey(person))),
    );
    for (const person of newcomers) {
      const { email } = personKey(person);
      after.set(email, (after.get(email) ?? 0) + 1);
    }
    if (newcomers.some((person) => (after.get(personKey(person).email) ?? 0) > (this.most as number)))
      return new AddressLimit();
    for (const [email, count] of after) this.counts.set(email, count);
    for (const person of newcomers) this.here.add(personText(personKey(person)));
    return undefined;
  }
}

const activeOf = (known: Setting['known']): string[] =>
  [...known.values()]
    .filter(({ registration }) => isActive(registration.status))
    .map(({ registration }) => personText({ email: registration.emailKey, name: registration.nameKey }));
