import type { EntityManager } from 'typeorm';
import { insertAll } from '#database';
import type { DeskRules } from './desk-rules.entity.js';
import type { ContingentsInput } from './rules.schema.js';
import { hasContingents } from './rules-at.js';

/** What one member may have, and has, of the contested seats. */
export interface MemberContingent {
  memberId: string;
  name: string;
  guaranteed: number;
  /** Null: as many as there are. */
  cap: number | null;
  taken: number;
}

/** Writes down what each of these members may have; nothing is left where nothing is kept for anybody. */
export async function writeContingents(
  manager: EntityManager,
  eventId: string,
  wish: ContingentsInput,
  members: readonly string[],
): Promise<void> {
  await manager.query('DELETE FROM contingent WHERE event_id = $1', [eventId]);
  if (!hasContingents({ ...wish, ownContingents: saysOwn(wish) })) return;
  const { memberGuaranteed, memberCap, overrides } = wish;
  const rows = members.map((id) => ({
    event_id: eventId,
    member_id: id,
    guaranteed: overrides[id]?.guaranteed ?? memberGuaranteed,
    cap: id in overrides ? (overrides[id]?.cap ?? null) : memberCap,
  }));
  await insertAll(manager, 'contingent', rows);
}

/** Whether some members have something otherwise than all. */
export const saysOwn = ({ memberGuaranteed, memberCap, overrides }: ContingentsInput): boolean =>
  Object.values(overrides).some((own) => own.guaranteed !== memberGuaranteed || own.cap !== memberCap);

/** How many seats are promised to members in all. */
export async function guaranteedSum(manager: EntityManager, eventId: string): Promise<number> {
  const [row] = await manager.query(
    'SELECT coalesce(sum(guaranteed), 0)::integer AS sum FROM contingent WHERE event_id = $1',
    [eventId],
  );
  return row.sum;
}

/** The contingents there are, in the members' alphabetical order. */
export function readContingents(manager: EntityManager, eventId: string): Promise<MemberContingent[]> {
  return manager.query(
    `SELECT c.member_id AS "memberId", m.name, c.guaranteed, c.cap, coalesce(s.taken, 0) AS taken
     FROM contingent c JOIN member m ON m.id = c.member_id
     LEFT JOIN member_standing s ON s.event_id = c.event_id AND s.member_id = c.member_id
     WHERE c.event_id = $1 ORDER BY m.name COLLATE "und-x-icu", m.id`,
    [eventId],
  );
}

/** What some members have otherwise than all, by name. */
export const ownOf = (
  contingents: readonly MemberContingent[],
  { memberGuaranteed, memberCap }: Pick<DeskRules, 'memberGuaranteed' | 'memberCap'>,
): Record<string, { guaranteed: number; cap: number | null }> =>
  Object.fromEntries(
    contingents
      .filter(({ guaranteed, cap }) => guaranteed !== memberGuaranteed || cap !== memberCap)
      .map(({ name, guaranteed, cap }) => [name, { guaranteed, cap }]),
  );
