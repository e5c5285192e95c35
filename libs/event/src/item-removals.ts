import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { EventItem } from './event-item.entity.js';

/** Refuses, by what it throws, that points are taken off a programme; asked in the transaction that would do it. */
export type ItemGuard = (items: readonly EventItem[], manager: EntityManager) => Promise<void>;

/** Who has a say when points are taken off a programme: the rooms above that know what hangs on them. */
@Injectable()
export class ItemRemovals {
  private readonly guards: ItemGuard[] = [];

  add(guard: ItemGuard): void {
    this.guards.push(guard);
  }

  /** Asks everybody, one after the other. */
  async ask(items: readonly EventItem[], manager: EntityManager): Promise<void> {
    if (items.length === 0) return;
    for (const guard of this.guards) await guard(items, manager);
  }
}
