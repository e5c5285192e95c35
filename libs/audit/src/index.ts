export { AuditModule } from './audit.module.js';
export { AuditService, type Deed, type Subject } from './audit.service.js';
