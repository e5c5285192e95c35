import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '#config';
import type { Outcome } from './leases.js';
import { type Letter, masked } from './letter.js';
import { Letterhead } from './letterhead.js';
import { type Mail, mailOf } from './mail.js';
import type { Message } from './message.entity.js';
import { mishapOf, reasonOf } from './mishap.js';
import { Outage } from './outage.js';
import { nextAttempt } from './pauses.js';
import { renderLetter } from './render-letter.js';
import { TRANSPORT, type Transport } from './transport.js';

/** Attempts after which a message that cannot be composed is given up: waiting longer mends no mistake of ours. */
const COMPOSED_AT_LAST = 5;

/** Takes letters to the mail server and says what became of them; writes nothing down. */
@Injectable()
export class Postman implements OnApplicationShutdown {
  /** Whether the mail server is away, as far as this process knows. */
  readonly outage = new Outage();

  constructor(
    @Inject(TRANSPORT) private readonly transport: Transport | null,
    private readonly letterhead: Letterhead,
    private readonly clock: Clock,
  ) {}

  /** Whether there is anybody to give mail to. */
  get hasTransport(): boolean {
    return this.transport !== null;
  }

  /** One attempt at one message. Undefined: there was none, because the server is away. */
  async carry(message: Message, letter: Letter | Error): Promise<Outcome | undefined> {
    const ready = letter instanceof Error ? letter : this.prepare(message, letter);
    if (ready instanceof Error) return this.uncomposed(message, ready);
    if (!this.transport) return undefined;
    const { mail, said } = ready;
    try {
      const answer = await this.transport.send(mail);
      this.outage.over();
      return { status: 'sent', answer, said };
    } catch (error) {
      const outcome = this.afterMishap(message, error as Error);
      return outcome && { ...outcome, said };
    }
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }

  private prepare(message: Message, letter: Letter): { mail: Mail; said: Outcome['said'] } | Error {
    try {
      const footer = this.letterhead.footer(letter.language);
      const bodies = renderLetter(letter, footer);
      const sender = letter.sender ?? this.letterhead.sender;
      const mail = mailOf(message, letter, bodies, sender, this.clock.now());
      return { mail, said: { subject: letter.subject, ...renderLetter(masked(letter), footer) } };
    } catch (error) {
      return error as Error;
    }
  }

  private uncomposed(message: Message, error: Error): Outcome {
    if (message.attempts + 1 >= COMPOSED_AT_LAST) return { status: 'failed', answer: error.message };
    return this.again(message, error.message);
  }

  private afterMishap(message: Message, error: Error): Outcome | undefined {
    const reason = reasonOf(error);
    switch (mishapOf(error)) {
      case 'unreachable':
        this.outage.unreachable(reason, this.clock.now());
        return undefined;
      case 'dropped':
        this.outage.dropped(reason, this.clock.now());
        return this.again(message, reason);
      case 'later':
        this.outage.over();
        return this.again(message, reason);
      case 'refused':
        this.outage.over();
        return { status: 'failed', answer: reason };
    }
  }

  private again(message: Message, answer: string): Outcome {
    const now = this.clock.now();
    const nextAttemptAt = nextAttempt(message.attempts + 1, message.triedSince ?? now, now);
    return nextAttemptAt ? { status: 'queued', answer, nextAttemptAt } : { status: 'failed', answer };
  }
}
