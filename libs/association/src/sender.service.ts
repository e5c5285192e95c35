import { randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { type EntityManager, IsNull, Not } from 'typeorm';
import { Links } from '#account';
import { AuditService } from '#audit';
import { Clock } from '#config';
import type { Language } from '#language';
import { Outbox } from '#mail';
import type { SenderFacts } from './association.schema.js';
import { AssociationService } from './association.service.js';
import { SenderTestOver } from './refusals.js';
import { SENDER_TEST, type SenderTestFacts } from './sender-letter.js';
import { SenderTest } from './sender-test.entity.js';

/** Who a test mail is for, as far as it is not in the form. */
export interface SenderAsking {
  actor: string;
  language: Language;
  /** How the person who reads the test mail is called. */
  toName: string;
}

/** The sender of all mails: tried with a mail, in use once somebody has confirmed that it arrived. */
@Injectable()
export class SenderService {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly association: AssociationService,
    private readonly links: Links,
    private readonly outbox: Outbox,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Writes a test mail from the sender as entered; only the latest one can be confirmed. */
  async test({ name, address, to }: SenderFacts, { actor, language, toName }: SenderAsking): Promise<void> {
    const id = randomUUIDv7();
    const facts: SenderTestFacts = { name, address };
    await this.manager.transaction(async (manager) => {
      await manager.insert(SenderTest, {
        ...{ id, name, address, toAddress: to },
        requestedBy: actor,
        requestedAt: this.clock.now(),
        confirmedAt: null,
      });
      await this.outbox.write(manager, [
        {
          kind: SENDER_TEST,
          subjectId: id,
          to: { address: to, name: toName },
          language,
          facts: { ...facts },
          key: `${id}/test`,
        },
      ]);
      const subject = { type: 'sender', id };
      await this.audit.record(manager, {
        actor,
        action: 'sender.test',
        subject,
        after: { name, address, to },
      });
    });
    this.outbox.wake();
  }

  /** The latest test, confirmed or not; undefined before the first. */
  async latest(): Promise<SenderTest | undefined> {
    // Ids rise with time.
    const [found] = await this.manager.find(SenderTest, { order: { id: 'DESC' }, take: 1 });
    return found;
  }

  /** Whether a sender is in use that somebody confirmed. */
  isConfirmed(): Promise<boolean> {
    return this.manager.existsBy(SenderTest, { confirmedAt: Not(IsNull()) });
  }

  /** What the link of a test mail is about; throws {@link SenderTestOver}. */
  async byLink(token: string): Promise<SenderTest> {
    const test = await this.latest();
    if (!test || !this.links.opens(token, 'sender', test.id)) throw new SenderTestOver();
    return test;
  }

  /** The test mail has arrived: from now on mails come from this sender. Confirming twice changes nothing more. */
  async confirm(token: string): Promise<void> {
    const { id } = await this.byLink(token);
    await this.manager.transaction(async (manager) => {
      const test = await manager.findOneOrFail(SenderTest, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      if (test.confirmedAt) return;
      await manager.update(SenderTest, id, { confirmedAt: this.clock.now() });
      const subject = { type: 'sender', id };
      await this.audit.record(manager, { actor: 'link', action: 'sender.confirm', subject });
    });
    await this.association.refresh();
  }
}
