import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
  if (!existsSync(file)) keep(file, randomBytes(32).toString('base64url'));
  return [readFileSync(file, 'utf8').trim()];
}

// Written aside and linked into place: whoever comes second takes the first one's key, and none is ever half there.
function keep(file: string, key: string): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, key, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
}
