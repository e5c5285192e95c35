import { type PersonKey, personKey } from '../person.js';
import { AddressLimit } from '../refusals.js';
import { isActive } from '../words.js';
import type { DeskRequest, Newcomer, RegisterRequest, SwapRequest } from './desk-request.js';
import { personText } from './place-of.js';
import type { Setting } from './setting.js';

/** A registration that requests name, as it stands after those before. */
interface Standing {
  person: PersonKey;
  isActive: boolean;
  /** People of a delegation may carry their coordinator's address. */
  counts: boolean;
}

/**
 * Counts along how many registrations each address has, over the requests of a batch, as if each of them were done as
 * asked. The desk may yet refuse some: so it is remembered on whose being done a limit was counted.
 */
export class AddressLimits {
  /** Requests because of which an address has more or fewer, where somebody was let in or refused by that. */
  readonly countedOn = new Set<DeskRequest>();
  private readonly here: Set<string>;
  private readonly standings = new Map<string, Standing>();
  private readonly changedBy = new Map<string, DeskRequest[]>();

  /** `counts`: of the addresses that are asked about. */
  constructor(
    private readonly most: number | null,
    private readonly counts: Map<string, number>,
    private readonly known: Setting['known'],
  ) {
    // Who is on the list already takes no more by coming again.
    this.here = new Set(most ? activeOf(known) : []);
  }

  refusalFor({ people }: RegisterRequest): AddressLimit | undefined {
    if (!this.most) return undefined;
    const more = new Map<string, number>();
    for (const person of people) {
      for (const request of this.changedBy.get(personKey(person).email) ?? []) this.countedOn.add(request);
    }
    for (const { email } of this.newcomers(people)) more.set(email, (more.get(email) ?? 0) + 1);
    for (const [email, count] of more) {
      if ((this.counts.get(email) ?? 0) + count > this.most) return new AddressLimit();
    }
    return undefined;
  }

  /** Counts what a request changes that was not refused, whoever asks: the next find it so. */
  follow(request: DeskRequest): void {
    if (!this.most) return;
    if (request.verb === 'register') {
      for (const person of this.newcomers(request.people)) this.come({ person, counts: true }, request);
      return;
    }
    const standing = 'registrationId' in request ? this.standingOf(request.registrationId) : undefined;
    if (!standing) return;
    if (request.verb === 'admit' && !standing.isActive) this.come(standing, request);
    if (!standing.isActive) return;
    if (request.verb === 'withdraw') this.leave(standing, request);
    if (request.verb === 'swap') {
      this.leave(standing, request);
      standing.person = personIn(request);
      this.come(standing, request);
    }
  }

  private newcomers(people: readonly Newcomer[]): PersonKey[] {
    return people
      .filter((person) => !person.delegationId && !person.unnamedUntil)
      .map(personKey)
      .filter((person) => !this.here.has(personText(person)));
  }

  private come(
    standing: Pick<Standing, 'person' | 'counts'> & Partial<Standing>,
    request: DeskRequest,
  ): void {
    this.here.add(personText(standing.person));
    standing.isActive = true;
    this.change(standing, 1, request);
  }

  private leave(standing: Standing, request: DeskRequest): void {
    this.here.delete(personText(standing.person));
    standing.isActive = false;
    this.change(standing, -1, request);
  }

  private change(
    { person: { email }, counts }: Pick<Standing, 'person' | 'counts'>,
    by: 1 | -1,
    request: DeskRequest,
  ): void {
    if (counts) this.counts.set(email, (this.counts.get(email) ?? 0) + by);
    const others = this.changedBy.get(email);
    if (others) others.push(request);
    else this.changedBy.set(email, [request]);
  }

  private standingOf(id: string): Standing | undefined {
    const registration = this.known.get(id)?.registration;
    const standing =
      this.standings.get(id) ??
      (registration && {
        person: { email: registration.emailKey, name: registration.nameKey },
        isActive: isActive(registration.status),
        counts: registration.delegationId === null,
      });
    if (standing) this.standings.set(id, standing);
    return standing;
  }
}

const personIn = ({ person }: SwapRequest): PersonKey => personKey(person);

const activeOf = (known: Setting['known']): string[] =>
  [...known.values()]
    .filter(({ registration }) => isActive(registration.status))
    .map(({ registration }) => personText({ email: registration.emailKey, name: registration.nameKey }));
