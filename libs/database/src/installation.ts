import pg from 'pg';

export type InstallationMode = 'demo' | 'live';

/** The database belongs to the other mode; invented and real people never share one. */
export class OtherInstallation extends Error {
  constructor(
    readonly found: InstallationMode,
    wanted: InstallationMode,
  ) {
    super(
      `This database holds a ${found} installation, PLENUM_MODE says ${wanted}. Use a database of its own for each.`,
    );
    this.name = 'OtherInstallation';
  }
}

// Any constant does, as long as every process that loads the demo takes the same one.
const DEMO_LOCK = 7_301_190_043;

/** Marks a new database with its mode, or checks the mark of an old one; throws {@link OtherInstallation}. */
export async function claimInstallation(url: string, mode: InstallationMode): Promise<void> {
  await onDatabase(url, async (client) => {
    await client.query('INSERT INTO installation (id, mode) VALUES (1, $1) ON CONFLICT DO NOTHING', [mode]);
    const { rows } = await client.query('SELECT mode FROM installation');
    if (rows[0].mode !== mode) throw new OtherInstallation(rows[0].mode, mode);
  });
}

/**
 * Has the demo loaded into an empty database: by one process, while others wait. What a killed load left behind
 * is cleared first; `anew` clears a complete one too. Says whether anything was loaded.
 */
export async function loadDemoOnce(
  url: string,
  load: () => Promise<void>,
  { anew = false } = {},
): Promise<boolean> {
  return onDatabase(url, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [DEMO_LOCK]);
    const { rows } = await client.query("SELECT demo_loaded_at FROM installation WHERE mode = 'demo'");
    if (rows.length === 0 || (rows[0].demo_loaded_at && !anew)) return false;
    await clear(client);
    await load();
    await client.query('UPDATE installation SET demo_loaded_at = now()');
    return true;
  });
}

// Every table of ours but the two that say what this database is; new tables are cleared without being named.
async function clear(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    `SELECT string_agg(quote_ident(tablename), ', ') AS tables FROM pg_tables
     WHERE schemaname = 'public' AND tablename NOT IN ('installation', 'migrations', 'programme_version')`,
  );
  await client.query('UPDATE installation SET demo_loaded_at = NULL');
  await client.query(`TRUNCATE ${rows[0].tables} CASCADE`);
}

async function onDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'plenum' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
