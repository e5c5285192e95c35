import type { Deed, DeedTo } from '../model/deed.js';
import { type Entry, type Guest, type Status, statusOf } from '../model/entry.js';
import type { EventModel } from '../model/event-model.js';
import { nowOf, type Stage, someSeats } from './stage.js';

const HOUR = 3_600_000;

/** How often what is asked. */
const VERBS = {
  register: 42,
  withdraw: 16,
  admit: 10,
  verify: 5,
  accept: 5,
  change: 9,
  swap: 7,
  resize: 3,
  look: 3,
};

/** Something that somebody could ask of this event's desk. */
export function someDeed(stage: Stage, event: EventModel): Deed {
  const { dice } = stage;
  const verb = dice.weighted(VERBS);
  if (verb === 'register') return someRegistration(stage, event);
  if (verb === 'look') return { verb };
  if (verb === 'resize') return someResize(stage, event);
  const entry = someEntry(stage, event, verb);
  if (!entry) return someRegistration(stage, event);
  const silent = dice.happens(0.1);
  switch (verb) {
    case 'withdraw':
      return { verb, entry, declined: dice.happens(0.2), silent };
    case 'admit':
      return { verb, entry, over: dice.happens(0.1), silent };
    case 'change':
      return { verb, entry, way: someWay(stage, event), sessions: someSessions(stage, event) };
    case 'swap':
      return {
        verb,
        entry,
        guest: someSubstitute(stage),
        corrects: dice.happens(0.3),
        joins: entry.person !== undefined && dice.happens(0.3),
      };
    default:
      return { verb, entry };
  }
}

/** One person or several who ask for seats; sometimes with a key, and the same again. */
export function someRegistration(stage: Stage, event: EventModel): DeedTo<'register'> {
  const { dice } = stage;
  const size = dice.happens(0.75) ? 1 : dice.between(2, 5);
  const together = size > 1 && dice.happens(0.5);
  const common = {
    verb: 'register' as const,
    byOffice: dice.happens(0.1),
    invited: dice.happens(0.15),
    silent: dice.happens(0.05),
    together,
    key: dice.happens(0.15) ? `key ${dice.between(1, 1e9)}` : undefined,
  };
  if (together || dice.happens(0.1)) return { ...common, ...someParty(stage, event, size) };
  const guests = Array.from({ length: size }, () => ({
    ...stage.society.guest(dice),
    way: someWay(stage, event) ?? event.ways[0],
    sessions: someSessions(stage, event) ?? [],
  }));
  return { ...common, guests };
}

/** An entry for which this is likely to do something; sometimes any. */
export function someEntry({ dice }: Stage, event: EventModel, verb: keyof typeof FITTING): Entry | undefined {
  const known = event.all.filter(({ id }) => id !== undefined);
  if (known.length === 0) return undefined;
  const fitting = known.filter((entry) => FITTING[verb].includes(statusOf(entry)));
  // Who left long ago seldom comes back.
  return dice.one(fitting.length > 0 && dice.happens(0.9) ? fitting.slice(-60) : known.slice(-60));
}

const THERE: readonly Status[] = ['confirmed', 'waitlisted', 'offered', 'requested', 'unverified'];
const FITTING = {
  withdraw: THERE,
  admit: ['requested', 'waitlisted', 'cancelled', 'declined', 'expired', 'offered'] as readonly Status[],
  verify: ['unverified'] as readonly Status[],
  accept: ['offered'] as readonly Status[],
  change: THERE,
  swap: THERE,
};

// By a member's coordinator: people of one member, who may have no names yet.
function someParty(stage: Stage, event: EventModel, size: number) {
  const { dice, society } = stage;
  const member = dice.one([...society.members.values()]);
  const way = dice.one(event.ways);
  const guests = Array.from({ length: size }, () => {
    const guest = { ...society.guestOf(dice, member, way), sessions: someSessions(stage, event) ?? [] };
    return dice.happens(0.3) ? unnamed(stage, guest) : guest;
  });
  return { guests, invited: true };
}

const unnamed = (stage: Stage, guest: Guest): Guest => ({
  ...guest,
  person: undefined,
  firstName: '',
  lastName: '',
  unnamedUntil: nowOf(stage) + stage.dice.between(1, 400) * HOUR,
});

function someSubstitute(stage: Stage): Guest {
  const guest = stage.society.guest(stage.dice);
  const own = stage.dice.happens(0.3) ? { ...guest, organization: undefined } : guest;
  return stage.dice.happens(0.1) ? unnamed(stage, own) : own;
}

function someResize({ dice }: Stage, event: EventModel): Deed {
  const seats = () => (dice.happens(0.5) ? someSeats(dice) : undefined);
  const guarded = event.rules.contingents.size > 0 ? { onsite: undefined, online: undefined } : undefined;
  return { verb: 'resize', ...(guarded ?? { onsite: seats(), online: seats() }) };
}

// Mostly one that the event offers; sometimes one that it does not.
function someWay({ dice }: Stage, event: EventModel): Guest['way'] {
  if (dice.happens(0.4)) return undefined;
  return dice.happens(0.02) ? dice.one(['onsite', 'online'] as const) : dice.one(event.ways);
}

function someSessions({ dice }: Stage, event: EventModel): string[] | undefined {
  if (dice.happens(0.4)) return undefined;
  const chosen = dice.some([...event.plan.sessions.keys()], dice.between(0, 2));
  return dice.happens(0.01) ? [...chosen, '01999999-0000-7000-8000-000000000000'] : chosen;
}
