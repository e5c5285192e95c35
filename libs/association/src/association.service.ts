import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { type EntityManager, IsNull, Not } from 'typeorm';
import { AuditService } from '#audit';
import { Clock, SETTINGS, type Settings } from '#config';
import { Letterhead } from '#mail';
import { AssociationRow } from './association.entity.js';
import { type Association, associationOf, completed } from './association.js';
import type { AssociationFacts } from './association.schema.js';
import { SenderTest } from './sender-test.entity.js';

/** How long a process goes on with what it has read, while another may have changed it. */
const KEPT_FOR = Temporal.Duration.from({ seconds: 5 });

/** Whose registration desk this is. Every page and every letter asks, so each process keeps the answer. */
@Injectable()
export class AssociationService implements OnModuleInit {
  private readonly log = new Logger('association');
  private known: Association;
  private readAt?: Temporal.Instant;

  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly audit: AuditService,
    private readonly letterhead: Letterhead,
    private readonly clock: Clock,
  ) {
    this.known = associationOf(settings);
  }

  async onModuleInit(): Promise<void> {
    this.letterhead.signAs(() => this.current().sender);
    await this.refresh();
  }

  /** The association as this process knows it; what is older than some seconds is read again for the next who asks. */
  current(): Association {
    const now = this.clock.now();
    if (this.readAt && Temporal.Instant.compare(now, this.readAt.add(KEPT_FOR)) >= 0) {
      // Who asks meanwhile need not ask the database too.
      this.readAt = now;
      this.refresh().catch((error: Error) => this.log.warn(`Could not be read again: ${error.message}`));
    }
    return this.known;
  }

  /** What was entered so far; undefined before the first time. */
  async entered(): Promise<AssociationRow | undefined> {
    return (await this.manager.findOneBy(AssociationRow, { id: 1 })) ?? undefined;
  }

  /** Enters or changes what is known of the association. Saying the same again changes nothing. */
  async describe(facts: AssociationFacts, actor: string): Promise<void> {
    await this.manager.transaction(async (manager) => {
      const before = await manager.findOneBy(AssociationRow, { id: 1 });
      const { imprint = null, privacy = null, phone = null, ...rest } = facts;
      const after = { ...rest, phone, imprint, privacy };
      await manager.upsert(AssociationRow, { id: 1, ...after, changedAt: this.clock.now() }, ['id']);
      await this.audit.record(manager, {
        actor,
        action: 'association.describe',
        subject: { type: 'association', id: '1' },
        before: before ?? undefined,
        after,
      });
    });
    await this.refresh();
  }

  /** Reads again what may have changed. The demo speaks for its forum, whatever the tables say. */
  async refresh(): Promise<void> {
    if (this.settings.mode === 'demo') return;
    const sender = await this.manager.findOne(SenderTest, {
      where: { confirmedAt: Not(IsNull()) },
      order: { confirmedAt: 'DESC' },
    });
    const row = (await this.entered()) ?? null;
    this.known = completed(associationOf(this.settings), row, sender);
    this.readAt = this.clock.now();
  }
}
