import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot, type Settings } from '#config';

/**
 * What else decides the text of a feed, besides the programme: the release, the settings that show in it, and how the
 * association is called.
 */
export function buildOf(settings: Settings, shortName: string): string {
  const shown = [release(), settings.publicUrl, shortName];
  return createHash('sha256').update(shown.join('\n')).digest('hex').slice(0, 8);
}

let version: string | undefined;

function release(): string {
  version ??= String(JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')).version);
  return version;
}
