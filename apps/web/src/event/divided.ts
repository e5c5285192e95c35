import type { Event } from '#event';
import { longDay } from '#language';
import { contested, type DeskRules, releaseOf, type SeatsView } from '#registration';
import type { Visit } from '../view/index.js';
import type { Divided, EventBrief } from './event-brief.js';

/** How the event's seats are divided among members at this moment; undefined where they are open for all. */
export function dividedBy(
  rules: DeskRules,
  { event, seats, now }: { event: Event; seats?: SeatsView; now: Temporal.Instant },
): Divided | undefined {
  const { memberGuaranteed, memberCap, ownContingents } = rules;
  const release = releaseOf(rules, event);
  const isOver = release && Temporal.Instant.compare(release, now) <= 0;
  // Where there is no limit nothing is kept from anybody, save by a cap.
  const isLimited = typeof seats?.[contested(event)]?.capacity === 'number';
  const isKept = memberGuaranteed > 0 || ownContingents;
  const how = isKept && isLimited ? 'kept' : memberCap !== null ? 'capped' : undefined;
  return how && !isOver ? { how, until: release?.toZonedDateTimeISO(event.timeZone) } : undefined;
}

/** Why a free seat may not be for whoever reads this: a sentence, or none. */
export function dividedSentences({ t, language }: Visit, { entry }: Pick<EventBrief, 'entry'>): string[] {
  if (!entry?.divided) return [];
  const { how, until } = entry.divided;
  return [
    until ? t(`event.divided.${how}.until`, { day: longDay(until, language) }) : t(`event.divided.${how}`),
  ];
}
