import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { DatabaseError } from 'pg';
import { binariesFor } from './binaries.js';
import { ensureCluster, NAME } from './cluster.js';
import { EmbeddedServerError } from './embedded-server-error.js';
import { keptText, readText } from './kept-text.js';
import { LockSession } from './lock-session.js';
import { findPlace, placeOf } from './place.js';
import { type Cluster, portOf, startPostmaster, stopPostmaster } from './postmaster.js';
import { greet, PRESENCE } from './presence.js';

/** A running server, and our share in keeping it so. */
export interface EmbeddedServer {
  /** `postgres://plenum:…@127.0.0.1:<port>/plenum` */
  url: string;
  /** True if it already ran, be it for another process or left over by one that was killed. */
  adopted: boolean;
  /** Leaves; the last process to leave stops the server. */
  stop(): Promise<void>;
}

/** Starts (or adopts) the PostgreSQL server that belongs to this home. Throws {@link EmbeddedServerError}. */
export async function startEmbeddedServer(home: string): Promise<EmbeddedServer> {
  const { cluster, password } = await prepare(home).catch((error) => {
    throw plain(error, home);
  });
  const { url, presence, adopted } = await enter(cluster, password);
  let left: Promise<void> | undefined;
  return {
    url,
    adopted,
    stop() {
      left ??= leave(cluster, url, presence);
      return left;
    },
  };
}

/** The URL of this home's server if it runs; every command and second process finds it through the home alone. */
export async function findEmbeddedServer(home: string): Promise<string | undefined> {
  const place = await findPlace(home);
  const password = place && (await readText(passwordFile(place.folder)));
  const port = place && (await portOf(join(place.folder, 'data')));
  return password && port ? urlOf(port, password) : undefined;
}

async function prepare(home: string): Promise<{ cluster: Cluster; password: string }> {
  const place = await placeOf(home);
  const binaries = await binariesFor(place);
  const password = await keptText(passwordFile(place.folder), () => randomBytes(24).toString('base64url'));
  const data = await ensureCluster(place, binaries, password);
  return { cluster: { place, binaries, data }, password };
}

/** A folder that belongs to someone else, a full or read-only disk: the system's own words say it best. */
function plain(error: NodeJS.ErrnoException, home: string): Error {
  return error.syscall
    ? new EmbeddedServerError(`The database of ${home} cannot be opened: ${error.message}`)
    : error;
}

interface Entry {
  url: string;
  presence: LockSession;
  adopted: boolean;
}

/** Others may start or stop the same server at this moment, so: look, start if there is none, look again. */
async function enter(cluster: Cluster, password: string): Promise<Entry> {
  const patience = performance.now() + 120_000;
  let starts = 0;
  let adopted = true;
  let failure: Error = new EmbeddedServerError(`The database in ${cluster.place.folder} does not answer.`);
  while (performance.now() < patience && starts < 4) {
    const port = await portOf(cluster.data);
    try {
      if (port) {
        const url = urlOf(port, password);
        return { url, adopted, presence: await greet(url) };
      }
      starts += 1;
      await startPostmaster(cluster);
      adopted = false;
    } catch (error) {
      if (error instanceof DatabaseError && error.routine === 'auth_failed') throw passwordLost(cluster);
      failure = error as Error;
      await delay(50);
    }
  }
  throw failure;
}

async function leave(cluster: Cluster, url: string, presence: LockSession): Promise<void> {
  await presence.close();
  const last = await LockSession.open(url).catch(() => undefined);
  if (!last) return;
  try {
    // Whoever left at the same moment may be stopping it already; then it no longer answers.
    const alone = await last.tryLock(PRESENCE).catch(() => false);
    if (alone) await stopPostmaster(cluster);
  } finally {
    await last.close();
  }
}

function passwordLost({ place }: Cluster): EmbeddedServerError {
  return new EmbeddedServerError(
    `The database does not accept the password kept in ${passwordFile(place.folder)}.`,
  );
}

const passwordFile = (folder: string): string => join(folder, 'password');

const urlOf = (port: number, password: string): string =>
  `postgres://${NAME}:${password}@127.0.0.1:${port}/${NAME}`;
