import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MemberMerges } from '#member';

/** Joins what was counted for two members that turn out to be one: their seats, and the larger of their contingents. */
@Injectable()
export class MergedSeats implements OnModuleInit {
  constructor(private readonly merges: MemberMerges) {}

  onModuleInit(): void {
    this.merges.follow(({ keep, double }, manager) => join(manager, [keep, double]));
  }
}

async function join(manager: EntityManager, ids: [string, string]): Promise<void> {
  for (const statement of [LOCK, SEATS, CONTINGENTS]) await manager.query(statement, ids);
  for (const table of ['member_standing', 'contingent']) {
    await manager.query(`DELETE FROM ${table} WHERE member_id = $1`, [ids[1]]);
  }
}

// The scarce rows first, in the order of their ids; and every desk reads the contingents again.
const LOCK = `
  UPDATE standing SET rules_version = rules_version + 1, due_at = 'epoch' WHERE event_id IN (
    SELECT s.event_id FROM standing s WHERE s.event_id IN (
      SELECT event_id FROM member_standing WHERE member_id IN ($1, $2)
      UNION SELECT event_id FROM contingent WHERE member_id IN ($1, $2))
    ORDER BY s.event_id FOR UPDATE)`;

const SEATS = `
  INSERT INTO member_standing (event_id, member_id, taken)
  SELECT event_id, $1, taken FROM member_standing WHERE member_id = $2
  ON CONFLICT (event_id, member_id) DO UPDATE SET taken = member_standing.taken + excluded.taken`;

const CONTINGENTS = `
  INSERT INTO contingent (event_id, member_id, guaranteed, cap)
  SELECT event_id, $1, guaranteed, cap FROM contingent WHERE member_id = $2
  ON CONFLICT (event_id, member_id) DO UPDATE SET
    guaranteed = greatest(contingent.guaranteed, excluded.guaranteed),
    cap = CASE WHEN contingent.cap IS NULL OR excluded.cap IS NULL THEN NULL
      ELSE greatest(contingent.cap, excluded.cap) END`;
