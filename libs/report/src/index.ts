export type { Attendee, AttendeeFilter } from './attendee.js';
export { AttendeeCsv } from './attendee-csv.service.js';
export { AttendeeList, type AttendeePage } from './attendee-list.service.js';
export { InvitationCsv } from './invitation-csv.service.js';
export { type EventOrigins, Origins, type UnknownSpelling } from './origins.service.js';
export { type HistoryLine, RegistrationHistory } from './registration-history.service.js';
export { ReportModule } from './report.module.js';
export type { CsvFile, Dialect } from './spreadsheet.js';
