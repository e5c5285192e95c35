import { Links } from '#account';
import { Refusal } from '#language';
import { Clerk, DeskRulesService, OfficeDesk, RegistrationService, type Settled } from '#registration';
import type { Deed, Expected } from '../model/deed.js';
import { isThere, statusOf } from '../model/entry.js';
import type { EventModel } from '../model/event-model.js';
import { differs, newcomerOf, said } from './at-the-desk.js';
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

async function byLink(stage: Stage, event: EventModel): Promise<void> {
  const { dice, house } = stage;
  const verb = dice.one(['withdraw', 'accept', 'verify', 'change', 'refuse', 'swap'] as const);
  const entry = someEntry(stage, event, verb === 'refuse' ? 'accept' : verb);
  if (!entry?.id) return;
  const [row] = await house.manager.query(
    'SELECT link_generation AS generation FROM registration WHERE id = $1',
    [entry.id],
  );
  const token = house.get(Links).token('registration', entry.id, row.generation);
  const service = house.get(RegistrationService);
  const guest = stage.society.guest(dice);
  const way = dice.one(event.ways);
  const calls: Record<typeof verb, () => Promise<Settled>> = {
    withdraw: () => service.withdrawByLink(token),
    accept: () => service.acceptByLink(token),
    verify: () => service.verifyByLink(token),
    refuse: () => service.refuseByLink(token),
    change: () => service.changeByLink(token, { attendance: way }),
    swap: () => service.swapByLink(token, newcomerOf(guest)),
  };
  const deeds: Record<typeof verb, Deed> = {
    withdraw: { verb: 'withdraw', entry, declined: false, silent: false },
    accept: { verb: 'accept', entry },
    verify: { verb: 'verify', entry },
    refuse: { verb: 'withdraw', entry, declined: false, silent: false },
    change: { verb: 'change', entry, way },
    swap: { verb: 'swap', entry, guest, corrects: false },
  };
  const now = nowOf(stage);
  const before = statusOf(entry);
  const answer = await said(calls[verb]());
  const expected = refusedByLink(event, verb, before, now) ?? livingOnly(verb, event.ask(deeds[verb], now));
  check(answer, expected, event, deeds[verb]);
}

// What is refused before the desk is asked.
function refusedByLink(event: EventModel, verb: string, before: string, now: number): Expected | undefined {
  if (verb === 'refuse') return before === 'offered' ? undefined : { refused: 'OfferOver' };
  if (verb === 'accept' || verb === 'verify') return undefined;
  if (now >= event.plan.start) return { refused: 'EventStarted' };
  const { withdrawUntil } = event.rules;
  return withdrawUntil !== null && now >= withdrawUntil ? { refused: 'WithdrawalOver' } : undefined;
}

// What is said instead of “nothing was to be done”.
function livingOnly(verb: string, expected: Expected): Expected {
  if (!('entry' in expected)) return expected;
  const { entry, from } = expected;
  if (verb === 'accept' && statusOf(entry) !== 'confirmed') return { refused: 'OfferOver' };
  if (verb === 'verify' && !isThere(entry)) return { refused: 'VerificationOver' };
  if ((verb === 'change' || verb === 'swap') && from === undefined) return { refused: 'RegistrationOver' };
  return expected;
}

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
    .get(OfficeDesk)
    .moveTo(entry.id, to.plan.id, { actor: silent ? SILENT : OFFICE, reason: 'asked for', silent });
  const answer = await said(asked);
  const guest = { ...society.guest(dice, entry.person), email: entry.email };
  const expected = programme.moveTo(from, entry, to, { now, guest, silent });
  if ('refused' in expected || answer instanceof Refusal)
    return check(answer, 'refused' in expected ? expected : undefined, to);
  if (expected.entry) expected.entry.id = answer.id;
  if (answer.status !== expected.status)
    throw new Difference([`moved: ${answer.status}, must be ${expected.status}`], to);
}

async function resize(stage: Stage, event: EventModel): Promise<void> {
  const seats = { onsite: someSeats(stage.dice), online: someSeats(stage.dice) };
  const now = nowOf(stage);
  const answer = await said(stage.house.get(DeskRulesService).resize(event.plan.id, seats, OFFICE));
  // What was promised to members stands against some numbers.
  event.ask(answer instanceof Refusal ? { verb: 'look' } : { verb: 'resize', ...seats }, now);
  if (answer instanceof Refusal)
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

function check(
  answer: Settled | Refusal | unknown,
  expected: Expected | { refused: string } | undefined,
  event: EventModel,
  deed?: Deed,
): void {
  const is = answer instanceof Refusal ? answer.constructor.name : undefined;
  const mustBe = expected && 'refused' in expected ? expected.refused : undefined;
  if (is !== mustBe)
    throw new Difference([`the answer was ${is ?? 'yes'}; the model says ${mustBe ?? 'yes'}`], event, deed);
  if (!is && expected && 'entry' in expected) {
    const difference = differs(answer as Settled, expected as Expected);
    if (difference) throw new Difference([difference], event, deed);
  }
}
