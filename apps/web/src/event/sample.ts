import type { EventBrief, Sitting } from './event-brief.js';

const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Berlin');

/** A sitting on that day from ten to twelve. */
export const sittingOn = (day: string, more: Partial<Sitting> = {}): Sitting => ({
  start: at(`${day}T10:00`),
  end: at(`${day}T12:00`),
  ...more,
});

/** A public online workshop on 14 January 2027 that one can register for, changed as a test needs it. */
export const sampleEvent = (more: Partial<EventBrief> = {}): EventBrief => ({
  href: '/events/squares',
  kind: 'workshop',
  status: 'published',
  title: { text: 'Managing squares', language: 'en' },
  format: 'online',
  audience: 'public',
  hosts: [{ name: 'Forum' }],
  dates: [sittingOn('2027-01-14')],
  over: false,
  registering: { state: 'open', closesAt: at('2027-01-14T10:00') },
  seats: [{ attendance: 'online', capacity: 30, taken: 18, waiting: 0 }],
  hasWaitingList: true,
  ...more,
});
