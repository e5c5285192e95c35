import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MemberService } from '#member';
import type { DeskRules } from '../rules/desk-rules.entity.js';
import type { Newcomer } from './desk-request.js';

type Person = Pick<Newcomer, 'email' | 'organization'>;

/** Answers the id of the member whose people somebody is, or undefined. */
type MemberOf = (person: Person) => string | undefined;

/** Finds out whose people come: a seat is counted as somebody's. */
@Injectable()
export class Belonging {
  constructor(private readonly members: MemberService) {}

  /** Reads once for all of a batch who may be whose, of the members of that day. */
  async of(
    people: readonly Person[],
    proof: DeskRules['proof'],
    { day, manager }: { day: string; manager: EntityManager },
  ): Promise<MemberOf> {
    if (people.length === 0) return () => undefined;
    const named = new Set(people.flatMap(({ organization }) => organization ?? []));
    const byName = await this.members.idsOf([...named], day, manager);
    const chosen = ({ organization }: Person) => byName.get(organization ?? '');
    const asked = proof === 'address' ? people : people.filter((person) => !chosen(person));
    const byAddress = await this.members.ofAddresses(
      asked.map(({ email }) => email),
      day,
      manager,
    );
    if (proof === 'choice') return (person) => chosen(person) ?? byAddress.get(person.email);
    return (person) => {
      const known = byAddress.get(person.email);
      // Who writes for one member and chose another is nobody's until the office says so.
      return known === (chosen(person) ?? known) ? known : undefined;
    };
  }
}
