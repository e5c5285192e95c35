import { nameKey } from '#database';
import { personKey } from '../person.js';
import { isActive, type RegistrationStatus } from '../words.js';
import type { ListLine } from './line.js';

/**
 * What a line would do: register somebody (`new`); nothing, because the person is registered (`known`), stands in
 * the list already (`double`) or has given the place back or was declined (`left`); or it cannot be read (`wrong`).
 */
export const LIST_STATES = ['new', 'known', 'double', 'left', 'wrong'] as const;
export type ListState = (typeof LIST_STATES)[number];

/** A line as judged. */
export interface JudgedListLine extends ListLine {
  state: ListState;
  /** The registration of a person who is known or has left. */
  registrationId?: string;
  /** The line in which a double stands first. */
  sameAs?: number;
  /** Somebody of this name is registered under another address. */
  namesake?: { registrationId: string; email: string };
}

/** A registration at the event of somebody whose name is in the list. */
export interface Listed {
  id: string;
  email: string;
  emailKey: string;
  nameKey: string;
  status: RegistrationStatus;
}

/** Says what each line does; of several lines about one person the first counts. `listed` is in order of time. */
export function judgeLines(lines: readonly ListLine[], listed: readonly Listed[]): JudgedListLine[] {
  const byPerson = new Map<string, Listed>();
  const byName = new Map<string, Listed>();
  for (const one of listed) {
    const key = `${one.emailKey}\n${one.nameKey}`;
    // Who withdrew and came back is there.
    if (!isGone(byPerson.get(key)) && byPerson.has(key)) continue;
    byPerson.set(key, one);
    if (isActive(one.status)) byName.set(one.nameKey, one);
  }
  const seen = new Map<string, number>();
  return lines.map((line): JudgedListLine => {
    if (line.errors.length > 0) return { ...line, state: 'wrong' };
    const { email, name } = personKey(line);
    const key = `${email}\n${name}`;
    const sameAs = seen.get(key);
    if (sameAs !== undefined) return { ...line, state: 'double', sameAs };
    seen.set(key, line.line);
    const there = byPerson.get(key);
    if (there && isActive(there.status)) return { ...line, state: 'known', registrationId: there.id };
    if (isGone(there)) return { ...line, state: 'left', registrationId: there.id };
    const namesake = byName.get(nameKey(`${line.firstName} ${line.lastName}`));
    return {
      ...line,
      state: 'new',
      namesake: namesake && { registrationId: namesake.id, email: namesake.email },
    };
  });
}

/** What keeps a list from bringing somebody back: they left, or were told no. */
const isGone = (one: Listed | undefined): one is Listed =>
  one?.status === 'cancelled' || one?.status === 'declined';
