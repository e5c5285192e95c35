import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '#config';
import type { Language } from '#language';
import { officeDay } from '#member';
import { type Caretaker, Caretakers } from '#registration';

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
    const rows: { id: string; address: string; language: Language }[] = await manager.query(KEEPERS, [
      registrationIds,
      officeDay(this.clock.now()),
    ]);
    return new Map(rows.map(({ id, address, language }) => [id, { address, language }]));
  }
}

// Whoever began the delegation; if they have left, a colleague with the same task, as `Coordinations.keeper` says.
const KEEPERS = `
  WITH theirs AS (
    SELECT r.id, r.delegation_id FROM registration r
    WHERE r.id = ANY($1::uuid[]) AND r.delegation_id IS NOT NULL),
  keeper AS (
    SELECT d.id AS delegation_id, k.email, k.language
    FROM delegation d, LATERAL (
      SELECT c.email, c.language FROM contact c
      WHERE c.email IS NOT NULL
        AND (c.id = d.coordinator_id OR (c.member_id = d.member_id AND 'coordinator' = ANY(c.roles)
          AND (c.left_on IS NULL OR c.left_on >= $2::date)))
      ORDER BY c.id = d.coordinator_id AND (c.left_on IS NULL OR c.left_on >= $2::date) DESC,
        c.id = d.coordinator_id, c.last_name COLLATE "und-x-icu", c.first_name COLLATE "und-x-icu", c.id
      LIMIT 1) k
    WHERE d.id IN (SELECT delegation_id FROM theirs))
  SELECT t.id, k.email AS address, k.language FROM theirs t JOIN keeper k USING (delegation_id)`;
