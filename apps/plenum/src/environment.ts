import { existsSync } from 'node:fs';
import { env, loadEnvFile } from 'node:process';
import { readSettings, type Settings } from '#config';

/**
 * The settings of this command: the environment, completed by `.env` in the current folder if there is one.
 * `mode` stands in for a PLENUM_MODE that nobody set.
 */
export function settingsOf({ mode }: { mode?: Settings['mode'] } = {}): Settings {
  if (existsSync('.env')) loadEnvFile('.env');
  return readSettings({ ...env, PLENUM_MODE: env.PLENUM_MODE || mode });
}
