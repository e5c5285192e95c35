import type { Event } from '#event';
import type { MessageKey } from '#language';
import { offered } from '#registration';
import { readContingents } from './contingents-form.js';
import { readRules } from './rules-form.js';
import { readSessions, seatsField } from './sessions-form.js';
import { readTyped, type Typed } from './typed.js';

/** What of the page is saved by itself, and what it is called. */
export const PARTS = {
  seats: 'rules.seats',
  rules: 'rules.rules',
  contingents: 'rules.contingents',
  sessions: 'rules.sessions',
} as const satisfies Record<string, MessageKey>;
export type Part = keyof typeof PARTS;

/** What was typed, by part; a part that was not sent is left out. */
export type SentParts = Partial<Record<Part, Typed>>;

/**
 * Reads all parts of the page: only one is saved, but nothing typed in the others is lost. Boxes that are not ticked
 * are not sent, so each part is known by a field that always is.
 */
export function partsIn(body: unknown, event: Event, members: readonly string[]): SentParts {
  const has = (name: string) => typeof body === 'object' && body !== null && name in body;
  const ways = offered(event);
  return {
    ...(ways.some(has) && { seats: readTyped(body, ways) }),
    ...(has('requestDays') && { rules: readRules(body) }),
    ...(has('memberGuaranteed') && { contingents: readContingents(body, members) }),
    ...(event.items.some(({ id }) => has(seatsField(id))) && { sessions: readSessions(body, event) }),
  };
}

/** The parts in which something else is typed than is saved; the one that was just saved is none of them. */
export function unsavedIn(sent: SentParts, saved: Typed, just: Part): Part[] {
  return (Object.keys(PARTS) as Part[]).filter((part) => {
    const fields = Object.entries(sent[part] ?? {});
    return part !== just && fields.some(([name, text]) => text !== (saved[name] ?? ''));
  });
}
