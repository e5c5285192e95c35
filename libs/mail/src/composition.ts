import { Injectable } from '@nestjs/common';
import type { Letter } from './letter.js';
import { MailKinds } from './mail-kinds.js';
import type { Message } from './message.entity.js';

/** Per message its letter, or the error that kept it from being composed. */
export type Composed = ReadonlyMap<string, Letter | Error>;

/** Composes messages of any kinds so that one that cannot be composed holds up no other. */
@Injectable()
export class Composition {
  constructor(private readonly kinds: MailKinds) {}

  async compose(messages: readonly Message[]): Promise<Composed> {
    const composed = new Map<string, Letter | Error>();
    for (const [kind, ofKind] of Map.groupBy(messages, (message) => message.kind)) {
      for (const [id, result] of await this.composeKind(kind, ofKind)) composed.set(id, result);
    }
    return composed;
  }

  private async composeKind(kind: string, messages: readonly Message[]): Promise<Composed> {
    try {
      const letters = await this.kinds.composer(kind)(messages);
      return new Map(messages.map(({ id }) => [id, letters.get(id) ?? nothingComposed(kind)]));
    } catch (error) {
      if (messages.length <= 1) return new Map(messages.map(({ id }) => [id, asError(error)]));
      // Together they failed; alone, all but the guilty succeed.
      const alone = await Promise.all(messages.map((message) => this.composeKind(kind, [message])));
      return new Map(alone.flatMap((result) => [...result]));
    }
  }
}

const nothingComposed = (kind: string): Error => new Error(`Nothing was composed for this ${kind}`);

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
