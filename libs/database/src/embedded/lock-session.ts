import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';

/**
 * Advisory locks that live as long as this process: held by one connection of their own, and taken again when
 * that connection breaks (a restarted or failed-over database must not leave us running without them).
 */
export class LockSession {
  readonly #url: string;
  #client: Client;
  #held = new Set<string>();
  #closing = new AbortController();

  static async open(url: string): Promise<LockSession> {
    return new LockSession(url, await connect(url));
  }

  private constructor(url: string, client: Client) {
    this.#url = url;
    this.#client = client;
    this.#watch();
  }

  /** Takes the lock for this session alone; false if another session has it. */
  async tryLock(name: string): Promise<boolean> {
    const taken = await tryLock(this.#client, name);
    if (taken) this.#held.add(`SELECT pg_try_advisory_lock(${keyOf(name)})`);
    return taken;
  }

  /** Takes the lock together with other sharers; waits for a session that has it alone. */
  async share(name: string): Promise<void> {
    const statement = `SELECT pg_advisory_lock_shared(${keyOf(name)})`;
    await this.#client.query(statement);
    this.#held.add(statement);
  }

  /** Gives every lock back before it returns, whether or not the database still answers. */
  async close(): Promise<void> {
    this.#closing.abort();
    // Without this the locks would go only when the server has noticed that we hung up.
    await this.#client.query('SELECT pg_advisory_unlock_all()').catch(() => undefined);
    await this.#client.end().catch(() => undefined);
  }

  #watch(): void {
    this.#client.once('end', () => {
      if (!this.#closing.signal.aborted) void this.#reopen();
    });
  }

  async #reopen(): Promise<void> {
    const { signal } = this.#closing;
    while (!signal.aborted) {
      const client = await connect(this.#url).catch(() => undefined);
      if (!client) {
        await delay(1_000, undefined, { ref: false, signal }).catch(() => undefined);
        continue;
      }
      for (const statement of this.#held) await client.query(statement).catch(() => undefined);
      if (signal.aborted) return client.end();
      this.#client = client;
      return this.#watch();
    }
  }
}

async function connect(url: string): Promise<Client> {
  const client = new Client({
    connectionString: url,
    application_name: 'plenum locks',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  // Without a listener a broken connection would end the process; `end` follows and is what we act on.
  client.on('error', () => undefined);
  await client.connect();
  // The database must notice soon when our machine is gone, or the locks outlive us by hours.
  await client.query(
    'SET tcp_keepalives_idle = 15; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3',
  );
  return client;
}

async function tryLock(client: Client, name: string): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(
    `SELECT pg_try_advisory_lock(${keyOf(name)}) AS taken`,
  );
  return rows[0]?.taken === true;
}

/** PostgreSQL numbers its advisory locks with 64 bits; ours have names. */
function keyOf(name: string): bigint {
  return createHash('sha256').update(`plenum ${name}`).digest().readBigInt64BE();
}
