import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Statement } from '#database';
import type { Event } from '#event';
import { idsStatement, MemberService } from '#member';
import type { DeskRules } from '../rules/desk-rules.entity.js';
import type { DeskRequest, Newcomer } from './desk-request.js';

type Person = Pick<Newcomer, 'email' | 'organization'>;

/** Answers the id of the member whose people somebody is, or undefined. */
type MemberOf = (person: Person) => string | undefined;

/** A statement that was sent early, and for which day. */
interface Early {
  day: string;
  statement: Statement;
}

/** Which organizations are members on a day, read early. */
export interface MembersRead {
  day: string;
  byName: ReadonlyMap<string, string>;
}

const MOST_KEPT = 500;

/** Finds out whose people come: a seat is counted as somebody's. */
@Injectable()
export class Belonging {
  /** Zones of the events at which it mattered last, by event id. */
  private readonly zones = new Map<string, string>();

  constructor(private readonly members: MemberService) {}

  /**
   * A statement that reads which of the organizations chosen are members, to be sent before it is known whether that
   * matters; none where it did not matter the last time. It is right for {@link of} if the day is.
   */
  early(eventId: string, requests: readonly DeskRequest[], now: Temporal.Instant): Early | undefined {
    const zone = this.zones.get(eventId);
    if (!zone || !requests.every(({ verb }) => verb === 'register')) return undefined;
    const people = requests.flatMap((request) => (request.verb === 'register' ? request.people : []));
    const day = dayIn(zone, now);
    return { day, statement: idsStatement(namesOf(people), day) };
  }

  /** Remembers whether it matters at an event whose people come. */
  remember({ id, timeZone }: Pick<Event, 'id' | 'timeZone'>, matters: boolean): void {
    if (!matters) this.zones.delete(id);
    else if (this.zones.size < MOST_KEPT) this.zones.set(id, timeZone);
  }

  /** Reads once for all of a batch who may be whose, of the members of that day. */
  async of(
    people: readonly Person[],
    proof: DeskRules['proof'],
    { day, manager, read }: { day: string; manager: EntityManager; read?: MembersRead },
  ): Promise<MemberOf> {
    if (people.length === 0) return () => undefined;
    const byName = read?.day === day ? read.byName : await this.members.idsOf(namesOf(people), day, manager);
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

/** The day that it is in a zone, as `YYYY-MM-DD`. */
export const dayIn = (timeZone: string, now: Temporal.Instant): string =>
  now.toZonedDateTimeISO(timeZone).toPlainDate().toString();

const namesOf = (people: readonly Person[]): string[] => [
  ...new Set(people.flatMap(({ organization }) => organization ?? [])),
];
