export { EmbeddedServerError } from './embedded-server-error.js';
export { holdRoles, RolesTaken } from './roles.js';
export { type EmbeddedServer, findEmbeddedServer, startEmbeddedServer } from './server.js';
