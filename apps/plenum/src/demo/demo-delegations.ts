import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { Coordinations, DelegationService } from '#delegation';
import type { DemoEvent } from './demo-file.js';
import { inventedPerson } from './demo-people.js';

/** Apart from those of participants, contacts and colleagues. */
const FIRST_DELEGATE = 920;

/** Has the members' coordinators register their people, and hold seats for who is not known yet. */
export async function sendDelegations(
  app: INestApplicationContext,
  eventId: string,
  delegations: DemoEvent['delegations'],
): Promise<void> {
  if (delegations.length === 0) return;
  const coordinations = await app.get(Coordinations, { strict: false }).all();
  const desk = app.get(DelegationService, { strict: false });
  let invented = FIRST_DELEGATE;
  const asking = delegations.map(({ member: name, people, unnamed }) => {
    const coordination = coordinations.find(({ member }) => member.name === name);
    if (!coordination) throw new Error(`Nobody coordinates "${name}" in the demo.`);
    const colleagues = Array.from({ length: people }, () => {
      const { firstName, lastName, email } = inventedPerson(invented++, name);
      return { firstName, lastName, email };
    });
    const party = { people: colleagues, unnamed, together: false, attendance: 'onsite' as const };
    const registering = { actor: `contact:${coordination.coordinator.id}`, key: randomUUID() };
    return desk.register(coordination, eventId, party, registering);
  });
  await Promise.all(asking);
}
