export { coordinationOf } from './coordination.js';
export { Coordinations } from './coordinations.service.js';
export { DelegationDecisions, VERDICTS, type Verdict } from './decisions.service.js';
export { DelegationModule } from './delegation.module.js';
export {
  type Colleague,
  colleagueSchema,
  correctionSchema,
  type DelegationParty,
  delegationPartySchema,
  MOST_SEATS_AT_ONCE,
} from './delegation.schema.js';
export { DelegationService, type RegisteredParty, type Registering } from './delegation.service.js';
export { type DelegationLine, DelegationList, type DelegationView } from './delegation-list.service.js';
export type { DelegationSeat } from './delegation-seat.js';
export { DelegationSeats, type SeatDeed } from './delegation-seats.service.js';
export { NamingDeadlines } from './naming-deadlines.service.js';
export { NamingReminders } from './naming-reminder.service.js';
export * from './refusals.js';
export { type Acting, byOffice, type Coordination } from './words.js';
