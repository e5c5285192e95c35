import {
  Clerk,
  DeskRulesService,
  Moving,
  OfficeDesk,
  RegistrationService,
  RulesContradict,
} from '#registration';
import { statusOf } from '../model/entry.js';
import type { EventModel } from '../model/event-model.js';
import { check, errorName, said } from './at-the-desk.js';
import { byLink } from './by-link.js';
import { askAll } from './crowd-step.js';
import { Difference } from './difference.js';
import { saveContingents, saveRules } from './saving-rules.js';
import { someDeed, someEntry } from './some-deed.js';
import { someRules } from './some-rules.js';
import { nowOf, OFFICE, SILENT, type Stage, someSeats } from './stage.js';

type Step = (stage: Stage, event: EventModel) => Promise<unknown>;

/** How often what is done by itself, while nobody else is at the desk. */
const WEIGHTS = {
  limited: 30,
  link: 30,
  line: 10,
  move: 10,
  rules: 6,
  contingents: 4,
  seats: 4,
  sessions: 4,
  online: 0.5,
  clock: 12,
  clerk: 10,
};

/** One thing that the office or a person does through the services. Throws a {@link Difference}. */
export async function loneStep(stage: Stage): Promise<number> {
  const { dice, programme } = stage;
  const kind = dice.weighted(WEIGHTS);
  await STEPS[kind](stage, dice.one(programme.events));
  return 1;
}

const STEPS: Record<keyof typeof WEIGHTS, Step> = {
  // Where limits count over several requests, asked one by one; deadlines that are over are looked at before.
  limited: (stage, event) => {
    const limited = stage.programme.events.filter(
      ({ rules }) => rules.mostPerAddress !== null || rules.series !== null,
    );
    const chosen = limited.length > 0 ? stage.dice.one(limited) : event;
    const look = { event: chosen, deed: { verb: 'look' } as const };
    return askAll(stage, [look, { event: chosen, deed: someDeed(stage, chosen) }], 1);
  },
  link: byLink,
  line: moveInLine,
  move: moveTo,
  rules: (stage, event) => saveRules(stage, event, someRules(stage, event)),
  contingents: saveContingents,
  seats: resize,
  sessions: saveSessions,
  online: switchOnline,
  clock: async ({ house, dice }) =>
    house.clock.advance({ minutes: dice.happens(0.7) ? dice.between(1, 300) : dice.between(300, 4_000) }),
  clerk: async (stage) => {
    // As many turns as it takes: each looks at some of the events that are due.
    while ((await stage.house.get(Clerk).lookAround()) > 0);
    for (const event of stage.programme.events) event.look(nowOf(stage));
  },
};

async function moveInLine(stage: Stage, event: EventModel): Promise<void> {
  const { dice, house, programme } = stage;
  const waiting = event.there.filter((entry) => statusOf(entry) === 'waitlisted');
  if (waiting.length === 0) return;
  const [entry, position] = [dice.one(waiting), dice.between(1, waiting.length + 1)];
  const asked = house
    .get(OfficeDesk)
    .moveInLine(entry.id as string, position, { actor: OFFICE, reason: 'asked for' });
  check(await said(asked), programme.moveInLine(event, entry, position), event);
}

async function moveTo(stage: Stage, from: EventModel): Promise<void> {
  const { dice, house, programme, society } = stage;
  const to = dice.one(programme.events.filter((other) => other !== from));
  const entry = someEntry(stage, from, 'withdraw');
  if (!entry?.id || entry.person === undefined) return;
  const silent = dice.happens(0.2);
  const now = nowOf(stage);
  const asked = house
    .get(Moving)
    .moveTo(entry.id, to.plan.id, { actor: silent ? SILENT : OFFICE, reason: 'asked for', silent });
  const answer = await said(asked);
  const guest = { ...society.guest(dice, entry.person), email: entry.email };
  const expected = programme.moveTo(from, entry, to, { now, guest, silent });
  if ('refused' in expected || answer instanceof Error)
    return check(answer, 'refused' in expected ? expected : undefined, to);
  if (expected.entry) expected.entry.id = answer.id;
  if (answer.status !== expected.status)
    throw new Difference([`moved: ${answer.status}, must be ${expected.status}`], to);
}

async function resize(stage: Stage, event: EventModel): Promise<void> {
  const seats = { onsite: someSeats(stage.dice), online: someSeats(stage.dice) };
  const now = nowOf(stage);
  const answer = await said(stage.house.get(DeskRulesService).resize(event.plan.id, seats, OFFICE));
  if (answer instanceof Error && !(answer instanceof RulesContradict))
    throw new Difference([errorName(answer)], event);
  // What was promised to members stands against some numbers.
  event.ask(answer instanceof Error ? { verb: 'look' } : { verb: 'resize', ...seats }, now);
  if (answer instanceof Error)
    await stage.house.get(RegistrationService).ask({ verb: 'look', eventId: event.plan.id });
}

async function saveSessions(stage: Stage, event: EventModel): Promise<void> {
  const { sessions } = event.plan;
  for (const id of sessions.keys()) sessions.set(id, someSeats(stage.dice, 4));
  const wish = [...sessions].map(([itemId, capacity]) => ({ itemId, capacity }));
  await stage.house.get(DeskRulesService).saveSessions(event.plan.id, wish, OFFICE);
  event.look(nowOf(stage));
}

async function switchOnline(stage: Stage, event: EventModel): Promise<void> {
  if (event.plan.format === 'online') return;
  await stage.house.get(DeskRulesService).switchOnline(event.plan.id, {}, SILENT);
  stage.programme.switchOnline(event, nowOf(stage));
}
