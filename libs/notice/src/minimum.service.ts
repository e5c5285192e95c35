import { randomUUIDv7 } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import { Account } from '#account';
import { AuditService } from '#audit';
import { Clock } from '#config';
import { type Event, ProgrammeService } from '#event';
import { Outbox } from '#mail';
import { Minimums } from '#registration';
import { NoticeService } from './notice.service.js';
import { happeningsFor } from './scope.js';
import { countedIn, type ProposalFacts, turnoutOf } from './turnout.js';

/** How long after its day a minimum may still cancel by itself. */
const TIMELY = Temporal.Duration.from({ hours: 24 });

/** Looks at minimum numbers when their day has come: proposes the cancellation, or cancels where the office has said so. */
@Injectable()
export class MinimumService {
  private readonly log = new Logger('notice');

  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly programme: ProgrammeService,
    private readonly notices: NoticeService,
    private readonly minimums: Minimums,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** What an event lacks whose minimum was missed and which is on all the same; undefined where all is well. */
  async missed(event: Event): Promise<{ needed: number; counted: number } | undefined> {
    if (event.status !== 'published' || happeningsFor(event, this.clock.now()).length === 0) return undefined;
    const needed = await this.minimums.looked(event.id);
    if (needed === undefined) return undefined;
    const counted = countedIn(await turnoutOf(this.manager, event.id));
    return counted < needed ? { needed, counted } : undefined;
  }

  /** Settles every minimum that is due, each once and by itself; answers how many. */
  async settleDue(signal?: AbortSignal): Promise<number> {
    let settled = 0;
    for (const eventId of await this.minimums.due()) {
      if (signal?.aborted) break;
      try {
        if (await this.manager.transaction((manager) => this.settle(manager, eventId))) settled += 1;
      } catch (error) {
        // The next turn of the schedule tries again; the others must not wait for it.
        this.log.error(error);
      }
    }
    if (settled > 0) this.outbox.wake();
    return settled;
  }

  // Several workers may have found it: whoever gets the lock second finds it settled.
  private async settle(manager: EntityManager, eventId: string): Promise<boolean> {
    const minimum = await this.minimums.settle(manager, eventId);
    if (!minimum) return false;
    const { needed, until, cancels } = minimum;
    const [event] = await this.programme.load([eventId], manager);
    const now = this.clock.now();
    if (!event || happeningsFor(event, now).length === 0) return true;
    const turnout = await turnoutOf(manager, eventId);
    const counted = countedIn(turnout);
    if (counted >= needed) return true;
    // The day may have passed while the event was off: who has just put it on again decides anew.
    const isTimely = Temporal.Instant.compare(now, until.add(TIMELY)) <= 0;
    if (cancels && isTimely) await this.cancel(manager, event, { needed, counted });
    else await this.propose(manager, event, { needed, counted, ...turnout }, until);
    return true;
  }

  private cancel(manager: EntityManager, { id }: Event, minimum: { needed: number; counted: number }) {
    const wish = { what: 'cancelled', scope: 'event', text: {} } as const;
    return this.notices.sendWithin(manager, id, wish, { id: randomUUIDv7(), actor: 'desk', minimum });
  }

  private async propose(
    manager: EntityManager,
    { id, mainLanguage }: Event,
    facts: ProposalFacts,
    until: Temporal.Instant,
  ): Promise<void> {
    const accounts = await manager.find(Account, { order: { createdAt: 'ASC' } });
    await this.outbox.write(
      manager,
      accounts.map((account) => ({
        kind: 'notice.minimum',
        eventId: id,
        subjectId: id,
        to: { address: account.email, name: account.name },
        language: mainLanguage,
        facts: { ...facts },
        key: `${id} minimum ${until} ${account.id}`,
      })),
    );
    await this.audit.record(manager, {
      actor: 'desk',
      action: 'event.minimum',
      subject: { type: 'event', id },
      after: facts,
    });
  }
}
