import type { INestApplicationContext } from '@nestjs/common';
import { type Event, extent, ProgrammeService } from '#event';
import { DeskRulesService } from '#registration';
import { DEMO_ACTOR } from './demo-actor.js';
import type { DemoEvent } from './demo-file.js';

/** Sets the rules by which an event's seats are given, and makes its sessions; answers the sessions' ids in their order. */
export async function setRules(
  app: INestApplicationContext,
  eventId: string,
  { rules, items }: DemoEvent,
): Promise<string[]> {
  const seats = (items ?? []).map((item) => ('title' in item ? item.seats : undefined));
  const hasSessions = seats.some((some) => some !== undefined);
  if (!rules && !hasSessions) return [];
  const desk = app.get(DeskRulesService, { strict: false });
  const event = await app.get(ProgrammeService, { strict: false }).byId(eventId);
  if (rules) {
    const { minimum, contingents, ...plain } = rules;
    const due = minimum && { minimum: minimum.people, minimumUntil: before(event, minimum.weeksBefore) };
    await desk.save(eventId, { ...plain, ...due }, DEMO_ACTOR);
    if (contingents) await desk.saveContingents(eventId, kept(contingents, event), DEMO_ACTOR);
  }
  const sessions = event.items.flatMap(({ id, position }) => {
    const capacity = seats[position];
    return capacity === undefined ? [] : [{ itemId: id, capacity }];
  });
  if (hasSessions) await desk.saveSessions(eventId, sessions, DEMO_ACTOR);
  return sessions.map(({ itemId }) => itemId);
}

type Kept = NonNullable<NonNullable<DemoEvent['rules']>['contingents']>;

const kept = ({ guaranteed, cap, weeksBefore }: Kept, event: Event) => ({
  memberGuaranteed: guaranteed,
  memberCap: cap,
  until: before(event, weeksBefore),
  overrides: {},
});

function before(event: Event, weeks: number): Temporal.Instant {
  const start = extent(event)?.start;
  if (!start) throw new Error(`"${event.slug}" has deadlines in the demo and no date to count them from.`);
  return start.subtract({ weeks }).withPlainTime('12:00').toInstant();
}
