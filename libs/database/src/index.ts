export { cleanLine, cleanText } from './clean.js';
export { instant, toInstant } from './columns.js';
export { dataSourceOptions } from './data-source.js';
export { DatabaseModule } from './database.module.js';
export {
  type EmbeddedServer,
  EmbeddedServerError,
  findEmbeddedServer,
  holdRoles,
  RolesTaken,
  startEmbeddedServer,
} from './embedded/index.js';
export { addressSchema, line, optional } from './fields.js';
export { insertAll, insertion } from './insert-all.js';
export {
  claimInstallation,
  type InstallationMode,
  loadDemoOnce,
  OtherInstallation,
} from './installation.js';
export { addressKey, nameKey } from './keys.js';
export { migrate } from './migrate.js';
export { type Ending, sendTogether, shortTransaction } from './short-transaction.js';
export type { Row, Rows, Statement } from './together.js';
