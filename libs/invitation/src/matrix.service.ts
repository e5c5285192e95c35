import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import { Clock } from '#config';
import { type Event, ProgrammeService } from '#event';
import { officeDay } from '#member';
import { type Cell, cellOf, type StateCounts } from './cell.js';
import { COMING, STATES } from './invitation-sql.js';

/** Which part of the matrix: members by page, events by choice. */
export interface MatrixQuery {
  /** From 1. */
  memberPage: number;
  eventIds: readonly string[];
}

/** One member's line; its cells are in the order of the events. */
export interface MatrixLine {
  memberId: string;
  name: string;
  cells: MatrixCell[];
}

/** A cell with the people behind it. */
export interface MatrixCell extends Cell {
  /** Who comes or waits, by name. */
  names: string[];
  /** Who was named as a substitute. */
  substitutes: string[];
}

export interface MatrixPage {
  events: Event[];
  lines: MatrixLine[];
  /** How many pages of members there are. */
  pages: number;
}

/** Members on one page. */
const SIZE = 50;

/** Most events side by side. */
export const MOST_EVENTS = 100;

/** Members against events: who comes, who does not, who is silent. */
@Injectable()
export class MatrixService {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly programme: ProgrammeService,
    private readonly clock: Clock,
  ) {}

  /** A page; the number of statements depends neither on members nor on events. */
  async page({ memberPage, eventIds }: MatrixQuery): Promise<MatrixPage> {
    const ids = eventIds.slice(0, MOST_EVENTS);
    const events = await this.programme.load(ids);
    const members = await this.members(ids, memberPage);
    const cells = await this.cells(
      members.map(({ id }) => id),
      ids,
    );
    return {
      events,
      lines: members.map(({ id, name }) => ({
        memberId: id,
        name,
        cells: events.map((event) => cells.get(`${id} ${event.id}`) ?? NOTHING),
      })),
      pages: Math.max(1, Math.ceil((members[0]?.total ?? 0) / SIZE)),
    };
  }

  /** The events that members were invited to, the latest first: coming ones, or those that are over. */
  async invitedTo(period: 'upcoming' | 'past'): Promise<string[]> {
    const rows: { id: string }[] = await this.manager.query(
      `SELECT e.id FROM event e LEFT JOIN event_date d ON d.event_id = e.id
       WHERE EXISTS (SELECT FROM invitation i WHERE i.event_id = e.id AND i.revoked_at IS NULL)
       GROUP BY e.id
       HAVING (coalesce(max(d.ends_at), 'infinity') > $1) = $2
       ORDER BY min(d.starts_at) ${period === 'past' ? 'DESC' : 'ASC'} NULLS LAST, e.id
       LIMIT ${MOST_EVENTS}`,
      [this.clock.now().toString(), period === 'upcoming'],
    );
    return rows.map(({ id }) => id);
  }

  // Today's members, and former ones that one of the events was offered to.
  private members(eventIds: readonly string[], page: number): Promise<MemberRow[]> {
    return this.manager.query(
      `SELECT m.id, m.name, count(*) OVER ()::integer AS total FROM member m
       WHERE EXISTS (SELECT FROM membership s WHERE s.member_id = m.id
           AND $1::date BETWEEN s.from_day AND coalesce(s.until_day, 'infinity'))
         OR EXISTS (SELECT FROM invitation i
           WHERE i.member_id = m.id AND i.event_id = ANY($2) AND i.revoked_at IS NULL)
       ORDER BY m.name COLLATE "und-x-icu", m.id LIMIT ${SIZE} OFFSET $3`,
      [officeDay(this.clock.now()), eventIds, (page - 1) * SIZE],
    );
  }

  private async cells(
    memberIds: readonly string[],
    eventIds: readonly string[],
  ): Promise<Map<string, MatrixCell>> {
    const rows: CellRow[] = await this.manager.query(
      `WITH chosen AS (
         SELECT * FROM invitation WHERE member_id = ANY($1) AND event_id = ANY($2) AND revoked_at IS NULL),
       ${STATES('$3')},
       ${COMING},
       answered AS (
         SELECT member_id, event_id, jsonb_object_agg(state, number) AS counts,
           jsonb_path_query_array(jsonb_agg(substitutes), '$[*][*]') AS substitutes
         FROM (SELECT member_id, event_id, state, count(*)::integer AS number,
                 coalesce(jsonb_agg(first_name || ' ' || last_name ORDER BY last_name, first_name)
                   FILTER (WHERE substitute_for IS NOT NULL), '[]') AS substitutes
               FROM states GROUP BY member_id, event_id, state) AS by_state
         GROUP BY member_id, event_id),
       present AS (
         SELECT member_id, event_id,
           count(*) FILTER (WHERE status <> 'waitlisted')::integer AS coming,
           count(*) FILTER (WHERE status = 'waitlisted')::integer AS waiting,
           jsonb_agg(first_name || ' ' || last_name ORDER BY last_name, first_name) AS names
         FROM coming GROUP BY member_id, event_id)
       SELECT member_id AS "memberId", event_id AS "eventId", coalesce(counts, '{}') AS counts,
         coalesce(coming, 0) AS coming, coalesce(waiting, 0) AS waiting,
         coalesce(names, '[]') AS names, coalesce(substitutes, '[]') AS substitutes
       FROM answered FULL JOIN present USING (member_id, event_id)`,
      [memberIds, eventIds, officeDay(this.clock.now())],
    );
    return new Map(
      rows.map((row) => {
        const { names, substitutes } = row;
        return [`${row.memberId} ${row.eventId}`, { ...cellOf(row.counts, row), names, substitutes }];
      }),
    );
  }
}

interface MemberRow {
  id: string;
  name: string;
  total: number;
}

interface CellRow {
  memberId: string;
  eventId: string;
  counts: StateCounts;
  coming: number;
  waiting: number;
  names: string[];
  substitutes: string[];
}

const NOTHING: MatrixCell = { state: 'none', coming: 0, waiting: 0, names: [], substitutes: [] };
