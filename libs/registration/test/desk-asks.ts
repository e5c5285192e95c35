import type { Ask, Asker, AskTo } from '../src/settle/ask.js';

/** Somebody asks for a seat in the room, whose place is known by their name. */
export const registers = (name: string, asker: Partial<Asker> = {}): AskTo<'register'> =>
  party([name], asker);

/** Several people ask in one go. */
export const party = (
  names: readonly string[],
  { entry = 'straight', group, ...asker }: Partial<Asker> & Partial<Omit<AskTo<'register'>, 'people'>> = {},
): AskTo<'register'> => ({
  verb: 'register',
  entry,
  group,
  people: names.map((name) => ({ id: name, person: name, attendance: 'onsite', claims: [], ...asker })),
});

/** Somebody asks and the office decides. */
export const requests = (name: string, asker: Partial<Asker> = {}) =>
  party([name], { ...asker, entry: 'request' });

/** Somebody asks whose address is to be confirmed first. */
export const registersUnverified = (name: string, asker: Partial<Asker> = {}) =>
  party([name], { ...asker, entry: 'verification' });

/** A group that wants all or none. */
export const group = (id: string, names: readonly string[], asker: Partial<Asker> = {}) =>
  party(names, { ...asker, group: id });

export const withdraws = (id: string, to?: 'cancelled' | 'declined'): Ask => ({ verb: 'withdraw', id, to });

export const admits = (id: string, more: { over?: boolean; expiresAt?: Temporal.Instant } = {}): Ask => ({
  verb: 'admit',
  id,
  ...more,
});

export const accepts = (id: string): Ask => ({ verb: 'accept', id });

export const looks: Ask = { verb: 'look' };
