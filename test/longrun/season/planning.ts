import { randomUUID } from 'node:crypto';
import { ProgrammeService } from '#event';
import { DeskRulesService } from '#registration';
import { planEvent } from '../../builders/events.js';
import type { EventModel } from '../model/event-model.js';
import { saveContingents, saveRules } from './saving-rules.js';
import { someRules } from './some-rules.js';
import { OFFICE, type Stage, someSeats } from './stage.js';

/** How many events a season has. */
const EVENTS = 6;

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
    if (dice.happens(0.6)) await saveContingents(stage, event);
  }
}

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
