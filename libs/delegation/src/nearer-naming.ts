import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '#config';
import { toInstant } from '#database';
import { Outbox } from '#mail';
import { officeDay } from '#member';
import { NearerDeadlines } from '#registration';
import { mailAbout } from './delegation-mail.js';
import { keepersOf } from './keepers.js';
import { reminderKey, stageOf } from './reminding.js';

/** Tells coordinators that their seats without a name want one sooner than was said. */
@Injectable()
export class NearerNaming implements OnModuleInit {
  constructor(
    private readonly nearer: NearerDeadlines,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.nearer.add((registrationIds, manager) => this.tell(registrationIds, manager));
  }

  // After the commit the outbox's schedule finds the mails.
  private async tell(registrationIds: readonly string[], manager: EntityManager): Promise<void> {
    const now = this.clock.now();
    const rows: NearerRow[] = await manager.query(NEARER, [registrationIds]);
    const delegations = rows.map(({ id }) => id);
    const keepers = await keepersOf(manager, delegations, officeDay(now));
    const mails = rows.flatMap(({ nameBy: by, unnamed, ...delegation }) => {
      const keeper = keepers.get(delegation.id);
      if (!keeper) return [];
      const nameBy = toInstant(by);
      const facts = { memberName: keeper.memberName, unnamed, nameBy: nameBy.toString() };
      const key = reminderKey(nameBy, stageOf(nameBy, now));
      return [mailAbout(delegation, keeper, 'nearer', facts, key)];
    });
    await this.outbox.write(manager, mails);
  }
}

interface NearerRow {
  id: string;
  eventId: string;
  unnamed: number;
  nameBy: Date;
}

const NEARER = `
  SELECT d.id, d.event_id AS "eventId", r.unnamed, r.name_by AS "nameBy"
  FROM (
    SELECT delegation_id, expires_at AS name_by, count(*)::integer AS unnamed FROM registration
    WHERE id = ANY($1::uuid[]) GROUP BY delegation_id, expires_at) r
  JOIN delegation d ON d.id = r.delegation_id
  ORDER BY d.id`;
