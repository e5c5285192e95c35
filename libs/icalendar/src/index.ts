export { type Appointment, cancellation, invitation, type Mailbox } from './appointment.js';
export type { CalendarEntry } from './entry.js';
export { calendarFile, type Feed, feed } from './feed.js';
