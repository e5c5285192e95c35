import { Injectable, Logger } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import { Clock } from '#config';
import { Desk } from './desk.js';

/** Events looked at in one turn; the next turn takes the next. */
const AT_ONCE = 100;

/** Has the desk look at events whose deadlines have come: offers lapse, requests expire, contingents open. */
@Injectable()
export class Clerk {
  private readonly log = new Logger('desk');

  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly desk: Desk,
    private readonly clock: Clock,
  ) {}

  /** Looks at what is due, and answers at how many events. An event that fails holds up no other. */
  async lookAround(signal?: AbortSignal): Promise<number> {
    const due: { event_id: string }[] = await this.manager.query(
      'SELECT event_id FROM standing WHERE due_at <= $1 ORDER BY due_at LIMIT $2',
      [this.clock.now().toString(), AT_ONCE],
    );
    let looked = 0;
    for (const { event_id: eventId } of due) {
      if (signal?.aborted) break;
      try {
        await this.desk.ask({ verb: 'look', eventId });
        looked += 1;
      } catch (error) {
        this.log.error(`The desk could not look at the event ${eventId}: ${(error as Error).message}`);
      }
    }
    return looked;
  }
}
