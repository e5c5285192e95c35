import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '#config';
import { addressKey } from '#database';
import type { NewMessage } from '#mail';
import { officeDay } from '#member';
import { type Caretaker, Caretakers, type Caring, type Leaver } from '#registration';
import { begunAt } from './beginning.js';
import { Delegation } from './delegation.entity.js';
import { mailAbout } from './delegation-mail.js';
import { keepersOf } from './keepers.js';

/** Coordinators look after the people of their delegations, and are told what these are told, and who leaves. */
@Injectable()
export class CoordinatorCare implements OnModuleInit {
  constructor(
    private readonly caretakers: Caretakers,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.caretakers.add({
      of: (registrationIds, manager) => this.of(registrationIds, manager),
      tellLeft: (left, manager) => this.aboutLeaving(left, manager),
      takeAlong: (moved, manager) => this.takeAlong(moved, manager),
    });
  }

  private async of(
    registrationIds: readonly string[],
    manager: EntityManager,
  ): Promise<Map<string, Caretaker>> {
    const theirs: { id: string; delegationId: string }[] = await manager.query(
      `SELECT id, delegation_id AS "delegationId" FROM registration
       WHERE id = ANY($1::uuid[]) AND delegation_id IS NOT NULL`,
      [registrationIds],
    );
    if (theirs.length === 0) return new Map();
    const delegations = [...new Set(theirs.map(({ delegationId }) => delegationId))];
    const keepers = await keepersOf(manager, delegations, officeDay(this.clock.now()));
    return new Map(
      theirs.flatMap(({ id, delegationId }) => {
        const keeper = keepers.get(delegationId);
        return keeper ? [[id, { address: keeper.email, language: keeper.language }] as const] : [];
      }),
    );
  }

  // Whose mails go to the coordinator has none of their own, and that one is enough.
  private async aboutLeaving(left: readonly Leaver[], manager: EntityManager): Promise<NewMessage[]> {
    const delegations = left.flatMap(({ registration }) => registration.delegationId ?? []);
    const keepers = await keepersOf(manager, [...new Set(delegations)], officeDay(this.clock.now()));
    return left.flatMap(({ registration, from, movedTo }) => {
      const { id, eventId, emailKey, version, delegationId, firstName, lastName } = registration;
      const keeper = keepers.get(delegationId ?? '');
      if (!delegationId || !keeper || addressKey(keeper.email) === emailKey) return [];
      const facts = {
        memberName: keeper.memberName,
        person: `${firstName} ${lastName}`.trim(),
        hadSeat: from === 'confirmed' || from === 'offered',
        movedTo,
      };
      const delegation = { id: delegationId, eventId };
      return [mailAbout(delegation, keeper, movedTo ? 'moved' : 'left', facts, `left ${id} ${version}`)];
    });
  }

  private async takeAlong(
    { registration, eventId, actor }: Parameters<Caring['takeAlong']>[0],
    manager: EntityManager,
  ): Promise<string | undefined> {
    const { delegationId } = registration;
    const here = delegationId && (await manager.findOneBy(Delegation, { id: delegationId }));
    if (!here) return undefined;
    const { memberId, coordinatorId } = here;
    const beginning = { eventId, memberId, coordinatorId, createdBy: actor, createdAt: this.clock.now() };
    return (await begunAt(manager, beginning)).id;
  }
}
