import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '#config';
import { officeDay } from '#member';
import { type Caretaker, Caretakers } from '#registration';
import { keepersOf } from './keepers.js';

/** Coordinators look after the people of their delegations, and are told what these are told. */
@Injectable()
export class CoordinatorCare implements OnModuleInit {
  constructor(
    private readonly caretakers: Caretakers,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.caretakers.add((registrationIds, manager) => this.of(registrationIds, manager));
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
}
