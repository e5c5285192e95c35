import { randomUUID } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';

/**
 * What the file at this path holds. If there is none, `make` fills it (readable by its owner alone);
 * processes that arrive at the same moment all get the same text.
 */
export async function keptText(path: string, make: () => string): Promise<string> {
  const kept = await readText(path);
  if (kept !== undefined) return kept;
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, make(), { mode: 0o600, flag: 'wx', flush: true });
  // A hard link appears whole or not at all and never replaces what another process was faster to keep.
  await link(draft, path).catch(ignoreExisting);
  await rm(draft);
  return readFile(path, 'utf8');
}

/** The file's text, or undefined if there is no such file. */
export async function readText(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
