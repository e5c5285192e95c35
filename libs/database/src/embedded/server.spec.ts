import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, lstat, mkdir, mkdtemp, readdir, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { EmbeddedServerError } from './embedded-server-error.js';
import { type EmbeddedServer, findEmbeddedServer, startEmbeddedServer } from './server.js';

let folder: string;
const running: EmbeddedServer[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plenum-embedded-'));
  await chmod(folder, 0o711);
});

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
});

afterAll(() => rm(folder, { recursive: true }));

describe('the embedded server', () => {
  it('is made on the first start: UTF-8, checksums, passwords, reachable from this machine alone', async () => {
    const server = await start('first');

    expect(server.adopted).toBe(false);
    expect(
      await query(
        server.url,
        `SELECT current_setting('server_encoding') AS encoding, current_setting('data_checksums') AS checksums,
                current_setting('fsync') AS fsync, current_setting('listen_addresses') AS addresses,
                current_setting('unix_socket_directories') AS sockets, lower('ÄÖÜ') AS lower`,
      ),
    ).toEqual([
      { encoding: 'UTF8', checksums: 'on', fsync: 'on', addresses: '127.0.0.1', sockets: '', lower: 'äöü' },
    ]);
    await expect(query(server.url.replace(/:[^:@]*@/, ':guess@'), 'SELECT 1')).rejects.toThrow('password');
  });

  it('keeps all data over a restart', async () => {
    const before = await start('restart');
    await query(before.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await before.stop();

    const after = await start('restart');

    expect(after.adopted).toBe(false);
    expect(await query(after.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  it('is adopted when the process that started it was killed', async () => {
    await killWhenReady('orphan');

    const server = await start('orphan');

    expect(server.adopted).toBe(true);
    await server.stop();
    expect(await findEmbeddedServer(homeOf('orphan'))).toBeUndefined();
  });

  it('is found through the home alone, and runs until the last one leaves', async () => {
    const [one, two] = [await start('shared'), await start('shared')];
    expect(await findEmbeddedServer(homeOf('shared'))).toBe(one.url);

    await one.stop();
    expect(await query(two.url, 'SELECT 1 AS alive')).toEqual([{ alive: 1 }]);

    await two.stop();
    expect(await findEmbeddedServer(homeOf('shared'))).toBeUndefined();
  });

  it('is one and the same for all who come or go at the same moment', async () => {
    const servers = await Promise.all(Array.from({ length: 3 }, () => start('together')));

    expect(new Set(servers.map((server) => server.url)).size).toBe(1);
    expect(servers.filter((server) => !server.adopted)).toHaveLength(1);
    await Promise.all(servers.map((server) => server.stop()));
    expect(await findEmbeddedServer(homeOf('together'))).toBeUndefined();
    expect(await readdir(join(homeOf('together'), 'postgres'))).toEqual(['data', 'password', 'server.log']);
  });

  it('starts after a power cut, even if its process id has become that of another process', async () => {
    await (await start('power-cut')).stop();
    const data = join(homeOf('power-cut'), 'postgres', 'data');
    // PostgreSQL minds only processes of its own user.
    const { uid, gid } = await stat(data);
    const other = spawn('sleep', ['60'], { uid, gid });
    await writeFile(
      join(data, 'postmaster.pid'),
      `${other.pid}\n${data}\n1\n5432\n\n127.0.0.1\n0 0\nready\n`,
    );

    const server = await start('power-cut');

    expect(await query(server.url, 'SELECT 1 AS alive')).toEqual([{ alive: 1 }]);
    other.kill();
  });

  it('sweeps away what a kill during the first start left', async () => {
    const gone = spawn(process.execPath, ['--version']);
    await once(gone, 'close');
    const left = join(homeOf('half-made'), 'postgres', `draft-${gone.pid}-x`);
    await mkdir(left, { recursive: true, mode: 0o711 });

    await start('half-made');

    expect(await readdir(join(homeOf('half-made'), 'postgres'))).not.toContain(`draft-${gone.pid}-x`);
  });

  it('says in one line that the home cannot be used', async () => {
    await writeFile(join(folder, 'file'), '');

    const attempt = start('file');

    await expect(attempt).rejects.toThrow(EmbeddedServerError);
    await expect(attempt).rejects.toThrow(/^The database of .*file cannot be opened: [^\n]+$/);
  });

  const asRoot = process.getuid?.() === 0 ? it : it.skip;

  asRoot('lies elsewhere if the user it runs as cannot enter the home', async () => {
    const closed = join(folder, 'closed');
    await mkdir(closed, { mode: 0o700 });

    const server = await start('closed/home');
    await query(server.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await server.stop();
    const again = await start('closed/home');

    expect(await query(again.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    const link = join(homeOf('closed/home'), 'postgres');
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
    await again.stop();
    await rm(await readlink(link), { recursive: true });
    await expect(start('closed/home')).rejects.toThrow(EmbeddedServerError);
  });
});

const homeOf = (name: string): string => join(folder, name);

async function start(name: string): Promise<EmbeddedServer> {
  const server = await startEmbeddedServer(homeOf(name));
  running.push(server);
  return server;
}

async function query(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new Client(url);
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

/** Another process starts the server and is killed as soon as it runs. */
async function killWhenReady(name: string): Promise<void> {
  const server = pathToFileURL(join(import.meta.dirname, 'server.ts'));
  const script = `
    import { registerHooks } from 'node:module';
    const source = (name, { parentURL }) => (parentURL?.endsWith('.ts') ? name.replace(/[.]js$/, '.ts') : name);
    registerHooks({ resolve: (name, context, next) => next(source(name, context), context) });
    const { startEmbeddedServer } = await import(${JSON.stringify(server)});
    await startEmbeddedServer(${JSON.stringify(homeOf(name))});
    process.kill(process.pid, 'SIGKILL');`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: 'ignore' });
  const [, signal] = await once(child, 'close');
  expect(signal).toBe('SIGKILL');
}
