import { randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import { Clock } from '#config';
import type { Language, Texts } from '#language';
import { Event } from './event.entity.js';
import { EventDate } from './event-date.entity.js';
import { EventItem } from './event-item.entity.js';
import { ProgrammeService } from './programme.service.js';
import { EventUnknown } from './refusals.js';
import { raisesDate, raisesEvent } from './sequence.js';
import { zoned } from './times.js';
import type { Audience, EventKind, EventStatus, Format, Host, OurRole, Speaker } from './words.js';

/** One sitting to plan; times are wall clock in the event's zone, `YYYY-MM-DDTHH:mm`. */
export interface DatePlan {
  starts: string;
  ends: string;
  place?: Texts;
  meetingPoint?: Texts;
  joiningLink?: string;
}

/** An event to put into the programme. */
export interface EventPlan {
  slug: string;
  kind: EventKind;
  status: EventStatus;
  format?: Format;
  audience: Audience;
  mainLanguage?: Language;
  timeZone?: string;
  title: Texts;
  summary?: Texts;
  description?: Texts;
  hosts?: Host[];
  speakers?: Speaker[];
  ourRole?: OurRole;
  link?: string;
  announced?: { from: string; until: string; as?: Texts };
  opensAt?: Temporal.Instant;
  closesAt?: Temporal.Instant;
  dates?: DatePlan[];
  items?: { starts?: string; ends?: string; title: Texts; speakers?: Speaker[] }[];
}

/** What may change about an event, and about its dates by position. */
export interface Revision {
  event?: Partial<
    Pick<Event, 'status' | 'title' | 'summary' | 'description' | 'format' | 'closesAt' | 'opensAt'>
  >;
  dates?: Record<
    number,
    Partial<Pick<EventDate, 'startsLocal' | 'endsLocal' | 'status' | 'place' | 'meetingPoint'>>
  >;
}

/** Puts events into the programme and changes them; every visible change raises the programme's version. */
@Injectable()
export class PlanningService {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly programme: ProgrammeService,
    private readonly clock: Clock,
  ) {}

  /** Adds an event and returns its id. Pass a manager to make it part of a larger transaction. */
  async plan(plan: EventPlan, within: EntityManager = this.manager): Promise<string> {
    const now = this.clock.now();
    const id = randomUUIDv7();
    const timeZone = plan.timeZone ?? 'Europe/Berlin';
    await within.transaction(async (manager) => {
      await manager.insert(Event, eventRow(id, { ...plan, timeZone }, now));
      await manager.insert(
        EventDate,
        (plan.dates ?? []).map((date, position) => dateRow(id, timeZone, date, position, now)),
      );
      await manager.insert(
        EventItem,
        (plan.items ?? []).map((item, position) => itemRow(id, item, position)),
      );
      await raiseVersion(manager, now);
    });
    return id;
  }

  /** Changes an event; throws {@link EventUnknown}. Sequences rise where calendars must act. */
  async revise(eventId: string, revision: Revision): Promise<void> {
    const now = this.clock.now();
    await this.manager.transaction(async (manager) => {
      const [event] = await this.programme.load([eventId], manager);
      if (!event) throw new EventUnknown();
      const changes = revision.event ?? {};
      await manager.update(Event, eventId, {
        ...changes,
        changedAt: now,
        sequence: event.sequence + (raisesEvent(event, changes) ? 1 : 0),
      });
      for (const date of event.dates) {
        const dateChanges = revision.dates?.[date.position];
        if (dateChanges) await manager.update(EventDate, date.id, revisedDate(event, date, dateChanges, now));
      }
      await raiseVersion(manager, now);
    });
  }
}

function eventRow(id: string, plan: EventPlan & { timeZone: string }, now: Temporal.Instant) {
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

function dateRow(eventId: string, zone: string, date: DatePlan, position: number, now: Temporal.Instant) {
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

function itemRow(eventId: string, item: NonNullable<EventPlan['items']>[number], position: number) {
  return {
    id: randomUUIDv7(),
    eventId,
    position,
    startsLocal: item.starts ?? null,
    endsLocal: item.ends ?? null,
    title: item.title,
    speakers: item.speakers ?? [],
  };
}

function revisedDate(event: Event, date: EventDate, changes: Partial<EventDate>, now: Temporal.Instant) {
  const { startsLocal, endsLocal } = { ...date, ...changes };
  return {
    ...changes,
    startsAt: zoned(startsLocal, event.timeZone).toInstant(),
    endsAt: zoned(endsLocal, event.timeZone).toInstant(),
    sequence: date.sequence + (raisesDate(date, changes) ? 1 : 0),
    changedAt: now,
  };
}

// The last statement of its transaction: the row is shared by all events, so it is locked as briefly as can be.
async function raiseVersion(manager: EntityManager, now: Temporal.Instant): Promise<void> {
  await manager.query(
    'UPDATE programme_version SET version = version + 1, changed_at = greatest(changed_at, $1)',
    [now.toString()],
  );
}
