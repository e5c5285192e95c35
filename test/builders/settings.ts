import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings, type Settings } from '#config';

/** Settings of a demo in a home of its own; environment variables can be given. */
export function testSettings(environment: Record<string, string> = {}): Settings {
  return readSettings({
    PLENUM_MODE: 'demo',
    PLENUM_HOME: mkdtempSync(join(tmpdir(), 'plenum-home-')),
    PUBLIC_URL: 'http://plenum.test',
    SECRET_KEY: 'a-secret-key-for-tests-only-0123456789',
    MAIL_FROM: 'Geschäftsstelle <office@forum.test>',
    RATE_LIMIT: 'off',
    LOG_LEVEL: 'silent',
    ...environment,
  });
}
