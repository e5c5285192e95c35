import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import type { RegistrationStatus } from '#registration';
import { ALIKE } from './doubles-sql.js';

/** Somebody who may be the same person as another. */
export interface Double {
  registrationId: string;
  name: string;
  email: string;
  status: RegistrationStatus;
}

/** More than that of one person is no double but a mistake that the list itself shows. */
const MOST = 20;

/** Finds people who may stand twice on an event's list. */
@Injectable()
export class Doubles {
  constructor(@InjectEntityManager() private readonly manager: EntityManager) {}

  /** Who may be the same person as one of these registrations, by its id; who stands alone is left out. */
  async of(eventId: string, registrationIds: readonly string[]): Promise<Map<string, Double[]>> {
    if (registrationIds.length === 0) return new Map();
    const rows: (Double & { of: string })[] = await this.manager.query(
      `WITH ${ALIKE},
       pair AS (
         SELECT DISTINCT one.id AS of, other.id AS other_id
         FROM alike, LATERAL unnest(ids) AS one (id), LATERAL unnest(ids[1:${MOST}]) AS other (id)
         WHERE ids && $2::uuid[] AND one.id = ANY($2) AND one.id <> other.id
           AND (least(one.id, other.id), greatest(one.id, other.id)) NOT IN (SELECT k.one, k.other FROM known_apart k))
       SELECT pair.of, r.id AS "registrationId", r.first_name || ' ' || r.last_name AS name, r.email, r.status
       FROM pair JOIN registration r ON r.id = pair.other_id
       ORDER BY r.last_name COLLATE "und-x-icu", r.first_name COLLATE "und-x-icu", r.id`,
      [eventId, registrationIds],
    );
    const doubles = Map.groupBy(rows, (row) => row.of);
    return new Map([...doubles].map(([id, found]) => [id, found.map(({ of: _, ...double }) => double)]));
  }
}
