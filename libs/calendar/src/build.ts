import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { associationOf, projectRoot, type Settings } from '#config';

/** What else decides the text of a feed, besides the programme: the release, and the settings that show in it. */
export function buildOf(settings: Settings): string {
  const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
  const shown = [version, settings.publicUrl, associationOf(settings).shortName];
  return createHash('sha256').update(shown.join('\n')).digest('hex').slice(0, 8);
}
