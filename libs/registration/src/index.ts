export { addressSchema } from '#database';
export { offered, withdrawalOver } from './admission.js';
export { eventFacts } from './event-facts.js';
export {
  MOST_PEOPLE_AT_ONCE,
  type NewcomerInput,
  newcomerSchema,
  type PartyInput,
  partySchema,
  partySchemaFor,
} from './newcomer.schema.js';
export { OpeningService } from './opening.service.js';
export { type PersonKey, personKey } from './person.js';
export { countPositions } from './positions.js';
export * from './refusals.js';
export type { Registration } from './registration.entity.js';
export { RegistrationModule } from './registration.module.js';
export { type Asking, RegistrationService, type RegistrationView } from './registration.service.js';
export { RegistrationChange } from './registration-change.entity.js';
export { type SeatPlan, type SeatsView, StandingService } from './standing.service.js';
export type { Answer, AnsweredPerson } from './submission.entity.js';
export { type Outcome, SubmissionService } from './submission.service.js';
export { type Difference, neverTold, recountSeats, stuckInLine } from './verify.js';
export { ACTIVE, isActive, REGISTRATION_STATUSES, type RegistrationStatus } from './words.js';
