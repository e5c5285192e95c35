import type { EntityManager } from 'typeorm';
import { addressKey } from '#database';
import type { Event } from '#event';
import type { DeskMatters, Sequences } from '#registration';
import { type Addressee, type Companion, comes } from './addressees.js';

/** Whose mails carry the new appointments, and with which sequences. */
export interface Raised {
  /** By registration id. */
  people: ReadonlyMap<string, Sequences>;
  /** By address, as compared. */
  companions: ReadonlyMap<string, Sequences>;
}

/**
 * Raises the appointments that confirmed people, and those who get copies about them, have of these dates, and tells
 * who carries the new ones: of the colleagues who share a mailbox only the first (rule C13).
 */
export async function raiseAppointments(
  manager: EntityManager,
  matters: DeskMatters,
  { event, dateIds }: { event: Event; dateIds: readonly string[] },
  { addressees, companions }: { addressees: readonly Addressee[]; companions: readonly Companion[] },
): Promise<Raised> {
  const carriers = new Map<string, string>();
  for (const addressee of addressees.filter(comes)) {
    const { emailKey, registrationId } = addressee;
    if (!carriers.has(emailKey)) carriers.set(emailKey, registrationId);
  }
  const following = companions.filter(({ follows }) => follows).map(({ address }) => addressKey(address));
  const mailboxes = new Set([...carriers.keys(), ...following]);
  const raised = [...(await matters.raiseAppointments(manager, event, dateIds, [...mailboxes]))];
  return {
    people: new Map(
      raised.flatMap(([mailbox, sequences]): [string, Sequences][] => {
        const carrier = carriers.get(mailbox);
        return carrier ? [[carrier, sequences]] : [];
      }),
    ),
    companions: new Map(raised.filter(([mailbox]) => !carriers.has(mailbox))),
  };
}
