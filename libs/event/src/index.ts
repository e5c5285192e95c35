export { announcedText } from './announced.js';
export { calendarEntry } from './calendar-entry.js';
export type { CopyWish } from './copy.js';
export { Event } from './event.entity.js';
export { EventModule } from './event.module.js';
export { EventDate } from './event-date.entity.js';
export { EventItem } from './event-item.entity.js';
export type { DatePlan, EventPlan, ItemPlan, Revision } from './event-plan.js';
export { type ItemGuard, ItemRemovals } from './item-removals.js';
export { nextSitting, runsForward, type Sitting } from './moved.js';
export { PlanningService } from './planning.service.js';
export {
  PROGRAMME_VERSION,
  type ProgrammeFilter,
  type ProgrammePage,
  ProgrammeService,
  type ProgrammeState,
} from './programme.service.js';
export { EventUnknown, NotToBePublished } from './refusals.js';
export { itemsDuring, itemsOn, movedDate, type Rework, revised, reworked, samePlan } from './rework.js';
export { extent, heldDates, timesOf, zoned } from './times.js';
export { type RegistrationWindow, registrationWindow, usualClosing } from './window.js';
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
  FREE_KINDS,
  type Host,
  OUR_ROLES,
  type OurRole,
  type Speaker,
} from './words.js';
