import { readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { EmbeddedServerError } from './embedded-server-error.js';
import { isAlive } from './is-alive.js';
import { readText } from './kept-text.js';
import type { Place } from './place.js';
import { run } from './run.js';

/** What a start and a stop need to know. */
export interface Cluster {
  place: Place;
  binaries: string;
  data: string;
}

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '128MB',
  max_wal_size: '256MB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  // The log keeps no personal data: neither the values of a duplicate key nor the statement that failed.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
};

/** The port of the server that serves this data; undefined if none does. It may still be starting or stopping. */
export async function portOf(data: string): Promise<number | undefined> {
  const { pid, port } = await readPidFile(data);
  return pid && port && (await serves(pid, data)) ? port : undefined;
}

/** Starts the server on a free port and returns once it accepts connections. */
export async function startPostmaster({ place, binaries, data }: Cluster): Promise<void> {
  await removeStalePidFile(data);
  const log = join(place.folder, 'server.log');
  const before = (await stat(log).catch(() => undefined))?.size ?? 0;
  const options = Object.entries({ ...SETTINGS, port: await freePort() }).map(
    ([name, value]) => `-c ${name}=${value}`,
  );
  try {
    await run(
      join(binaries, 'pg_ctl'),
      ['start', '-w', '-t', '60', '-s', '-D', data, '-l', log, '-o', options.join(' ')],
      { cwd: place.folder, user: place.user },
    );
  } catch (error) {
    const reason = (await reasonIn(log, before)) ?? (error as Error).message;
    throw new EmbeddedServerError(
      `The database in ${place.folder} does not start: ${reason} (more in ${log})`,
    );
  }
}

/** Ends all connections, writes everything to disk and returns when the server is gone. */
export async function stopPostmaster({ place, binaries, data }: Cluster): Promise<void> {
  await run(join(binaries, 'pg_ctl'), ['stop', '-w', '-t', '60', '-s', '-m', 'fast', '-D', data], {
    cwd: place.folder,
    user: place.user,
  });
}

/** Zero or NaN stands for what the file does not say (yet). */
async function readPidFile(data: string): Promise<{ pid: number; port: number }> {
  const lines = ((await readText(join(data, 'postmaster.pid'))) ?? '').split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]) };
}

/**
 * After a power cut or in a new container the kept process id may belong to anything. A server works in its
 * data folder, which Linux lets us see; elsewhere a living process has to do.
 */
async function serves(pid: number, data: string): Promise<boolean> {
  if (process.platform !== 'linux') return isAlive(pid);
  try {
    const [there, here] = await Promise.all([stat(`/proc/${pid}/cwd/`), stat(data)]);
    return there.ino === here.ino && there.dev === here.dev;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EACCES') return false;
    return (await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '')).trim() === 'postgres';
  }
}

/** PostgreSQL itself refuses to start as long as any process of its user has the id in the file. */
async function removeStalePidFile(data: string): Promise<void> {
  const { pid } = await readPidFile(data);
  if (pid && !(await serves(pid, data))) await rm(join(data, 'postmaster.pid'), { force: true });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** The last thing the server said about its end, without the time and process before it. */
async function reasonIn(log: string, from: number): Promise<string | undefined> {
  const text = (await readFile(log).catch(() => Buffer.alloc(0))).subarray(from).toString();
  const fatal = text.split('\n').findLast((line) => /(FATAL|PANIC):/.test(line));
  return fatal?.replace(/^.*?(FATAL|PANIC):\s*/, '');
}
