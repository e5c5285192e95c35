export { Clock, SystemClock } from './clock.js';
export { ConfigModule } from './config.module.js';
export { projectRoot } from './project-root.js';
export { secretKeys } from './secret-key.js';
export { readSettings, SETTINGS, type Settings, SettingsError } from './settings.js';
