import { chown, stat } from 'node:fs/promises';
import { EmbeddedServerError } from './embedded-server-error.js';
import { run } from './run.js';

/** The user whom the server runs as when we are root, because PostgreSQL refuses to run as root. */
export interface SystemUser {
  name: string;
  uid: number;
  gid: number;
}

/** True where PostgreSQL needs another user than the one we are. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** The unprivileged user of this machine that suits a database best: `postgres`, else `nobody`. */
export async function unprivilegedUser(): Promise<SystemUser> {
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = await Promise.all([numericId('-u', name), numericId('-g', name)]);
    if (uid && gid !== undefined) return { name, uid, gid };
  }
  throw new EmbeddedServerError(
    'PostgreSQL does not run as root and there is neither a user "postgres" nor "nobody": start as another user.',
  );
}

/** Whoever owns the folder; undefined if that is root, who cannot run PostgreSQL. */
export async function ownerOf(folder: string): Promise<SystemUser | undefined> {
  const { uid, gid } = await stat(folder);
  return uid === 0 ? undefined : { name: `user ${uid}`, uid, gid };
}

/** Gives a file or an empty folder to the user. */
export async function give(path: string, user: SystemUser | undefined): Promise<void> {
  if (user) await chown(path, user.uid, user.gid);
}

/** Asks the operating system itself whether the user can enter the folder (modes, ACLs and mounts included). */
export async function canEnter(folder: string, user: SystemUser): Promise<boolean> {
  return succeeds(run('/bin/sh', ['-c', 'cd -- "$0"', folder], { cwd: '/', user }));
}

/** Whether the user can execute this program. */
export async function canRun(program: string, user: SystemUser | undefined): Promise<boolean> {
  return succeeds(run(program, ['--version'], { cwd: '/', user }));
}

async function numericId(option: '-u' | '-g', name: string): Promise<number | undefined> {
  const text = await run('id', [option, name], { cwd: '/' }).catch(() => '');
  return text.trim() === '' ? undefined : Number(text);
}

function succeeds(attempt: Promise<unknown>): Promise<boolean> {
  return attempt.then(
    () => true,
    () => false,
  );
}
