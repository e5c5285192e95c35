import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import { type Guest, guestSchema } from '#invitation';
import { ACTIVE } from '#registration';

/** Who wanted to come to an event and got no seat. */
@Injectable()
export class Interested {
  constructor(@InjectEntityManager() private readonly manager: EntityManager) {}

  /**
   * Whoever waits there, or waited until a deadline passed or the office said no, in the order of the line; without
   * those who have a place at the follow-up already. Who withdrew wants no more.
   */
  async in(eventId: string, followUpId?: string): Promise<Guest[]> {
    const rows: Guest[] = await this.manager.query(
      `SELECT r.first_name AS "firstName", r.last_name AS "lastName", r.email, r.language
       FROM registration r
       WHERE r.event_id = $1 AND r.named
         AND (r.status = 'waitlisted' OR r.status IN ('declined', 'expired') AND EXISTS (
           SELECT FROM registration_change c WHERE c.registration_id = r.id AND c.to_status = 'waitlisted'))
         AND NOT EXISTS (
           SELECT FROM registration o WHERE o.event_id = ANY(ARRAY[$1, $2]::uuid[]) AND o.id <> r.id
             AND o.email_key = r.email_key AND o.name_key = r.name_key AND o.status = ANY($3))
       ORDER BY r.line NULLS LAST, r.id`,
      [eventId, followUpId ?? null, ACTIVE],
    );
    return rows.map((row) => guestSchema.parse(row));
  }
}
