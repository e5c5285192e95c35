import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { keptText } from './kept-text.js';

/**
 * The random id of this home (PLENUM_HOME), made on the first call and kept in the home itself, so that it
 * survives a move and never equals that of another home that shares the same database.
 */
export async function homeIdentity(home: string): Promise<string> {
  // 0711: a database that runs as another user must be able to pass through, and nobody else may look around.
  await mkdir(home, { recursive: true, mode: 0o711 });
  return keptText(join(home, 'identity'), randomUUID);
}
