import type { EventStatus } from '#event';
import { Badge, type Tone, type Visit } from '../view/index.js';

const TONES: Record<EventStatus, Tone | undefined> = {
  draft: 'info',
  announced: 'info',
  published: undefined,
  postponed: 'warning',
  cancelled: 'danger',
};

/** An event's status where it is out of the ordinary; nothing for a published event. */
export function StatusBadge({ visit, status }: { visit: Visit; status: EventStatus }) {
  const tone = TONES[status];
  return tone ? <Badge tone={tone}>{visit.t(`event.${status}`)}</Badge> : null;
}
