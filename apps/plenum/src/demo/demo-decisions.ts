import type { INestApplicationContext } from '@nestjs/common';
import { RegistrationService } from '#registration';
import { DEMO_ACTOR } from './demo-actor.js';
import type { DemoEvent } from './demo-file.js';

/** Decides requests in the order they came; the others are left for whoever tries the office. */
export async function decideRequests(
  app: INestApplicationContext,
  ids: readonly string[],
  { admitted, declined, reason }: NonNullable<DemoEvent['decided']>,
): Promise<void> {
  const desk = app.get(RegistrationService, { strict: false });
  const lucky = ids.slice(0, admitted);
  await Promise.all(lucky.map((id) => desk.admit(id, { actor: DEMO_ACTOR })));
  const others = ids.slice(admitted, admitted + declined);
  await Promise.all(others.map((id) => desk.decline(id, { actor: DEMO_ACTOR, reason })));
}

/** Has those withdraw who were admitted first; their seats are offered to who waits. */
export async function withdrawFirst(
  app: INestApplicationContext,
  ids: readonly string[],
  count: number,
): Promise<void> {
  const desk = app.get(RegistrationService, { strict: false });
  await Promise.all(ids.slice(0, count).map((id) => desk.withdraw(id, { actor: 'participant' })));
}
