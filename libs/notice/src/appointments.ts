import type { EntityManager } from 'typeorm';
import type { Event } from '#event';
import type { DeskMatters, Sequences } from '#registration';
import type { Addressee } from './addressees.js';
import type { NoticeDetail } from './change.js';

/**
 * Raises the appointments that confirmed people have of these dates, and tells who carries the new ones: of the
 * colleagues who share a mailbox only the first (rule C13). By registration id.
 */
export async function raiseAppointments(
  manager: EntityManager,
  matters: DeskMatters,
  { event, dates }: { event: Event } & Pick<NoticeDetail, 'dates'>,
  addressees: readonly Addressee[],
): Promise<Map<string, Sequences>> {
  const carriers = new Map<string, string>();
  for (const { named, status, emailKey, registrationId } of addressees) {
    if (named && status === 'confirmed' && !carriers.has(emailKey)) carriers.set(emailKey, registrationId);
  }
  const dateIds = dates.map(({ id }) => id);
  const raised = await matters.raiseAppointments(manager, event, dateIds, [...carriers.keys()]);
  return new Map([...raised].map(([key, sequences]) => [carriers.get(key) as string, sequences]));
}
