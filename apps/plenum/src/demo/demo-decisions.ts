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
  // One after the other, so that in every demo the same people wait.
  for (const id of ids.slice(0, admitted)) await desk.admit(id, { actor: DEMO_ACTOR });
  for (const id of ids.slice(admitted, admitted + declined))
    await desk.decline(id, { actor: DEMO_ACTOR, reason });
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
