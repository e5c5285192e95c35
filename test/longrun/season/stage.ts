import { randomUUID } from 'node:crypto';
import { ProgrammeService } from '#event';
import { DeskRulesService } from '#registration';
import { planEvent } from '../../builders/events.js';
import type { House } from '../../builders/house.js';
import type { Dice } from '../dice.js';
import type { EventModel } from '../model/event-model.js';
import type { ProgrammeModel } from '../model/programme-model.js';
import type { Society } from './society.js';
import { someContingents, someRules } from './some-rules.js';

/** How many events a season has. */
const EVENTS = 6;

/** Everything a season is played with: the product, the model, and the throws. */
export interface Stage {
  house: House;
  society: Society;
  programme: ProgrammeModel;
  dice: Dice;
}

/** Whoever does something without a mail; kept apart in the history. */
export const SILENT = 'account:silent';
export const OFFICE = 'account:1';

/** Plans the events of a season, in the house and in the model. */
export async function planSeason(stage: Stage): Promise<void> {
  const { dice } = stage;
  const hasSeries = dice.happens(0.3);
  const limited = dice.happens(0.3) ? dice.between(2, EVENTS - 1) : undefined;
  for (let index = 0; index < EVENTS; index += 1) {
    const event = await planOne(stage);
    const word = `series ${randomUUID()}`;
    const first = stage.programme.events[0]?.rules.series ?? word;
    const series = hasSeries && index < 2 ? { series: first, mostInSeries: dice.between(1, 2) } : {};
    const mostPerAddress = index === limited ? dice.between(1, 3) : null;
    await saveRules(stage, event, { ...someRules(stage, event), ...series, mostPerAddress });
    if (dice.happens(0.4)) await saveContingents(stage, event);
  }
}

/** Now, as the model counts time. */
export const nowOf = ({ house }: Stage): number => house.clock.now().epochMilliseconds;

async function planOne({ house, society, programme, dice }: Stage): Promise<EventModel> {
  const start = house.clock
    .now()
    .toZonedDateTimeISO('Europe/Berlin')
    .add({ days: dice.between(12, 50) })
    .withPlainTime('10:00');
  const end = start.add({ hours: 2 });
  const format = dice.one(['onsite', 'online', 'hybrid'] as const);
  const audience = dice.weighted({ public: 7, members: 2, invited: 1 });
  const seats = { onsite: someSeats(dice), online: someSeats(dice) };
  const closes = dice.happens(0.2) ? start.subtract({ days: dice.between(1, 20) }) : undefined;
  const items = Array.from({ length: dice.between(0, 3) }, (_, number) => ({
    title: { de: `Gruppe ${number}` },
  }));
  const local = (at: Temporal.ZonedDateTime) => at.toPlainDateTime().toString({ smallestUnit: 'minute' });
  const { id, slug } = await planEvent(
    house,
    {
      slug: `event-${randomUUID()}`,
      format,
      audience,
      dates: [{ starts: local(start), ends: local(end) }],
      closesAt: closes?.toInstant(),
      items,
    },
    seats,
  );
  const sessions = new Map<string, number | null>();
  for (const item of (await house.get(ProgrammeService).byId(id)).items)
    sessions.set(item.id, someSeats(dice, 4));
  const chosen = [...sessions].map(([itemId, capacity]) => ({ itemId, capacity }));
  if (chosen.length > 0) await house.get(DeskRulesService).saveSessions(id, chosen, OFFICE);
  return programme.add({
    id,
    slug,
    format,
    start: start.epochMilliseconds,
    end: end.epochMilliseconds,
    closes: closes?.epochMilliseconds,
    audience,
    seats,
    sessions,
    memberOf: society.memberOf,
  });
}

/** A number of seats, mostly few; seldom no limit. */
export const someSeats = (dice: Dice, most = 12): number | null =>
  dice.happens(0.1) ? null : dice.between(dice.happens(0.1) ? 0 : 1, most);

/** Changes rules in the house and in the model. */
export async function saveRules(
  { house, ...stage }: Stage,
  event: EventModel,
  changes: Partial<EventModel['rules']>,
): Promise<void> {
  const { withdrawUntil, ...others } = changes;
  const moment = withdrawUntil === undefined ? {} : { withdrawUntil: instantOrNull(withdrawUntil) };
  await house.get(DeskRulesService).save(event.plan.id, { ...others, ...moment }, OFFICE);
  event.rules = { ...event.rules, ...changes };
  event.recount();
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

export const instantOrNull = (at: number | null): Temporal.Instant | null =>
  at === null ? null : Temporal.Instant.fromEpochMilliseconds(at);
