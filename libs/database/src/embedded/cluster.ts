import { randomUUID } from 'node:crypto';
import { readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedServerError } from './embedded-server-error.js';
import { isAlive } from './is-alive.js';
import { readText } from './kept-text.js';
import type { Place } from './place.js';
import { run } from './run.js';
import { give } from './system-user.js';

/** The superuser and the database of every embedded server carry this name. */
export const NAME = 'plenum';

/**
 * Makes the data folder of this place if there is none. It is built beside and put in place by one rename, so a
 * kill leaves nothing half-made, and of two processes that do this at the same moment one simply wins.
 */
export async function ensureCluster(place: Place, binaries: string, password: string): Promise<string> {
  const data = join(place.folder, 'data');
  if ((await readText(join(data, 'PG_VERSION'))) !== undefined) return data;
  await sweepDrafts(place.folder);
  const draft = join(place.folder, `${DRAFT}${process.pid}-${randomUUID()}`);
  try {
    await initialise(place, binaries, password, draft);
    await rename(draft, data).catch(ignoreWinner);
    return data;
  } catch (error) {
    throw new EmbeddedServerError(
      `The database in ${place.folder} cannot be made: ${(error as Error).message}`,
    );
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

const DRAFT = 'draft-';

async function initialise(place: Place, binaries: string, password: string, draft: string): Promise<void> {
  const passwordFile = `${draft}-password`;
  try {
    await writeFile(passwordFile, password, { mode: 0o600 });
    await give(passwordFile, place.user);
    await run(
      join(binaries, 'initdb'),
      [
        `--pgdata=${draft}`,
        `--username=${NAME}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--data-checksums',
        '--no-instructions',
      ],
      { cwd: place.folder, user: place.user },
    );
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** Removes what processes left behind that were killed while they made the data. */
async function sweepDrafts(folder: string): Promise<void> {
  const names = await readdir(folder);
  const left = names.filter(
    (name) => name.startsWith(DRAFT) && !isAlive(Number.parseInt(name.slice(DRAFT.length), 10)),
  );
  await Promise.all(left.map((name) => rm(join(folder, name), { recursive: true, force: true })));
}

function ignoreWinner(error: NodeJS.ErrnoException): void {
  if (!['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(error.code ?? '')) throw error;
}
