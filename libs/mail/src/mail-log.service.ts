import { existsSync } from 'node:fs';
import { Inject, Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type FindOptionsWhere, In, LessThan, Repository } from 'typeorm';
import { AuditService } from '#audit';
import { Clock, SETTINGS, type Settings } from '#config';
import { Jobs } from '#jobs';
import { emlPath } from './folder-transport.js';
import { MESSAGE_STATUSES, Message, type MessageStatus } from './message.entity.js';

/** Which messages; several conditions hold together. */
export interface MessageFilter {
  status?: MessageStatus;
  eventId?: string;
  subjectId?: string;
}

/** A message in a list: everything but its facts and bodies. */
export type MessageLine = Pick<Message, (typeof LINE)[number]>;

export interface MessagePage {
  items: MessageLine[];
  /** Where the next page begins; missing on the last. */
  nextCursor?: string;
}

const LINE = [
  'id',
  'kind',
  'subjectId',
  'eventId',
  'toAddress',
  'toName',
  'language',
  'status',
  'attempts',
  'nextAttemptAt',
  'mailSubject',
  'answer',
  'createdAt',
  'sentAt',
] as const;

/** What was mailed, what waits and what failed, for the office to read. */
@Injectable()
export class MailLog {
  constructor(
    @InjectRepository(Message) private readonly messages: Repository<Message>,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly audit: AuditService,
  ) {}

  /** The newest first. An id or a cursor that is none finds nothing. */
  async page(filter: MessageFilter = {}, cursor?: string, limit = 50): Promise<MessagePage> {
    const where = conditions(filter, cursor);
    if (!where) return { items: [] };
    const found = await this.messages.find({
      select: Object.fromEntries(LINE.map((column) => [column, true])),
      where,
      order: { id: 'DESC' },
      take: limit + 1,
    });
    const items = found.slice(0, limit);
    return found.length > limit ? { items, nextCursor: items.at(-1)?.id } : { items };
  }

  /** How many messages have each status; one event's or all. */
  async counts(eventId?: string): Promise<Record<MessageStatus, number>> {
    const rows: { status: MessageStatus; count: number }[] = await this.messages.query(
      'SELECT status, count(*)::int AS count FROM message WHERE $1::uuid IS NULL OR event_id = $1 GROUP BY status',
      [eventId ?? null],
    );
    const none = Object.fromEntries(MESSAGE_STATUSES.map((status) => [status, 0]));
    return { ...none, ...Object.fromEntries(rows.map(({ status, count }) => [status, count])) } as Record<
      MessageStatus,
      number
    >;
  }

  /** How many messages have not been sent yet, held or about to be. */
  unsent(): Promise<number> {
    return this.messages.countBy({ status: In(['queued', 'sending', 'held']) });
  }

  /** One message with its bodies, and the file it was written to if there is one. */
  async find(id: string): Promise<{ message: Message; file?: string } | undefined> {
    const message = isUuid(id) ? await this.messages.findOneBy({ id }) : null;
    if (!message) return undefined;
    const file = emlPath(this.settings.home, id);
    return existsSync(file) ? { message, file } : { message };
  }

  /** Tries a failed message again, with three new days. Answers whether there was one. */
  async retry(id: string, actor: string): Promise<boolean> {
    if (!isUuid(id)) return false;
    const again = await this.messages.manager.transaction(async (manager) => {
      const failed = await manager.findOneBy(Message, { id, status: 'failed' });
      const { affected } = await manager.update(
        Message,
        { id, status: 'failed' },
        { status: 'queued', attempts: 0, triedSince: null, nextAttemptAt: this.clock.now() },
      );
      if (!failed || affected !== 1) return false;
      const before = { status: failed.status, answer: failed.answer };
      await this.audit.record(manager, {
        actor,
        action: 'message.retry',
        subject: { type: 'message', id },
        before,
      });
      return true;
    });
    if (again) this.jobs.wake('mail.deliver');
    return again;
  }
}

function conditions(
  { status, eventId, subjectId }: MessageFilter,
  cursor?: string,
): FindOptionsWhere<Message> | undefined {
  if (![eventId, subjectId, cursor].every((id) => id === undefined || isUuid(id))) return undefined;
  return {
    ...(status && { status }),
    ...(eventId && { eventId }),
    ...(subjectId && { subjectId }),
    ...(cursor && { id: LessThan(cursor) }),
  };
}

const isUuid = (text: string): boolean => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
