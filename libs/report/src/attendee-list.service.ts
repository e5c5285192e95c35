import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import type { RegistrationStatus } from '#registration';
import type { Attendee, AttendeeFilter, AttendeeMark } from './attendee.js';
import {
  ATTENDEE,
  type AttendeeRow,
  attendeeOf,
  BY_NAME,
  MATCHING,
  NARROWED,
  patternsOf,
} from './attendee-sql.js';

/** A page of an attendee list. */
export interface AttendeePage {
  attendees: Attendee[];
  /** How many match the search, by status; a status that nobody has is left out. */
  counts: Partial<Record<RegistrationStatus, number>>;
  /** How many match the search and have a mark. */
  marks: Record<AttendeeMark, number>;
  /** How many match search, status and mark, over all pages. */
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
   * One page, counted from 1, by name; those who wait in the order of their positions. One statement, however many
   * there are. A page beyond the last is empty.
   */
  async page(eventId: string, filter: AttendeeFilter & { page?: number } = {}): Promise<AttendeePage> {
    const { status, mark, page = 1 } = filter;
    const order = status === 'waitlisted' ? 'attendance DESC, position' : BY_NAME;
    const rows: (AttendeeRow & Counted)[] = await this.manager.query(
      `WITH ${MATCHING},
       counted AS (
         SELECT jsonb_object_agg(status, number) AS counts, coalesce(sum(doubles), 0)::integer AS doubles,
           coalesce(sum(gone), 0)::integer AS gone, coalesce(sum(chosen), 0)::integer AS total
         FROM (
           SELECT status, count(*) AS number, count(*) FILTER (WHERE maybe_double) AS doubles,
             count(*) FILTER (WHERE member_has_left) AS gone, count(*) FILTER (WHERE ${NARROWED('$3', '$4')}) AS chosen
           FROM matching GROUP BY status) AS statuses),
       page AS (
         SELECT ${ATTENDEE}, row_number() OVER () AS line
         FROM (SELECT * FROM matching WHERE ${NARROWED('$3', '$4')} ORDER BY ${order} LIMIT $5 OFFSET $6) AS cut)
       SELECT * FROM counted LEFT JOIN page ON true ORDER BY line`,
      [eventId, patternsOf(filter), status ?? null, mark ?? null, SIZE, (page - 1) * SIZE],
    );
    const { counts, doubles = 0, gone = 0, total = 0 } = rows[0] ?? {};
    return {
      attendees: rows
        .filter((row) => row.id !== null)
        .map(({ counts: _, doubles: _d, gone: _g, total: _t, ...row }) => attendeeOf(row)),
      counts: counts ?? {},
      marks: { double: doubles, left: gone },
      total,
      pages: Math.max(1, Math.ceil(total / SIZE)),
    };
  }

  /** One of the list, as it stands there. */
  async byId(eventId: string, id: string): Promise<Attendee | undefined> {
    const [row]: AttendeeRow[] = await this.manager.query(
      `WITH ${MATCHING} SELECT ${ATTENDEE} FROM matching WHERE id = $3`,
      [eventId, [], id],
    );
    return row && attendeeOf(row);
  }
}

/** What stands beside each row of the page. */
interface Counted {
  counts: AttendeePage['counts'] | null;
  doubles: number;
  gone: number;
  total: number;
}
