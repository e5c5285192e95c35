import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { projectRoot } from '#config';
import { findEmbeddedServer } from '#database';

// The command as it is built and installed, in processes of its own.

let home: string;
const children: ChildProcess[] = [];

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'plenum-command-'));
  await chmod(home, 0o711);
});

afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGTERM');
    await once(child, 'close');
  }
});

afterAll(() => rm(home, { recursive: true }));

describe('plenum start', () => {
  it('serves until SIGTERM, then stops everything it started', async () => {
    const started = start();
    const address = await started.address;
    expect((await fetch(`${address}/health/ready`)).status).toBe(200);

    started.child.kill('SIGTERM');

    expect(await started.end).toMatchObject({ code: 0 });
    expect(await findEmbeddedServer(home)).toBeUndefined();
  });

  it('on an empty database shows a one-time link to the set-up, and never logs it', async () => {
    const empty = { PLENUM_HOME: join(home, 'empty') };
    const first = start(empty);
    const old = setupLinkIn((await bannerOf(first)).stdout);
    expect((await fetch(old)).status).toBe(200);
    await stop(first);

    const second = start(empty);
    const { stdout } = await bannerOf(second);
    const link = setupLinkIn(stdout);
    expect((await fetch(link)).status).toBe(200);
    expect((await fetch(new URL(new URL(old).pathname, link))).status).toBe(410);

    const { stdout: all, stderr } = await stop(second);
    expect(`${all}${stderr}`.split(new URL(link).pathname)).toHaveLength(2);
  });

  it('shows no such link once somebody has an account', async () => {
    const real = { PLENUM_HOME: join(home, 'empty') };
    await start(real, ['account', 'create', 'organizer@city.example']).end;

    const { stdout } = await bannerOf(start(real));

    expect(stdout).toContain('Plenum runs.');
    expect(stdout).not.toContain('/setup/');
  });

  it('says where the programme and the mails are, and how to stop, once', async () => {
    const started = start({ PLENUM_HOME: join(home, 'demo') }, ['start', '--demo']);
    const address = await started.address;
    started.child.kill('SIGINT');

    const { stdout } = await started.end;
    expect(stdout.split(`Programme  ${address}`)).toHaveLength(2);
    expect(stdout).toMatch(/office@forum\.example, password \S+ \(shown only now\)/);
    expect(stdout).toContain(join(home, 'demo', 'mail'));
    expect(stdout).toContain('Ctrl-C');
    expect(stdout).not.toContain('/setup/');
  });

  it('starts again after it was killed, on the database that was left running', async () => {
    const killed = start();
    await killed.address;
    const database = await findEmbeddedServer(home);
    killed.child.kill('SIGKILL');
    await killed.end;

    const again = start();

    await again.address;
    expect(database).toBeDefined();
    expect(await findEmbeddedServer(home)).toBe(database);
  });

  it('refuses to run a role twice on one home, in one line', async () => {
    await start().address;

    const { code, stderr } = await start({}, ['start', '--roles', 'worker']).end;

    expect(code).toBe(1);
    expect(stderr).toMatch(/^plenum: The role "worker" already runs on [^\n]+\n$/);
  });

  it('names every damaged setting in a line of its own', async () => {
    const { code, stderr } = await start({ PORT: 'many', LOG_LEVEL: 'loud' }).end;

    expect(code).toBe(1);
    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^plenum: PORT: /),
      expect.stringMatching(/^plenum: LOG_LEVEL: /),
    ]);
  });

  it('names an unreachable database in one line, without its password', async () => {
    const { code, stderr } = await start({ DATABASE_URL: 'postgres://plenum:secret@localhost:1/plenum' }).end;

    expect(code).toBe(1);
    expect(stderr).toMatch(/^plenum: DATABASE_URL: no connection to localhost:1\/plenum: [^\n]+\n$/);
    expect(stderr).not.toContain('secret');
  });

  it.each(['identity', 'postgres/password', 'postgres/data/postmaster.pid'])(
    'ends cleanly when it is stopped in the middle of the first start: once there is %s',
    async (file) => {
      const early = join(home, `first-${file.replaceAll('/', '-')}`);
      const started = start({ PLENUM_HOME: early });
      while (!existsSync(join(early, file)) && started.child.exitCode === null) await setTimeout(5);

      started.child.kill('SIGTERM');

      expect(await started.end).toEqual({ code: 0, stdout: '', stderr: '' });
      expect(await findEmbeddedServer(early)).toBeUndefined();
    },
  );
});

describe('the other commands', () => {
  it('work on a demo that was started before, without being told that it is one', async () => {
    const demo = { PLENUM_HOME: join(home, 'demo') };

    expect(await start(demo, ['verify']).end).toMatchObject({ code: 0, stderr: '' });
    const created = await start(demo, ['account', 'create', 'organizer@city.example']).end;

    expect(created).toMatchObject({ code: 0, stderr: '' });
    expect(created.stdout).toMatch(/^organizer@city\.example, password \S+ \(shown only now\)\n$/);
  });

  it('begin the demo again on request, with an office account for it', async () => {
    const demo = { PLENUM_HOME: join(home, 'demo') };

    const { code, stdout } = await start(demo, ['demo', '--reset']).end;

    expect(code).toBe(0);
    expect(stdout).toMatch(/^The demo is loaded\.\nOffice: office@forum\.example, password \S+/);
  });

  it('keep invented people out of a real installation', async () => {
    const real = { PLENUM_HOME: join(home, 'real') };
    await start(real, ['account', 'create', 'organizer@city.example']).end;

    const refused = await start(real, ['start', '--demo']).end;

    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/^plenum: This database holds a live installation[^\n]+\n$/);
  });

  it('say in one line what cannot be done', async () => {
    const { code, stderr } = await start({}, ['account', 'reset', 'nobody@city.example']).end;

    expect(code).toBe(1);
    expect(stderr).toBe('plenum: There is no account with this e-mail address.\n');
  });
});

/** What has been said when the banner is complete. */
async function bannerOf({ address, said }: Started): Promise<Started['said']> {
  await address;
  return said;
}

function stop({ child, end }: Started): Promise<Ended> {
  child.kill('SIGTERM');
  return end;
}

function setupLinkIn(stdout: string): string {
  const link = /^ {2}Set-up +(http\S+\/setup\/[A-Za-z0-9_-]{43})$/m.exec(stdout)?.[1];
  if (!link) throw new Error(`No link in: ${stdout}`);
  return link;
}

interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

interface Started {
  child: ChildProcess;
  /** The address on the banner; fails if the process ends before. */
  address: Promise<string>;
  end: Promise<Ended>;
  /** What it has said so far. */
  said: { stdout: string; stderr: string };
}

function start(settings: Record<string, string> = {}, words = ['start']): Started {
  const bin = join(projectRoot, 'apps/plenum/bin.mjs');
  const child = spawn(process.execPath, [bin, ...words], {
    // A folder without .env, so that only these settings count.
    cwd: home,
    env: { PATH: process.env.PATH, PLENUM_HOME: home, PORT: '0', ...settings },
  });
  children.push(child);
  const said = { stdout: '', stderr: '' };
  child.stderr.on('data', (text) => {
    said.stderr += text;
  });
  const end = once(child, 'close').then(([code]) => ({ code, ...said }));
  const address = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (text) => {
      said.stdout += text;
      const found = /Programme\s+(http\S+)/.exec(said.stdout)?.[1];
      if (found) resolve(found);
    });
    end.then(() => reject(new Error(`It ended: ${said.stderr}`)));
  });
  address.catch(() => undefined);
  return { child, address, end, said };
}
