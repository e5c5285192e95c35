export { addressSchema } from '#database';
export { isLate, needsApproval, offered, withdrawalOver } from './admission.js';
export { type AdmissionRule, AdmissionRules } from './admission-rules.js';
export { Clerk } from './desk/clerk.service.js';
export type { DeskRequest, DeskResult, Newcomer, Registered, Settled } from './desk/desk-request.js';
export { eventFacts } from './letter/event-facts.js';
export {
  type Choices,
  type ChoosableSession,
  choicesSchemaFor,
  MOST_PEOPLE_AT_ONCE,
  type NewcomerInput,
  newcomerSchema,
  newcomerSchemaFor,
  type PartyInput,
  partySchema,
  partySchemaFor,
} from './newcomer.schema.js';
export { type OfficeAct, OfficeDesk } from './office-desk.service.js';
export { OpeningService } from './opening.service.js';
export { type PersonKey, personKey } from './person.js';
export { countPositions } from './positions.js';
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
export { Allotment, Claim } from './rules/allotment.entity.js';
export { DeskRules, defaultRules } from './rules/desk-rules.entity.js';
export { overlapIn, type Session, seatsLeft, sessionsOf } from './sessions.js';
export type { Answer } from './settle/ask.js';
export { type SeatCount, type SeatPlan, type SeatsView, StandingService } from './standing.service.js';
export type { AnsweredPerson } from './submission.entity.js';
export { type Outcome, SubmissionService } from './submission.service.js';
export { type Difference, neverTold, recountSeats, stuckInLine } from './verify.js';
export { ACTIVE, isActive, REGISTRATION_STATUSES, type RegistrationStatus } from './words.js';
