import { randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '#config';
import { insertAll, insertion, type Statement } from '#database';
import { Jobs } from '#jobs';
import type { Language } from '#language';
import type { Facts } from './message.entity.js';

/** A message to be written. */
export interface NewMessage {
  /** One of the registered kinds; says how it is composed. */
  kind: string;
  subjectId?: string;
  eventId?: string;
  to: { address: string; name: string };
  language: Language;
  /** Everything the mail tells that may change until it is sent; no secrets. */
  facts: Facts;
  /** What makes it the only one of its sort, for example `<registration>/confirmed/3`. */
  key: string;
  /** It is about what this transaction makes, so nobody can have written it before. */
  isNew?: boolean;
}

/** Where every mail begins: as a row, in the transaction of the fact it tells. */
@Injectable()
export class Outbox {
  constructor(
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  /**
   * Writes messages in the caller's transaction, with one statement; those whose key exists already are left out.
   * After the commit the caller wakes the worker with {@link wake}.
   */
  async write(manager: EntityManager, messages: readonly NewMessage[]): Promise<void> {
    const times = this.times();
    const rows = messages.map((message) => ({ ...rowOf(message), ...times }));
    await insertAll(manager, 'message', rows, UNLESS_WRITTEN);
  }

  /** The same as statements, to be sent together with those of the fact that is told. */
  statements(messages: readonly NewMessage[]): Statement[] {
    const shared = this.times();
    const [fresh, others] = [messages.filter((one) => one.isNew), messages.filter((one) => !one.isNew)];
    return [
      ...insertion('message', fresh.map(rowOf), { shared }),
      ...insertion('message', others.map(rowOf), { onConflict: UNLESS_WRITTEN, shared }),
    ];
  }

  /** Has the written messages sent now rather than at the next turn of the schedule. Never throws. */
  wake(): void {
    this.jobs.wake('mail.deliver');
  }

  private times() {
    const now = this.clock.now().toString();
    return { next_attempt_at: now, created_at: now };
  }
}

const UNLESS_WRITTEN = 'ON CONFLICT (key) DO NOTHING';

const rowOf = ({ kind, subjectId, eventId, to, language, facts, key }: NewMessage) => ({
  id: randomUUIDv7(),
  kind,
  subject_id: subjectId,
  event_id: eventId,
  to_address: to.address,
  to_name: to.name,
  language,
  facts,
  key,
});
