import { type EventPlan, PlanningService } from '#event';
import { type SeatPlan, StandingService } from '#registration';
import type { House } from './house.js';

let planned = 0;

/** A published online workshop in three weeks of the test clock's present, open for everyone. */
export function aWorkshop(changes: Partial<EventPlan> = {}): EventPlan {
  planned += 1;
  return {
    slug: `workshop-${planned}`,
    kind: 'workshop',
    status: 'published',
    format: 'online',
    audience: 'public',
    title: { de: 'Sichere Plätze', en: 'Safe squares', fr: 'Des places sûres' },
    hosts: [{ name: 'Forum' }],
    dates: [
      {
        starts: '2027-01-25T10:00',
        ends: '2027-01-25T12:00',
        joiningLink: 'https://meet.forum.test/plaetze',
      },
    ],
    ...changes,
  };
}

/** Puts an event into the house, open for registration with these seats; answers its id and slug. */
export async function planEvent(house: House, changes: Partial<EventPlan> = {}, seats: SeatPlan = {}) {
  const plan = aWorkshop(changes);
  const id = await house.get(PlanningService).plan(plan);
  if (plan.kind !== 'listing') await house.get(StandingService).open({ id, kind: plan.kind }, seats);
  return { id, slug: plan.slug };
}
