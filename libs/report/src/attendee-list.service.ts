import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import type { RegistrationStatus } from '#registration';
import type { Attendee, AttendeeFilter } from './attendee.js';
import { ATTENDEE, type AttendeeRow, attendeeOf, BY_NAME, MATCHING, patternsOf } from './attendee-sql.js';

/** A page of an attendee list. */
export interface AttendeePage {
  attendees: Attendee[];
  /** How many match the search, by status; a status that nobody has is left out. */
  counts: Partial<Record<RegistrationStatus, number>>;
  /** How many match search and status, over all pages. */
  total: number;
  /** Number of pages; at least one. */
  pages: number;
}

/** Rows on a page. */
const SIZE = 50;

/** Who is registered for an event, as the office reads it. */
@Injectable()
export class AttendeeList {
  constructor(@InjectEntityManager() private readonly manager: EntityManager) {}

  /**
   * One page, counted from 1, by name; those who wait in the order of their positions. A page beyond the last is
   * empty.
   */
  async page(eventId: string, filter: AttendeeFilter & { page?: number } = {}): Promise<AttendeePage> {
    const { status, page = 1 } = filter;
    const order = status === 'waitlisted' ? 'attendance DESC, position' : BY_NAME;
    const rows: (AttendeeRow & { counts: AttendeePage['counts'] | null })[] = await this.manager.query(
      `WITH ${MATCHING},
       counted AS (
         SELECT jsonb_object_agg(status, number) AS counts
         FROM (SELECT status, count(*) AS number FROM matching GROUP BY status) AS statuses),
       page AS (
         SELECT ${ATTENDEE}, row_number() OVER () AS line
         FROM (SELECT * FROM matching WHERE $3::text IS NULL OR status = $3 ORDER BY ${order} LIMIT $4 OFFSET $5) AS cut)
       SELECT * FROM counted LEFT JOIN page ON true ORDER BY line`,
      [eventId, patternsOf(filter), status ?? null, SIZE, (page - 1) * SIZE],
    );
    const counts = rows[0]?.counts ?? {};
    const total = status
      ? (counts[status] ?? 0)
      : Object.values(counts).reduce((sum, count) => sum + count, 0);
    return {
      attendees: rows.filter((row) => row.id !== null).map(attendeeOf),
      counts,
      total,
      pages: Math.max(1, Math.ceil(total / SIZE)),
    };
  }
}
