import { randomUUIDv7 } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Delegation } from './delegation.entity.js';

/**
 * The member's delegation to an event, begun now where there is none. Two may begin at the same moment: the member's row
 * orders them.
 */
export async function begunAt(
  manager: EntityManager,
  { eventId, memberId, ...beginning }: Omit<Delegation, 'id'>,
): Promise<Delegation> {
  await manager.query('SELECT FROM member WHERE id = $1 FOR NO KEY UPDATE', [memberId]);
  const [known] = await manager.find(Delegation, {
    where: { eventId, memberId },
    order: { createdAt: 'ASC', id: 'ASC' },
    take: 1,
  });
  if (known) return known;
  return manager.save(manager.create(Delegation, { id: randomUUIDv7(), eventId, memberId, ...beginning }));
}
