export { ATTENDEE_MARKS, type Attendee, type AttendeeFilter, type AttendeeMark } from './attendee.js';
export { AttendeeCsv } from './attendee-csv.service.js';
export { AttendeeList, type AttendeePage } from './attendee-list.service.js';
export { type Double, Doubles } from './doubles.service.js';
export { Imported, type ImportResult } from './imported.service.js';
export { Interested } from './interested.service.js';
export { InvitationCsv } from './invitation-csv.service.js';
export { type EventRequests, OpenRequests } from './open-requests.service.js';
export { type EventOrigins, Origins, type UnknownSpelling } from './origins.service.js';
export { type HistoryLine, RegistrationHistory } from './registration-history.service.js';
export { ReportModule } from './report.module.js';
export {
  type SensitiveAnswer,
  SensitiveAnswers,
  type SensitiveQuestion,
} from './sensitive-answers.service.js';
export type { CsvFile, Dialect } from './spreadsheet.js';
