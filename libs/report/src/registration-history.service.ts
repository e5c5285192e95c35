import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import { AccountService } from '#account';
import { RegistrationChange, type RegistrationStatus } from '#registration';

/** One change of a registration, as the office reads it. */
export interface HistoryLine {
  id: string;
  at: Temporal.Instant;
  /** Undefined where the registration began. */
  from?: RegistrationStatus;
  to: RegistrationStatus;
  by: 'participant' | 'desk' | 'office';
  /** Who in the office it was, as long as there is an account. */
  name?: string;
  reason?: string;
}

/** What happened to a registration. */
@Injectable()
export class RegistrationHistory {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly accounts: AccountService,
  ) {}

  /** All changes, the latest first. */
  async of(registrationId: string): Promise<HistoryLine[]> {
    const changes = await this.manager.find(RegistrationChange, {
      where: { registrationId },
      order: { id: 'DESC' },
    });
    const names = await this.accounts.namesOf(changes.map(({ actor }) => actor));
    return changes.map(({ id, at, fromStatus, toStatus, actor, reason }) => ({
      id,
      at,
      from: fromStatus ?? undefined,
      to: toStatus,
      by: actor.startsWith('account:') ? 'office' : actor === 'desk' ? 'desk' : 'participant',
      name: names.get(actor),
      reason: reason ?? undefined,
    }));
  }
}
