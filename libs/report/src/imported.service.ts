import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';

/** How many people of a list got what. */
export interface ImportResult {
  seats: number;
  waiting: number;
}

/** What the desk answered to a list that was taken over. */
@Injectable()
export class Imported {
  constructor(@InjectEntityManager() private readonly manager: EntityManager) {}

  /** By the id of the list's preview; nobody where it was not taken over. */
  async of(eventId: string, previewId: string): Promise<ImportResult> {
    const [row] = await this.manager.query(
      `SELECT count(*) FILTER (WHERE status <> 'waitlisted')::integer AS seats,
         count(*) FILTER (WHERE status = 'waitlisted')::integer AS waiting
       FROM submission s,
       LATERAL (SELECT p -> 'answer' ->> 'status' AS status FROM jsonb_array_elements(s.answer -> 'people') AS p) told
       WHERE s.event_id = $1 AND s.client = 'import' AND s.key = $2`,
      [eventId, previewId],
    );
    return row;
  }
}
