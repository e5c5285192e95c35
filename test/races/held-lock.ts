import pg from 'pg';
import { until } from '../journeys/support/installation.js';

/** The seats of events in a strange hand: whoever wants to change them waits until it opens. */
export interface HeldLock {
  /** Waits until PostgreSQL itself says that at least so many connections of these processes wait for seats. */
  seesWaiting(expected: Record<string, number>): Promise<void>;
  release(): Promise<void>;
  /** A test that fails lets go too. */
  [Symbol.asyncDispose](): Promise<void>;
}

/** Takes the lock on the standings of these events by one connection, and looks by another who waits. */
export async function holdSeats(databaseUrl: string, eventIds: readonly string[]): Promise<HeldLock> {
  const [holder, watcher] = [1, 2].map(() => new pg.Client({ connectionString: databaseUrl })) as [
    pg.Client,
    pg.Client,
  ];
  await Promise.all([holder.connect(), watcher.connect()]);
  await holder.query('BEGIN');
  await holder.query('SELECT FROM standing WHERE event_id = ANY($1) ORDER BY event_id FOR UPDATE', [
    eventIds,
  ]);
  const waiting = async () => {
    const { rows } = await watcher.query<{ process: string; count: number }>(WAITING);
    return new Map(rows.map(({ process, count }) => [process, count]));
  };
  let released = false;
  const release = async () => {
    if (released) return;
    released = true;
    await holder.query('COMMIT');
    await Promise.all([holder.end(), watcher.end()]);
  };
  return {
    async seesWaiting(expected) {
      let seen = new Map<string, number>();
      const isSo = await until(async () => {
        seen = await waiting();
        return Object.entries(expected).every(([process, count]) => (seen.get(process) ?? 0) >= count);
      });
      if (!isSo) throw new Error(`Waiting: ${JSON.stringify([...seen])}, not ${JSON.stringify(expected)}`);
    },
    release,
    [Symbol.asyncDispose]: release,
  };
}

/** The same database, reached under a name that the lists of connections and locks show. */
export const reachedAs = (databaseUrl: string, process: string): string => {
  const url = new URL(databaseUrl);
  url.searchParams.set('application_name', process);
  return url.href;
};

const WAITING = `
  SELECT a.application_name AS process, count(DISTINCT a.pid)::integer AS count
  FROM pg_stat_activity a JOIN pg_locks l ON l.pid = a.pid AND NOT l.granted
  WHERE a.datname = current_database() AND a.wait_event_type = 'Lock' AND a.query ILIKE '%standing%FOR UPDATE%'
    AND cardinality(pg_blocking_pids(a.pid)) > 0
  GROUP BY a.application_name`;
