import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { type EntityManager, In } from 'typeorm';
import { toInstant } from '#database';
import { Event } from './event.entity.js';
import { EventDate } from './event-date.entity.js';
import { EventItem } from './event-item.entity.js';
import { EventUnknown } from './refusals.js';
import type { EventKind } from './words.js';

/** Which part of the programme to read. Instants bound the dates: any date that overlaps counts. */
export interface ProgrammeFilter {
  kinds?: readonly EventKind[];
  from?: Temporal.Instant;
  until?: Temporal.Instant;
  /** Events whose date is open (save the date, postponed) as well; a save-the-date as long as `from` is not past it. */
  undated?: boolean;
  /** Only events that were over then. */
  over?: Temporal.Instant;
  /** Drafts as well: the office's view. */
  drafts?: boolean;
  order?: 'ascending' | 'descending';
  limit?: number;
  /** The cursor of the page before; or else how many to skip. */
  after?: string;
  skip?: number;
}

export interface ProgrammePage {
  events: Event[];
  /** How many match from the cursor on; without a cursor, all. */
  total: number;
  /** The cursor of the next page, if there is one. */
  next?: string;
}

/** The state of what readers of the programme can see. */
export interface ProgrammeState {
  version: string;
  changedAt: Temporal.Instant;
}

const MOST_KEPT = 500;

/** The programme's version as a part of a statement. */
export const PROGRAMME_VERSION = '(SELECT version FROM programme_version)';

/** Reads the programme. */
@Injectable()
export class ProgrammeService {
  private readonly ids = new Map<string, Promise<string>>();
  private readonly kept = new Map<string, { version: string; event: Event }>();

  constructor(@InjectEntityManager() private readonly manager: EntityManager) {}

  /** A page of events in the order of their first matching date; undated ones come last. */
  async list(filter: ProgrammeFilter): Promise<ProgrammePage> {
    const limit = Math.min(filter.limit ?? 100, 500);
    const rows = await this.keys(filter, limit);
    const events = await this.load(rows.map((row) => row.id));
    const last = rows.at(-1);
    const total = rows[0]?.total ?? 0;
    const more = last && total > (filter.skip ?? 0) + rows.length;
    return { events, total, next: more ? `${last.first}~${last.id}` : undefined };
  }

  /** An event that the public may see; throws {@link EventUnknown}, for drafts too. */
  async bySlug(slug: string): Promise<Event> {
    return this.byId(await this.publicId(slug));
  }

  /** The id behind a public address; throws {@link EventUnknown}. Kept, because a published slug never changes. */
  idOf(slug: string): Promise<string> {
    const kept = this.ids.get(slug);
    if (kept) return kept;
    if (this.ids.size >= MOST_KEPT) this.ids.clear();
    // The promise is kept, so that a crowd at an event's opening asks once.
    const asked = this.publicId(slug);
    this.ids.set(slug, asked);
    asked.catch(() => this.ids.delete(slug));
    return asked;
  }

  /** Any event, drafts too; throws {@link EventUnknown}. */
  async byId(id: string): Promise<Event> {
    const [event] = await this.load([id]);
    if (!event) throw new EventUnknown();
    return event;
  }

