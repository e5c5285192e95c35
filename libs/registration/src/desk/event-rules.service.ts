import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Allotment } from '../rules/allotment.entity.js';
import { Contingent } from '../rules/contingent.entity.js';
import { DeskRules, defaultRules } from '../rules/desk-rules.entity.js';

/** What the desk must know of an event's rules; changes only with `standing.rules_version`. */
export interface EventRules {
  version: number;
  rules: DeskRules;
  /** By member id. */
  contingents: ReadonlyMap<string, Contingent>;
  /** Ids of the sessions that can be chosen; empty where there are none. */
  sessions: ReadonlySet<string>;
  /** Whether anything is limited beside the seats. */
  hasAllotments: boolean;
  /** Version of the event's form; null where nothing is asked. */
  formVersion: number | null;
}

const MOST_KEPT = 500;

/** Keeps the rules of busy events: a hot event is asked for hundreds of times a second. */
@Injectable()
export class EventRulesKeeper {
  private readonly kept = new Map<string, EventRules>();

  /** The rules as they stand in a transaction that may have changed them; not kept, because it may yet be undone. */
  read(eventId: string, version: number, manager: EntityManager): Promise<EventRules> {
    return readRules(eventId, version, manager);
  }

  /** The rules as of this version, which must have been read under the standing's lock. */
  async current(eventId: string, version: number, manager: EntityManager): Promise<EventRules> {
    const kept = this.kept.get(eventId);
    if (kept?.version === version) return kept;
    const read = await readRules(eventId, version, manager);
    if (this.kept.size >= MOST_KEPT) this.kept.clear();
    this.kept.set(eventId, read);
    return read;
  }
}

async function readRules(eventId: string, version: number, manager: EntityManager): Promise<EventRules> {
  const rules = (await manager.findOneBy(DeskRules, { eventId })) ?? defaultRules(eventId);
  const contingents = await manager.findBy(Contingent, { eventId });
  const allotments = await manager.findBy(Allotment, { eventId });
  const [form] = await manager.query('SELECT version FROM form WHERE event_id = $1', [eventId]);
  return {
    version,
    rules,
    contingents: new Map(contingents.map((one) => [one.memberId, one])),
    sessions: new Set(allotments.filter(({ kind }) => kind === 'session').map(({ id }) => id)),
    hasAllotments: allotments.length > 0,
    formVersion: form?.version ?? null,
  };
}
