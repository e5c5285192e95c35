import { Injectable, Logger } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import { Clock } from '#config';
import { AnswerSheets } from '#form';
import { Desk } from './desk.js';

/** Answers that few may see are kept so long after the event, and no longer. */
const SENSITIVE_KEPT_FOR = Temporal.Duration.from({ hours: 14 * 24 });

/** Events looked at in one turn; the next turn takes the next. */
const AT_ONCE = 100;

/** Has the desk look at events whose deadlines have come: offers lapse, requests expire, contingents open. */
@Injectable()
export class Clerk {
  private readonly log = new Logger('desk');

  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly desk: Desk,
    private readonly sheets: AnswerSheets,
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

  /** Deletes answers about diet and access needs when their events are over; answers how many people's they were. */
  async forgetSensitive(): Promise<number> {
    const now = this.clock.now();
    const over: { event_id: string }[] = await this.manager.query(OVER, [
      now.subtract(SENSITIVE_KEPT_FOR).toString(),
    ]);
    const events = over.map((row) => row.event_id);
    return events.length > 0 ? this.sheets.forgetSensitive(events, now) : 0;
  }
}

const OVER = `
  SELECT DISTINCT a.event_id FROM answer_sheet a
  WHERE a.sensitive IS NOT NULL
    -- A postponed event's dates are not its dates any more.
    AND EXISTS (SELECT FROM event e WHERE e.id = a.event_id AND e.status <> 'postponed')
    AND (SELECT max(d.ends_at) FROM event_date d WHERE d.event_id = a.event_id) <= $1`;
