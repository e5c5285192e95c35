import { Injectable } from '@nestjs/common';
import type { Letter } from './letter.js';
import type { Message } from './message.entity.js';

/**
 * Says what messages of one kind say, all at once, so that what they share is loaded once. Answers a letter per
 * message id; whatever it leaves out counts as not composed.
 */
export type Compose = (messages: readonly Message[]) => Promise<ReadonlyMap<string, Letter>>;

/** How each kind of message is composed; the rooms that write a kind register it when they start. */
@Injectable()
export class MailKinds {
  private readonly kinds = new Map<string, Compose>();

  /** Throws if the kind is registered already. */
  register(kind: string, compose: Compose): void {
    if (this.kinds.has(kind)) throw new Error(`Two rooms compose the kind ${kind}`);
    this.kinds.set(kind, compose);
  }

  /** Throws if nobody registered the kind. */
  composer(kind: string): Compose {
    const compose = this.kinds.get(kind);
    if (!compose) throw new Error(`Nobody composes the kind ${kind}`);
    return compose;
  }
}
