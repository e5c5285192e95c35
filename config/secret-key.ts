import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from './settings.js';

/**
 * The keys that sign links and sessions, newest first. Without SECRET_KEY one is made once and kept in the
 * home, so that the links in sent mails still open after a restart.
 */
export function secretKeys(settings: Settings): string[] {
  if (settings.secretKeys.length > 0) return settings.secretKeys;
  const file = join(settings.home, 'secret.key');
  mkdirSync(settings.home, { recursive: true });
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return [readFileSync(file, 'utf8').trim()];
}
