import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { projectRoot } from '#config';
import { findEmbeddedServer, startEmbeddedServer } from '#database';
import type { Received } from '../builders/mails.js';
import { mailsInFolder } from './mail-folder.js';

/** The built product as a process of its own, ready to answer. */
export interface Product {
  /** Address of the pages and the API without a trailing slash; empty for a worker alone. */
  url: string;
  /** Its PLENUM_HOME. */
  home: string;
  /** The office account on the banner, if this start made one. */
  account?: { email: string; password: string };
  /** The mails to an address, oldest first; waits up to ten seconds until there are as many as expected. */
  mailsTo(address: string, expected?: number): Promise<Received[]>;
  /** Ends it like Ctrl-C and cleans up behind it; a second call does nothing. */
  stop(): Promise<void>;
  /** Ends it like a power cut; what it left running is adopted by the next start on this home, or by `stop`. */
  kill(): Promise<void>;
}

export interface ProductOptions {
  /** Settings on top of a demo in a home of its own; a PLENUM_HOME given here is the caller's to remove. */
  environment?: Record<string, string>;
  roles?: ('web' | 'api' | 'worker')[];
}

/** Starts the built product as a demo on a free port; throws with its own words if it ends instead. */
export async function startProduct({ environment = {}, roles }: ProductOptions = {}): Promise<Product> {
  const home = environment.PLENUM_HOME ?? newHome();
  const bin = join(projectRoot, 'apps/plenum/bin.mjs');
  const child = spawn(
    process.execPath,
    [bin, 'start', '--demo', ...(roles ? ['--roles', roles.join(',')] : [])],
    {
      // A folder without .env, so that only these settings count.
      cwd: home,
      env: {
        PATH: process.env.PATH,
        PLENUM_HOME: home,
        PORT: '0',
        RATE_LIMIT: 'off',
        ...environment,
      },
    },
  );
  const ended = once(child, 'close');
  const tidy = async () => {
    if (home === environment.PLENUM_HOME) return;
    if (await findEmbeddedServer(home)) await (await startEmbeddedServer(home)).stop();
    rmSync(home, { recursive: true, force: true });
  };
  const words = await firstWords(child).catch(async (error) => {
    await tidy();
    throw error;
  });
  const account = /(\S+@\S+), password (\S+)/.exec(words);
  return {
    url: /Programme\s+(http\S+)/.exec(words)?.[1] ?? '',
    home,
    account: account ? { email: account[1]!, password: account[2]! } : undefined,
    mailsTo: (address, expected = 0) => waitForMails(join(home, 'mail'), address, expected),
    async stop() {
      child.kill('SIGTERM');
      await ended;
      await tidy();
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function newHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'plenum-product-'));
  // As root the database runs as another system user, who must be able to enter.
  chmodSync(home, 0o755);
  return home;
}

/** What it says on stdout until it is ready: the banner, or the worker's one line. */
function firstWords(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let [words, complaints] = ['', ''];
    child.stdout?.on('data', (text) => {
      words += text;
      if (words.includes('Ctrl-C')) resolve(words);
    });
    child.stderr?.on('data', (text) => {
      complaints += text;
    });
    child.once('close', () => reject(new Error(`The product ended: ${complaints}`)));
  });
}

async function waitForMails(folder: string, address: string, expected: number): Promise<Received[]> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const mails = await mailsInFolder(folder, address);
    if (mails.length >= expected || Date.now() > deadline) return mails;
    await setTimeout(50);
  }
}
