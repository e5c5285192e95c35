import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type EventItem, ItemRemovals } from '#event';
import { ACTIVE } from '#registration';
import { ItemChosen } from './refusals.js';

/** Keeps points on the programme as long as people can choose them: their seats and choices hang on them. */
@Injectable()
export class ChosenItems implements OnModuleInit {
  constructor(private readonly removals: ItemRemovals) {}

  onModuleInit(): void {
    this.removals.add((items, manager) => this.refuseChosen(items, manager));
  }

  private async refuseChosen(items: readonly EventItem[], manager: EntityManager): Promise<void> {
    const rows: { id: string; people: number }[] = await manager.query(
      `SELECT a.id, count(r.id)::integer AS people
       FROM allotment a
       LEFT JOIN claim c ON c.allotment_id = a.id
       LEFT JOIN registration r ON r.id = c.registration_id AND r.status = ANY($2)
       WHERE a.id = ANY($1) GROUP BY a.id ORDER BY people DESC LIMIT 1`,
      [items.map(({ id }) => id), ACTIVE],
    );
    const [chosen] = rows;
    const item = items.find(({ id }) => id === chosen?.id);
    if (chosen && item) throw new ItemChosen(Object.values(item.title)[0] ?? '', chosen.people);
  }
}
