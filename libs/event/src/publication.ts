import type { Event } from './event.entity.js';
import type { Revision } from './event-plan.js';
import { NotToBePublished } from './refusals.js';
import { extent } from './times.js';
import { registrationWindow } from './window.js';

/**
 * What changes about an event when it goes before the public. At short notice the usual closing of registration
 * may be past by then: it is open until the start instead. Throws {@link NotToBePublished}.
 */
export function publication(event: Event, now: Temporal.Instant): NonNullable<Revision['event']> {
  const times = extent(event);
  if (!times || (event.status !== 'draft' && event.status !== 'announced')) throw new NotToBePublished();
  const start = times.start.toInstant();
  const { state } = registrationWindow({ ...event, status: 'published' }, now);
  const late = state === 'closed' && Temporal.Instant.compare(now, start) < 0;
  return { status: 'published', ...(late && { closesAt: start }) };
}
