import { lstat, mkdir, realpath, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { EmbeddedServerError } from './embedded-server-error.js';
import { homeIdentity } from './home.js';
import { canEnter, give, isRoot, ownerOf, type SystemUser, unprivilegedUser } from './system-user.js';

/** Where a home's database lives: `data`, `password` and `server.log` lie in this folder. */
export interface Place {
  /** Absolute, without symbolic links: the server's user may not be able to follow one out of the home. */
  folder: string;
  /** Whom the server runs as; undefined means as ourselves. */
  user: SystemUser | undefined;
}

/** Data of homes that the server's user cannot enter, such as a folder under /root. */
const ELSEWHERE = '/var/lib/plenum';

/** The place of this home's database; made if there is none. */
export async function placeOf(home: string): Promise<Place> {
  const found = await findPlace(home);
  if (found) return found;
  await makePlace(resolve(home));
  return (await findPlace(home)) as Place;
}

/** The place of this home's database, or undefined if none was ever made. */
export async function findPlace(home: string): Promise<Place | undefined> {
  const entry = join(resolve(home), 'postgres');
  const known = await lstat(entry).catch(() => undefined);
  if (!known) return undefined;
  const folder = await realpath(entry).catch(() => {
    throw new EmbeddedServerError(
      `The database of ${home} was kept elsewhere and is gone: bring it back to where ${entry} points, or delete that link to begin anew.`,
    );
  });
  if (!isRoot()) return { folder, user: undefined };
  // Data keeps its owner: PostgreSQL refuses to serve data that belongs to another user.
  const user = (await ownerOf(folder)) ?? (await unprivilegedUser());
  await give(folder, user);
  if (await canEnter(folder, user)) return { folder, user };
  throw new EmbeddedServerError(
    `PostgreSQL runs as ${user.name}, who cannot enter ${folder}: open its parents with chmod o+x.`,
  );
}

async function makePlace(home: string): Promise<void> {
  const entry = join(home, 'postgres');
  const identity = await homeIdentity(home);
  if (!isRoot() || (await canEnter(home, await unprivilegedUser()))) {
    await mkdir(entry, { mode: 0o700 }).catch(ignoreExisting);
    return;
  }
  const folder = join(ELSEWHERE, identity);
  await mkdir(ELSEWHERE, { recursive: true, mode: 0o755 });
  await mkdir(folder, { mode: 0o700 }).catch(ignoreExisting);
  await symlink(folder, entry).catch(ignoreExisting);
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
