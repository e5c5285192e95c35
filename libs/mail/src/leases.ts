import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, Repository } from 'typeorm';
import { Clock } from '#config';
import { cleanLine } from '#database';
import { Letterhead } from './letterhead.js';
import { Message } from './message.entity.js';
import { PERSEVERANCE } from './pauses.js';

/** Messages in one worker's hands. */
export interface Lease {
  token: string;
  messages: Message[];
  /** Until when they are in these hands, unless the lease is renewed. */
  until: Temporal.Instant;
}

/** How an attempt ended. A queued one needs the time of the next attempt. */
export interface Outcome {
  status: 'sent' | 'queued' | 'failed';
  /** What the server answered, or what kept the message from it. */
  answer: string;
  nextAttemptAt?: Temporal.Instant;
  /** What was sent, or was to be, as it may be kept. */
  said?: { subject: string; text: string; html: string };
}

/** A worker that keeps silent for so long is taken for dead, and its messages for unsent. */
const LEASE = Temporal.Duration.from({ minutes: 2 });

/** Who has which message in hand. Every change of a leased row is bound to the lease's token. */
@Injectable()
export class Leases {
  constructor(
    @InjectRepository(Message) private readonly messages: Repository<Message>,
    private readonly letterhead: Letterhead,
    private readonly clock: Clock,
  ) {}

  /** Takes up to so many of the messages that are due, the longest waiting first; none that another worker has. */
  async take(limit: number): Promise<Lease> {
    const token = randomUUID();
    const now = this.clock.now();
    const until = now.add(LEASE);
    const parameters = [token, `${until}`, `${now}`, limit, this.letterhead.domain];
    const [rows]: [{ id: string }[], number] = await this.messages.query(TAKE, parameters);
    const messages = await this.messages.find({
      where: { id: In(rows.map((row) => row.id)) },
      order: { id: 'ASC' },
    });
    return { token, messages, until };
  }

  /** Says that the worker is still at it. */
  async renew(lease: Lease): Promise<void> {
    const until = this.clock.now().add(LEASE);
    const { affected } = await this.messages.update(held(lease), { leasedUntil: until });
    if (affected) lease.until = until;
  }

  /** Records how the attempt ended; without effect if the lease was lost meanwhile. */
  async settle({ token }: Lease, message: Message, outcome: Outcome): Promise<void> {
    const now = this.clock.now();
    const sent = outcome.status === 'sent';
    const record = () =>
      this.messages.update(
        { id: message.id, lease: token },
        {
          status: outcome.status,
          attempts: message.attempts + 1,
          triedSince: message.triedSince ?? now,
          nextAttemptAt: outcome.nextAttemptAt ?? now,
          answer: readable(outcome.answer),
          ...(outcome.said && {
            mailSubject: outcome.said.subject,
            bodyText: outcome.said.text,
            bodyHtml: outcome.said.html,
          }),
          ...(sent && { sentAt: now }),
          lease: null,
          leasedUntil: null,
        },
      );
    // What the server took must be recorded, else it is sent again: a short trouble of the database is waited out.
    await record()
      .catch(() => pause(1_000).then(record))
      .catch(() => pause(3_000).then(record));
  }

  /** Gives back what was not attempted: it can be taken again at once. */
  async giveBack(lease: Lease): Promise<void> {
    await this.messages.update(held(lease), { status: 'queued', lease: null, leasedUntil: null });
  }

  /** Gives back what could not be attempted because the server is away; after three days of that it has failed. */
  async postpone({ token, messages }: Lease, until: Temporal.Instant, reason: string): Promise<void> {
    const now = this.clock.now();
    const ids = messages.map(({ id }) => id);
    await this.messages.query(POSTPONE, [
      ids,
      token,
      `${until}`,
      readable(reason),
      `${now}`,
      `${now.subtract(PERSEVERANCE)}`,
    ]);
  }

  /** Sets aside what is due while there is no mail server to give it to. */
  async hold(): Promise<void> {
    await this.messages.query(
      `UPDATE message SET status = 'held', lease = NULL, leased_until = NULL WHERE ${DUE}`,
      [`${this.clock.now()}`],
    );
  }

  /** Queues again what was set aside. */
  async release(): Promise<void> {
    await this.messages.update({ status: 'held' }, { status: 'queued', nextAttemptAt: this.clock.now() });
  }
}

// A server may say anything; what the database cannot keep would have the mail sent again and again.
const readable = (answer: string): string => cleanLine(answer).slice(0, 1_000).toWellFormed();

const DUE = `status IN ('queued', 'sending') AND coalesce(leased_until, next_attempt_at) <= $1`;

const TAKE = `
  WITH due AS MATERIALIZED (
    SELECT id FROM message
    WHERE ${DUE.replace('$1', '$3')}
    ORDER BY coalesce(leased_until, next_attempt_at), id
    LIMIT $4
    FOR UPDATE SKIP LOCKED
  )
  UPDATE message SET status = 'sending', lease = $1, leased_until = $2,
    message_id = coalesce(message_id, '<' || message.id || '@' || $5::text || '>')
  FROM due WHERE message.id = due.id
  RETURNING message.id`;

const POSTPONE = `
  UPDATE message SET lease = NULL, leased_until = NULL, next_attempt_at = $3, answer = $4,
    tried_since = coalesce(tried_since, $5),
    status = CASE WHEN tried_since <= $6 THEN 'failed' ELSE 'queued' END
  WHERE id = ANY ($1) AND lease = $2`;

// By id as well, because there is no index on the token; settled messages no longer carry it.
const held = ({ token, messages }: Lease) => ({ id: In(messages.map(({ id }) => id)), lease: token });
