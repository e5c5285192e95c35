import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import type { Language, Texts } from '#language';

/** An event at which somebody waits for the office to decide. */
export interface EventRequests {
  eventId: string;
  title: Texts;
  mainLanguage: Language;
  count: number;
}

/** Which requests the office has still to decide. */
@Injectable()
export class OpenRequests {
  constructor(@InjectEntityManager() private readonly manager: EntityManager) {}

  /** All events with requests, the soonest first; one statement, however many there are. */
  list(): Promise<EventRequests[]> {
    return this.manager.query(
      `SELECT e.id AS "eventId", e.title, e.main_language AS "mainLanguage", r.count
       FROM (SELECT event_id, count(*)::integer AS count FROM registration
         WHERE status = 'requested' GROUP BY event_id) r
       JOIN event e ON e.id = r.event_id
       ORDER BY (SELECT min(d.starts_at) FROM event_date d WHERE d.event_id = e.id), e.id`,
    );
  }
}
