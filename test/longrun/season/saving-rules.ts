import { DeskRulesService } from '#registration';
import type { EventModel } from '../model/event-model.js';
import { someContingents } from './some-rules.js';
import { nowOf, OFFICE, type Stage } from './stage.js';

/** Changes rules in the house and in the model. */
export async function saveRules(
  { house, ...stage }: Stage,
  event: EventModel,
  changes: Partial<EventModel['rules']>,
): Promise<void> {
  const { withdrawUntil, ...others } = changes;
  const moment = withdrawUntil === undefined ? {} : { withdrawUntil: instantOrNull(withdrawUntil) };
  await house.get(DeskRulesService).save(event.plan.id, { ...others, ...moment }, OFFICE);
  const { namingDays } = event.rules;
  event.rules = { ...event.rules, ...changes };
  event.recount();
  if (event.rules.namingDays !== namingDays) event.renewNaming(nowOf({ house, ...stage }));
  event.look(nowOf({ house, ...stage }));
}

/** Keeps other seats for members, in the house and in the model; nothing where that cannot be. */
export async function saveContingents(stage: Stage, event: EventModel): Promise<void> {
  const wish = someContingents(stage, event);
  if (!wish) return;
  const { contingents, memberGuaranteed, memberCap, contingentsUntil, overrides } = wish;
  await stage.house
    .get(DeskRulesService)
    .saveContingents(
      event.plan.id,
      { memberGuaranteed, memberCap, until: instantOrNull(contingentsUntil), overrides },
      OFFICE,
    );
  event.rules = { ...event.rules, memberGuaranteed, memberCap, contingentsUntil, contingents };
  event.recount();
  event.look(nowOf(stage));
}

const instantOrNull = (at: number | null): Temporal.Instant | null =>
  at === null ? null : Temporal.Instant.fromEpochMilliseconds(at);
