import { setTimeout as pause } from 'node:timers/promises';
import { RegistrationService } from '#registration';
import type { Deed, Expected } from '../model/deed.js';
import type { Entry } from '../model/entry.js';
import type { EventModel } from '../model/event-model.js';
import { differs, expectedWords, requestOf, said } from './at-the-desk.js';
import { Difference, inWords } from './difference.js';
import { someDeed } from './some-deed.js';
import { nowOf, type Stage } from './stage.js';

/** How many ask without waiting in between: mostly all, seldom each alone. */
const WAVES = [1, 3, 10, 10, 30, 30, 1_000, 1_000, 1_000, 1_000];

/** One request with whom it was asked of. */
export interface Asked {
  event: EventModel;
  deed: Deed;
}

/** So many people at most at once, at all desks; answers how many asked. Throws a {@link Difference}. */
export async function crowdStep(stage: Stage, most: number, { alone = false } = {}): Promise<number> {
  const { dice } = stage;
  const events = eventsFor(stage);
  const size = dice.between(1, most);
  const favourite = dice.happens(0.5) ? dice.one(events) : undefined;
  const crowd = Array.from({ length: size }, (): Asked[] => {
    const event = favourite && dice.happens(0.8) ? favourite : dice.one(events);
    return repeated(stage, { event, deed: someDeed(stage, event) });
  }).flat();
  return askAll(stage, withoutHaste(crowd), alone ? 1 : dice.one(WAVES));
}

/** Asks all of this in this order, so many of it without waiting in between, and holds the answers against the model. */
export async function askAll(
  { house, ...stage }: Stage,
  crowd: readonly Asked[],
  wave: number,
): Promise<number> {
  const desk = house.get(RegistrationService);
  const now = nowOf({ house, ...stage });
  const answers: ReturnType<typeof answerTo>[] = [];
  const expected: Expected[] = [];
  for (const [index, { event, deed }] of crowd.entries()) {
    answers.push(answerTo(desk, event, deed));
    expected.push(event.ask(deed, now));
    // Wherever the desk cuts its batches, the answers are the same.
    if (wave === 1) await answers.at(-1);
    else if (index % wave === wave - 1) await pause(index % 3);
  }
  const before = (index: number) =>
    crowd.flatMap((one, at) =>
      at < index && one.event === crowd[index]?.event
        ? [`before it: ${inWords(one.deed)}: ${expectedWords(expected[at] as Expected)}`]
        : [],
    );
  for (const [index, answer] of (await Promise.all(answers)).entries()) {
    const { event, deed } = crowd[index] as Asked;
    const difference = differs(answer, expected[index] as Expected);
    if (difference)
      throw new Difference(
        [`request ${index + 1} of ${crowd.length}: ${difference}`, ...before(index)],
        event,
        deed,
      );
  }
  return crowd.length;
}

const answerTo = (desk: RegistrationService, event: EventModel, deed: Deed) =>
  said(desk.ask(requestOf(event, deed)));

// A limit that counts over several events or addresses depends on what the others of a batch do: these are asked alone.
function eventsFor({ dice, programme }: Stage): EventModel[] {
  const [first, second] = dice.some(programme.events.slice(0, 2), 2) as [EventModel, EventModel];
  const others = programme.events.slice(2).filter(({ rules }) => rules.mostPerAddress === null);
  return second.rules.series === null ? [first, second, ...others] : [first, ...others];
}

// Whether a seat has a name, and who sent its person, is read once for a batch: so nobody is named twice, or named
// and admitted, in the same instant.
function withoutHaste(crowd: readonly Asked[]): Asked[] {
  const named = new Set<Entry>();
  return crowd.filter(({ deed }) => {
    if (deed.verb !== 'swap' && deed.verb !== 'admit') return true;
    if (named.has(deed.entry)) return false;
    named.add(deed.entry);
    return true;
  });
}

function repeated({ dice }: Stage, asked: Asked): Asked[] {
  const isKeyed = asked.deed.verb === 'register' && asked.deed.key !== undefined;
  return isKeyed && dice.happens(0.4) ? [asked, asked] : [asked];
}
