import { randomUUIDv7 } from 'node:crypto';
import type { Event } from './event.entity.js';
import type { EventDate } from './event-date.entity.js';
import type { DatePlan, EventPlan } from './event-plan.js';
import { raisesDate } from './sequence.js';
import { zoned } from './times.js';

/** The row of an event that is new in the programme. */
export function eventRow(id: string, plan: EventPlan & { timeZone: string }, now: Temporal.Instant) {
  return {
    id,
    slug: plan.slug,
    kind: plan.kind,
    status: plan.status,
    format: plan.format ?? null,
    audience: plan.audience,
    mainLanguage: plan.mainLanguage ?? 'de',
    timeZone: plan.timeZone,
    title: plan.title,
    summary: plan.summary ?? {},
    description: plan.description ?? {},
    hosts: plan.hosts ?? [],
    speakers: plan.speakers ?? [],
    ourRole: plan.ourRole ?? null,
    link: plan.link ?? null,
    announcedFrom: plan.announced?.from ?? null,
    announcedUntil: plan.announced?.until ?? null,
    announcedAs: plan.announced?.as ?? {},
    opensAt: plan.opensAt ?? null,
    closesAt: plan.closesAt ?? null,
    sequence: 0,
    createdAt: now,
    changedAt: now,
  };
}

export function dateRow(
  eventId: string,
  zone: string,
  date: DatePlan,
  position: number,
  now: Temporal.Instant,
) {
  return {
    id: randomUUIDv7(),
    eventId,
    position,
    startsLocal: date.starts,
    endsLocal: date.ends,
    startsAt: zoned(date.starts, zone).toInstant(),
    endsAt: zoned(date.ends, zone).toInstant(),
    status: 'planned' as const,
    place: date.place ?? {},
    meetingPoint: date.meetingPoint ?? {},
    joiningLink: date.joiningLink ?? null,
    sequence: 0,
    changedAt: now,
  };
}

export function itemRow(eventId: string, item: NonNullable<EventPlan['items']>[number], position: number) {
  return {
    id: randomUUIDv7(),
    eventId,
    position,
    startsLocal: item.starts ?? null,
    endsLocal: item.ends ?? null,
    status: 'planned' as const,
    title: item.title,
    speakers: item.speakers ?? [],
  };
}

/** What changes in the row of a date; its instants follow its wall clock. */
export function revisedDate(
  event: Event,
  date: EventDate,
  changes: Partial<EventDate>,
  now: Temporal.Instant,
) {
  const { startsLocal, endsLocal } = { ...date, ...changes };
  const raises = raisesDate(date, changes);
  return {
    ...changes,
    startsAt: zoned(startsLocal, event.timeZone).toInstant(),
    endsAt: zoned(endsLocal, event.timeZone).toInstant(),
    sequence: date.sequence + (raises ? 1 : 0),
    ...(raises && { raisedAt: now }),
    changedAt: now,
  };
}
