import { randomUUIDv7 } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { type EntityManager, IsNull } from 'typeorm';
import { Account } from '#account';
import { AuditService } from '#audit';
import { Clock } from '#config';
import { type Event, ProgrammeService } from '#event';
import { Outbox } from '#mail';
import { DeskRules } from '#registration';
import { lockStanding } from './desk-matters.js';
import { NoticeService } from './notice.service.js';
import { happeningsFor } from './scope.js';
import { type ProposalFacts, turnoutOf } from './turnout.js';

/** Looks at minimum numbers when their day has come: proposes the cancellation, or cancels where the office has said so. */
@Injectable()
export class MinimumService {
  private readonly log = new Logger('notice');

  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly programme: ProgrammeService,
    private readonly notices: NoticeService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Settles every minimum that is due, each once and by itself; answers how many. */
  async settleDue(signal?: AbortSignal): Promise<number> {
    const due: { eventId: string }[] = await this.manager.query(
      `SELECT event_id AS "eventId" FROM desk_rules
       WHERE minimum IS NOT NULL AND minimum_settled_at IS NULL AND minimum_until <= $1 ORDER BY minimum_until`,
      [this.clock.now().toString()],
    );
    let settled = 0;
    for (const { eventId } of due) {
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
    await lockStanding(manager, eventId);
    const now = this.clock.now();
    const rules = await manager.findOneBy(DeskRules, { eventId, minimumSettledAt: IsNull() });
    if (!rules?.minimum || !rules.minimumUntil) return false;
    if (Temporal.Instant.compare(rules.minimumUntil, now) > 0) return false;
    await manager.update(DeskRules, eventId, { minimumSettledAt: now });
    const [event] = await this.programme.load([eventId], manager);
    if (event?.status !== 'published' || happeningsFor(event, now).length === 0) return true;
    const turnout = await turnoutOf(manager, eventId);
    const counted = turnout.named + turnout.unnamed;
    if (counted >= rules.minimum) return true;
    const minimum = { needed: rules.minimum, counted };
    if (rules.minimumCancels) await this.cancel(manager, event, minimum);
    else await this.propose(manager, event, { ...minimum, ...turnout }, rules.minimumUntil);
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
