export type { Attendee, AttendeeFilter } from './attendee.js';
export { AttendeeCsv, type CsvFile, type Dialect } from './attendee-csv.service.js';
export { AttendeeList, type AttendeePage } from './attendee-list.service.js';
export { type HistoryLine, RegistrationHistory } from './registration-history.service.js';
export { ReportModule } from './report.module.js';
