import { Injectable } from '@nestjs/common';
import { Clock } from '#config';
import { type Contact, ContactService, MemberService, officeDay } from '#member';
import type { DelegationLine } from './delegation-list.service.js';
import { DelegationUnknown } from './refusals.js';
import type { Coordination } from './words.js';

/** Who coordinates which member's people, for the office that acts in their place. */
@Injectable()
export class Coordinations {
  constructor(
    private readonly contacts: ContactService,
    private readonly members: MemberService,
    private readonly clock: Clock,
  ) {}

  /** Every coordinator of today's members whom mail can reach, by member. */
  async all(): Promise<Coordination[]> {
    const members = new Map((await this.current()).map((member) => [member.id, member]));
    const coordinators = (await this.contacts.ofMembers()).filter(({ roles }) =>
      roles.includes('coordinator'),
    );
    const all = coordinators.flatMap((coordinator) => {
      const member = members.get(coordinator.memberId ?? '');
      return member ? [{ coordinator, member }] : [];
    });
    return all.sort((a, b) => a.member.name.localeCompare(b.member.name, 'de'));
  }

  /** One of {@link all}; throws {@link DelegationUnknown}. */
  async by(contactId: string): Promise<Coordination> {
    const found = (await this.all()).find(({ coordinator }) => coordinator.id === contactId);
    if (!found) throw new DelegationUnknown();
    return found;
  }

  /** Through whom a delegation is kept: also a coordinator who has left, if nobody came after. */
  async of({
    coordinatorId,
    memberId,
  }: Pick<DelegationLine, 'coordinatorId' | 'memberId'>): Promise<Coordination> {
    const { member } = await this.members.byId(memberId);
    return { coordinator: await this.keeper(coordinatorId, memberId), member };
  }

  /** Who keeps a delegation now: who began it, or if they have left, a colleague with the same task. */
  async keeper(contactId: string, memberId: string): Promise<Contact> {
    const own = await this.contacts.byId(contactId);
    const isThere = own.leftOn === null || own.leftOn >= officeDay(this.clock.now());
    if (isThere && own.email !== null) return own;
    const colleagues = await this.contacts.ofMembers([memberId]);
    return colleagues.find(({ roles }) => roles.includes('coordinator')) ?? own;
  }

  private current() {
    return this.members.current(officeDay(this.clock.now()));
  }
}
