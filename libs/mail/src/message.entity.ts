import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instant } from '#database';
import type { Language } from '#language';

/**
 * Where a message stands: `queued` waits for its time (also between two attempts), `sending` is in a worker's hands,
 * `sent` was taken by the mail server, `failed` will not be tried again, `held` waits for a mail server to exist.
 */
export const MESSAGE_STATUSES = ['queued', 'sending', 'sent', 'failed', 'held'] as const;

export type MessageStatus = (typeof MESSAGE_STATUSES)[number];

/** What a message tells, frozen when it was written; only its kind knows the shape. */
export type Facts = Record<string, unknown>;

/** One mail to one person: the outbox until it is sent, the log from then on. */
@Entity('message')
export class Message {
  /** Rises with time, so that the newest can be listed by it. */
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: string;

  /** What it tells about, for example a registration. */
  @Column('uuid', { nullable: true })
  subjectId!: string | null;

  @Column('uuid', { nullable: true })
  eventId!: string | null;

  @Column('text')
  toAddress!: string;

  @Column('text')
  toName!: string;

  @Column('text')
  language!: Language;

  @Column('jsonb')
  facts!: Facts;

  /** Unique: a second message with the same key is never written. */
  @Column('text')
  key!: string;

  @Column('text')
  status!: MessageStatus;

  @Column('integer')
  attempts!: number;

  /** First of the present run of attempts; null before it and after the office asked for a new run. */
  @Column('timestamptz', { nullable: true, transformer: instant })
  triedSince!: Temporal.Instant | null;

  /** When it is due; says nothing once it is sent or has failed. */
  @Column('timestamptz', { transformer: instant })
  nextAttemptAt!: Temporal.Instant;

  /** Token of the worker that has it in hand, and until when the worker may keep silent. */
  @Column('uuid', { nullable: true })
  lease!: string | null;

  @Column('timestamptz', { nullable: true, transformer: instant })
  leasedUntil!: Temporal.Instant | null;

  /** The mail's Message-ID with its brackets, fixed at the first attempt. */
  @Column('text', { nullable: true })
  messageId!: string | null;

  /** Subject and bodies as sent, with secret links masked. */
  @Column('text', { nullable: true })
  mailSubject!: string | null;

  @Column('text', { nullable: true })
  bodyText!: string | null;

  @Column('text', { nullable: true })
  bodyHtml!: string | null;

  /** What the mail server said last, or why it could not be asked. */
  @Column('text', { nullable: true })
  answer!: string | null;

  @Column('timestamptz', { transformer: instant })
  createdAt!: Temporal.Instant;

  @Column('timestamptz', { nullable: true, transformer: instant })
  sentAt!: Temporal.Instant | null;
}
