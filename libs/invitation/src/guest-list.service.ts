import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import { Clock } from '#config';
import { type Contact, ContactService, MemberService, officeDay } from '#member';
import { personKey } from '#registration';
import type { Invitee, KnownGuests } from './guest.js';
import { FormerMembers, NobodyChosen } from './refusals.js';
import type { Whom } from './whom.js';

/** Who would be invited, and whom no mail can reach: members without a current contact's address, vacant functions. */
export interface GuestList {
  invitees: Invitee[];
  unreachable: string[];
}

/** A guest list without those who have an invitation, and how many these were. */
export interface FreshGuests extends GuestList {
  already: number;
}

/** Turns "all members" and the like into persons with addresses. */
@Injectable()
export class GuestLists {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly members: MemberService,
    private readonly contacts: ContactService,
    private readonly clock: Clock,
  ) {}

  /**
   * The persons meant, as of that day (`YYYY-MM-DD`), each once and without the known. A member who has an invitation
   * gets no second one through another contact; "all" passes those by whose invitation was taken back, too. Throws
   * {@link NobodyChosen} or {@link FormerMembers}.
   */
  async of(whom: Whom, day: string, known: KnownGuests): Promise<FreshGuests> {
    if (isNobody(whom)) throw new NobodyChosen();
    const current = new Map((await this.members.current(day)).map(({ id, name }) => [id, name]));
    const ids = whom.members === 'all' ? [...current.keys()] : [...new Set(whom.members)];
    const passed = whom.members === 'all' ? known.membersEver : known.members;
    await this.assertCurrent(ids, current);
    const freshMembers = ids.filter((id) => !passed.has(id));
    const lists = [
      await this.ofMembers(freshMembers, current),
      await this.ofFunctions(whom.functions ?? [], day, current),
      await this.ofContacts(whom.contacts ?? [], current),
      { invitees: [...(whom.people ?? [])], unreachable: [] },
    ];
    const invitees = new Map<string, Invitee>();
    for (const invitee of lists.flatMap((list) => list.invitees)) {
      const { email, name } = personKey(invitee);
      if (!invitees.has(`${email}\n${name}`)) invitees.set(`${email}\n${name}`, invitee);
    }
    const fresh = [...invitees.values()].filter((invitee) => !known.has(invitee));
    return {
      invitees: fresh,
      already: ids.length - freshMembers.length + invitees.size - fresh.length,
      unreachable: lists.flatMap((list) => list.unreachable),
    };
  }

  /** Throws {@link FormerMembers} unless it is a member on that day (`YYYY-MM-DD`). */
  async assertMember(memberId: string, day: string): Promise<void> {
    const current = await this.members.current(day);
    await this.assertCurrent([memberId], new Map(current.map(({ id, name }) => [id, name])));
  }

  private async ofMembers(ids: readonly string[], current: Names): Promise<GuestList> {
    if (ids.length === 0) return { invitees: [], unreachable: [] };
    const byMember = Map.groupBy(await this.contacts.ofMembers(ids), (contact) => contact.memberId);
    const first = ids.map((id) => ({ id, contact: byMember.get(id)?.find(this.isReachable) }));
    return {
      invitees: first.flatMap(({ contact }) =>
        contact ? { ...inviteeOf(contact), forMember: true as const } : [],
      ),
      unreachable: first.flatMap(({ id, contact }) => (contact ? [] : [current.get(id) ?? id])),
    };
  }

  // "All climate officers" means those of today's members; the others' functions are left out without a word.
  private async ofFunctions(chosen: readonly string[], day: string, current: Names): Promise<GuestList> {
    if (chosen.length === 0) return { invitees: [], unreachable: [] };
    const functions: { id: string; name: string; memberId: string }[] = await this.manager.query(
      'SELECT id, name, member_id AS "memberId" FROM member_function WHERE id = ANY($1) AND member_id = ANY($2)',
      [chosen, [...current.keys()]],
    );
    const holders = await this.contacts.holderOf(
      functions.map(({ id }) => id),
      day,
    );
    const list: GuestList = { invitees: [], unreachable: [] };
    for (const { id, name, memberId } of functions) {
      const holder = holders.get(id);
      if (holder && this.isReachable(holder)) list.invitees.push({ ...inviteeOf(holder), functionId: id });
      else list.unreachable.push(`${name} (${current.get(memberId)})`);
    }
    return list;
  }

  private async ofContacts(ids: readonly string[], current: Names): Promise<GuestList> {
    const contacts = ids.length > 0 ? await this.contacts.byIds(ids) : [];
    await this.assertCurrent(
      contacts.flatMap(({ memberId }) => memberId ?? []),
      current,
    );
    return {
      invitees: contacts.filter(this.isReachable).map(inviteeOf),
      unreachable: contacts.filter((one) => !this.isReachable(one)).map(nameOf),
    };
  }

  // Whoever leaves is in office until the last day.
  private readonly isReachable = (contact: Contact): contact is Reachable =>
    contact.email !== null && (contact.leftOn === null || contact.leftOn >= officeDay(this.clock.now()));

  private async assertCurrent(ids: readonly string[], current: Names): Promise<void> {
    const former = ids.filter((id) => !current.has(id));
    if (former.length === 0) return;
    const rows: { name: string }[] = await this.manager.query(
      'SELECT name FROM member WHERE id = ANY($1) ORDER BY name',
      [former],
    );
    throw new FormerMembers(rows.map(({ name }) => name));
  }
}

type Names = ReadonlyMap<string, string>;

type Reachable = Contact & { email: string };

const isNobody = ({ members, functions, contacts, people }: Whom): boolean =>
  members !== 'all' && [members, functions, contacts, people].every((some) => !some?.length);

const inviteeOf = (contact: Reachable): Invitee => ({
  firstName: contact.firstName,
  lastName: contact.lastName,
  email: contact.email,
  language: contact.language,
  memberId: contact.memberId ?? undefined,
  contactId: contact.id,
});

const nameOf = ({ firstName, lastName }: Contact): string => `${firstName} ${lastName}`.trim();
