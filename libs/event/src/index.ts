export { announcedText } from './announced.js';
export { calendarEntry } from './calendar-entry.js';
export { Event } from './event.entity.js';
export { EventModule } from './event.module.js';
export { EventDate } from './event-date.entity.js';
export { EventItem } from './event-item.entity.js';
export { type DatePlan, type EventPlan, PlanningService, type Revision } from './planning.service.js';
export {
  type ProgrammeFilter,
  type ProgrammePage,
  ProgrammeService,
  type ProgrammeState,
} from './programme.service.js';
export { EventUnknown } from './refusals.js';
export { extent, heldDates, timesOf, zoned } from './times.js';
export { type RegistrationWindow, registrationWindow } from './window.js';
export {
  type Attendance,
  AUDIENCES,
  type Audience,
  EVENT_KINDS,
  EVENT_STATUSES,
  type EventKind,
  type EventStatus,
  FORMATS,
  type Format,
  type Host,
  OUR_ROLES,
  type OurRole,
  type Speaker,
} from './words.js';
