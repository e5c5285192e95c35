import type { EntityManager } from 'typeorm';
import type { Event } from '#event';
import type { Found, KnownRegistration } from './desk-book.js';
import type { EventRules } from './event-rules.service.js';

/** What is there for preparing a batch. */
export interface Setting {
  event: Event;
  rules: EventRules;
  now: Temporal.Instant;
  /** Submissions answered before, by client and key. */
  answered: Found['answered'];
  /** The registrations that requests name, by id. */
  known: ReadonlyMap<string, KnownRegistration>;
  manager: EntityManager;
}
