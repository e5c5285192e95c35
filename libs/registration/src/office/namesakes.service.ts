import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import { Clock } from '#config';
import { RegistrationUnknown } from '../refusals.js';
import { Registration } from '../registration.entity.js';
import { KNOWN_APART } from './known-apart.js';
import { type OfficeAct, OfficeBook } from './office-book.service.js';

/** People at one event who look like one. */
@Injectable()
export class Namesakes {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly book: OfficeBook,
    private readonly clock: Clock,
  ) {}

  /**
   * Says of two people at one event who look like one that they are two; that stays so until somebody else comes in
   * the place of one of them. Throws RegistrationUnknown. Said again it changes nothing.
   */
  async tellApart(id: string, otherId: string, { actor, reason }: OfficeAct): Promise<void> {
    await this.manager.transaction(async (manager) => {
      const registration = await this.book.locked(id, manager);
      const { eventId } = registration;
      const other = await manager.findOneBy(Registration, { id: otherId, eventId });
      if (!other || otherId === id) throw new RegistrationUnknown();
      const pair = [eventId, id, otherId];
      const [known] = await manager.query(IS_APART, pair);
      if (known) return;
      await manager.query(SET_APART, [...pair, this.clock.now().toString(), actor]);
      for (const [one, from] of [
        [registration, other],
        [other, registration],
      ] as const) {
        const detail: Record<string, [unknown, unknown]> = { registration: [one.id, from.id] };
        await this.book.write(manager, one, { actor, reason, what: 'apart', detail });
      }
    });
  }
}

const IS_APART = `
  WITH ${KNOWN_APART('$1')}
  SELECT FROM known_apart WHERE one = least($2::uuid, $3::uuid) AND other = greatest($2::uuid, $3::uuid)`;

const SET_APART = `
  INSERT INTO not_double (event_id, one, other, at, actor)
  VALUES ($1, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), $4, $5)
  ON CONFLICT (event_id, one, other) DO UPDATE SET at = excluded.at, actor = excluded.actor`;
