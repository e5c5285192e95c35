export { addressSchema } from '#database';
export { isLate, needsApproval, offered, withdrawalOver } from './admission.js';
export { type AdmissionRule, AdmissionRules } from './admission-rules.js';
export { type Caretaker, Caretakers, type Caring, type Leaver } from './caretakers.js';
export { Clerk } from './desk/clerk.service.js';
export type {
  Audited,
  DeskRequest,
  DeskResult,
  Newcomer,
  Registered,
  Resized,
  Settled,
} from './desk/desk-request.js';
export { DeskMatters, type Sequences } from './desk-matters.service.js';
export { type Held, heldBack } from './held-back.js';
export { LIST_COLUMNS, type ListColumn } from './import/columns.js';
export type { JudgedListLine, ListState } from './import/judge.js';
export { ListImport, type ListPreview, MOST_LISTED } from './import/list-import.service.js';
export { appointmentEntry } from './letter/appointment-entry.js';
export { type Chosen, chosenInMailboxes } from './letter/chosen-in-mailbox.js';
export { eventFacts } from './letter/event-facts.js';
export { type Waiting, waitingWords } from './letter/waiting-words.js';
export { NearerDeadlines } from './nearer-deadlines.js';
export {
  attendanceSchema,
  type Choices,
  type ChoosableSession,
  choicesSchemaFor,
  MOST_PEOPLE_AT_ONCE,
  type NewcomerInput,
  newcomerSchema,
  newcomerSchemaFor,
  type PartyInput,
  partySchemaFor,
} from './newcomer.schema.js';
export { KNOWN_APART } from './office/known-apart.js';
export { type Moved, Moving } from './office/moving.service.js';
export { Namesakes } from './office/namesakes.service.js';
export type { OfficeAct } from './office/office-book.service.js';
export { OfficeDesk } from './office/office-desk.service.js';
export { OpeningService } from './opening.service.js';
export { type PersonKey, personKey } from './person.js';
export { countPositions, GOING_FIRST } from './positions.js';
export * from './refusals.js';
export type { Registration } from './registration.entity.js';
export { RegistrationModule } from './registration.module.js';
export {
  type Acting,
  type Asking,
  type Changes,
  RegistrationService,
  type RegistrationView,
} from './registration.service.js';
export { RegistrationChange } from './registration-change.entity.js';
export { Allotment } from './rules/allotment.entity.js';
export type { OptionLimit } from './rules/allotments.js';
export type { MemberContingent } from './rules/contingents.js';
export { DeskRules, LINE_ORDERS, PROMOTIONS, PROOFS } from './rules/desk-rules.entity.js';
export { DeskRulesService } from './rules/desk-rules.service.js';
export { type Minimum, Minimums } from './rules/minimums.service.js';
export { namingDeadline, timeToName } from './rules/naming-deadline.js';
export { RulesContradict } from './rules/refusals.js';
export type { ContingentsInput, RulesInput, SeatsInput, SessionsInput } from './rules/rules.schema.js';
export { contested, offersPlaces, releaseOf } from './rules/rules-at.js';
export { type Session, seatsLeft, sessionsOf } from './sessions.js';
export type { Answer } from './settle/ask.js';
export { type SeatCount, type SeatPlan, type SeatsView, StandingService } from './standing.service.js';
export type { AnsweredPerson } from './submission.entity.js';
export { type Outcome, SubmissionService } from './submission.service.js';
export { takenChoice } from './taken-choice.js';
export { astray, type Difference, neverTold, recountSeats, stuckInLine } from './verify.js';
export { ACTIVE, isActive, REGISTRATION_STATUSES, type RegistrationStatus } from './words.js';
