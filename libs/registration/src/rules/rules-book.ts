import type { EntityManager } from 'typeorm';
import { NoRegistration } from '../refusals.js';
import { Standing } from '../standing.entity.js';
import { DeskRules, defaultRules } from './desk-rules.entity.js';

/** Locks the event's scarce row before anything about its seats is looked at; throws NoRegistration where there is none. */
export async function lockStanding(manager: EntityManager, eventId: string): Promise<Standing> {
  const standing = await manager.findOne(Standing, {
    where: { eventId },
    lock: { mode: 'pessimistic_write' },
  });
  if (!standing) throw new NoRegistration();
  return standing;
}

/** The event's rules; those of everybody where the office has said nothing. */
export async function readRules(manager: EntityManager, eventId: string): Promise<DeskRules> {
  return (await manager.findOneBy(DeskRules, { eventId })) ?? defaultRules(eventId);
}

/** Tells every desk, in whatever process, to read the event's rules again. */
export async function raiseRulesVersion(manager: EntityManager, eventId: string): Promise<void> {
  await manager.query('UPDATE standing SET rules_version = rules_version + 1 WHERE event_id = $1', [eventId]);
}
