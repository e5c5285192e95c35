export { Account, ROLES, type Role } from './account.entity.js';
export { AccountModule } from './account.module.js';
export { AccountService, actorOf, type Issued, type NewAccount } from './account.service.js';
export type { LimitName } from './limits.js';
export { type LinkPurpose, Links } from './links.js';
export { RateLimits } from './rate-limits.service.js';
export { AccountExists, TooMany } from './refusals.js';
export { SECRET_KEYS } from './secret-keys.js';
export { type Session, SessionService } from './session.service.js';
