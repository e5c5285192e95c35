export type { Association } from './association.js';
export { AssociationModule } from './association.module.js';
export {
  type AssociationFacts,
  associationSchema,
  type SenderFacts,
  senderSchema,
} from './association.schema.js';
export { AssociationService } from './association.service.js';
export { SenderService } from './sender.service.js';
export { type SetupLink, SetupService } from './setup.service.js';
export { SETUP_STEPS, type SetupFacts, type SetupStep, stepsDone, TICKABLE } from './steps.js';