  /** Events with their dates and items, in the order of the ids; unknown ids are left out. */
  async load(ids: readonly string[], manager: EntityManager = this.manager): Promise<Event[]> {
    if (ids.length === 0) return [];
    const found = await manager.findBy(Event, { id: In([...ids]) });
    const dates = await manager.find(EventDate, {
      where: { eventId: In([...ids]) },
      order: { position: 'ASC' },
    });
    const items = await manager.find(EventItem, {
      where: { eventId: In([...ids]), status: 'planned' },
      order: { position: 'ASC' },
    });
    const datesOf = Map.groupBy(dates, (date) => date.eventId);
    const itemsOf = Map.groupBy(items, (item) => item.eventId);
    for (const event of found) {
      event.dates = datesOf.get(event.id) ?? [];
      event.items = itemsOf.get(event.id) ?? [];
    }
    const byId = new Map(found.map((event) => [event.id, event]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  /**
   * The event as it stands in this transaction. It is read again only after something in the programme has
   * changed: a hot event is asked for hundreds of times a second. Pass the programme's version where it was read
   * in this transaction already (see {@link PROGRAMME_VERSION}).
   */
  async current(eventId: string, manager: EntityManager, read?: string): Promise<Event> {
    const version = read ?? (await this.state(manager)).version;
    const kept = this.kept.get(eventId);
    if (kept?.version === version) return kept.event;
    const [event] = await this.load([eventId], manager);
    if (!event) throw new EventUnknown();
    if (this.kept.size >= MOST_KEPT) this.kept.clear();
    // Kept for many, so nobody may change it.
    Object.freeze(event.dates);
    this.kept.set(eventId, { version, event });
    return event;
  }

  private async publicId(slug: string): Promise<string> {
    // A slug may come from anywhere; PostgreSQL would refuse some of what is no slug.
    if (!/^[a-z0-9-]{1,100}$/.test(slug)) throw new EventUnknown();
    const found = await this.manager.findOne(Event, { select: { id: true, status: true }, where: { slug } });
    if (!found || found.status === 'draft') throw new EventUnknown();
    return found.id;
  }

  async state(manager: EntityManager = this.manager): Promise<ProgrammeState> {
    const [row] = await manager.query('SELECT version, changed_at FROM programme_version');
    return { version: row.version, changedAt: toInstant(row.changed_at) };
  }

  private keys(filter: ProgrammeFilter, limit: number): Promise<ProgrammeKey[]> {
    const descending = filter.order === 'descending';
    const [first, id] = cursor(filter.after) ?? [null, null];
    return this.manager.query(descending ? LIST_DESCENDING : LIST_ASCENDING, [
      filter.kinds?.length ? filter.kinds : null,
      filter.from?.toString() ?? null,
      filter.until?.toString() ?? null,
      filter.undated ?? false,
      filter.drafts ?? false,
      filter.over?.toString() ?? null,
      first,
      id,
      limit,
      filter.skip ?? 0,
    ]);
  }
}

interface ProgrammeKey {
  id: string;
  first: string;
  total: number;
}

// An undated event sorts as if it were at the end of time, so that one key orders all.
const LIST = `
  SELECT id, first::text, count(*) OVER ()::integer AS total FROM (
    SELECT e.id, coalesce(extract(epoch FROM min(d.starts_at)) * 1000, 9e15)::bigint AS first
    FROM event e
    LEFT JOIN event_date d ON d.event_id = e.id
      AND ($2::timestamptz IS NULL OR d.ends_at > $2) AND ($3::timestamptz IS NULL OR d.starts_at < $3)
    WHERE ($1::text[] IS NULL OR e.kind = ANY($1)) AND (e.status <> 'draft' OR $5)
      AND ($6::timestamptz IS NULL OR e.status <> 'postponed'
        AND NOT EXISTS (SELECT FROM event_date x WHERE x.event_id = e.id AND x.ends_at > $6))
    GROUP BY e.id
    HAVING count(d.id) > 0 OR ($4
      AND (e.status = 'postponed' OR NOT EXISTS (SELECT FROM event_date x WHERE x.event_id = e.id))
      AND ($2::timestamptz IS NULL OR e.announced_until IS NULL OR e.announced_until >= $2::date))
  ) listed`;
const LIST_ASCENDING = `${LIST} WHERE $7::bigint IS NULL OR (first, id) > ($7, $8::uuid)
  ORDER BY first, id LIMIT $9 OFFSET $10`;
const LIST_DESCENDING = `${LIST} WHERE $7::bigint IS NULL OR (first, id) < ($7, $8::uuid)
  ORDER BY first DESC, id DESC LIMIT $9 OFFSET $10`;

// A cursor that is none starts at the beginning.
function cursor(text: string | undefined): [string, string] | undefined {
  const match = /^(\d{1,16})~([0-9a-f-]{36})$/.exec(text ?? '');
  return match?.[1] && match[2] ? [match[1], match[2]] : undefined;
}
