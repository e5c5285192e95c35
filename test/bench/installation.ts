import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { ConfigModule, projectRoot, readSettings, SystemClock } from '#config';
import { DatabaseModule, migrate, startEmbeddedServer } from '#database';
import { EventModule } from '#event';
import { FormModule } from '#form';
import { JobsModule, prepareQueue } from '#jobs';
import { MemberModule } from '#member';
import { RegistrationModule, RegistrationService } from '#registration';
import { type BenchEvent, Events, type Wish } from './events.js';
import { heapOf } from './heap.js';

export type { BenchEvent } from './events.js';

/** An installation to measure: a database of its own, the product and a bare server as processes of their own. */
export interface Bench {
  databaseUrl: string;
  /** Address of the product (web and api; mails are written and queued, no worker sends them meanwhile). */
  product: string;
  /** Address of a server of the same stack whose handlers do nothing, or one transaction by hand. */
  bare: string;
  /** A new online event with this many seats. */
  plan(seats: number, wish?: Wish): Promise<BenchEvent>;
  /** Gives an event this many seats, through the desk. */
  resize(eventId: string, seats: number): Promise<void>;
  /**
   * What the server does every few minutes. From then on it writes its log into files that it has used before, and a
   * new one, which it fills with zeros while everybody waits, is rare.
   */
  checkpoint(): Promise<void>;
  /** What the product's heap holds after a collection, in MiB. */
  heap(): Promise<number>;
  close(): Promise<void>;
}

const ROOM = ['--min-semi-space-size=32', '--max-semi-space-size=32'];

export async function openBench(): Promise<Bench> {
  const home = mkdtempSync(join(tmpdir(), 'plenum-bench-'));
  // As root the database runs as another system user, who must be able to enter.
  chmodSync(home, 0o755);
  const server = await startEmbeddedServer(home);
  await migrate(server.url);
  await prepareQueue(server.url);
  const environment = {
    PLENUM_HOME: home,
    DATABASE_URL: server.url,
    PLENUM_MODE: 'demo',
    RATE_LIMIT: 'off',
    LOG_LEVEL: 'error',
  };
  const settings = readSettings(environment);
  const rooms = await NestFactory.createApplicationContext(
    {
      module: class Rooms {},
      imports: [
        ConfigModule.with(settings, new SystemClock()),
        DatabaseModule.at(server.url),
        JobsModule.forRoot(),
        EventModule,
        FormModule,
        MemberModule,
        RegistrationModule,
      ],
    },
    { logger: false },
  );
  const [productPort, barePort, inspectPort] = [await freePort(), await freePort(), await freePort()];
  const children = [
    // As the image and `npm start` run it; the bare server has the engine's own sizes.
    run(
      [`--inspect=127.0.0.1:${inspectPort}`, ...ROOM, 'apps/plenum/bin.mjs', 'start', '--roles', 'web,api'],
      {
        ...environment,
        PORT: String(productPort),
      },
    ),
    run(['dist/test/bench/bare-server.js', String(barePort), server.url], {}),
  ];
  const product = `http://127.0.0.1:${productPort}`;
  const bare = `http://127.0.0.1:${barePort}`;
  await answering(`${product}/health/ready`);
  await answering(`${bare}/`);
  const events = new Events(rooms);
  return {
    databaseUrl: server.url,
    product,
    bare,
    plan: (seats, wish) => events.plan(seats, wish),
    resize: async (eventId, online) => {
      await rooms.get(RegistrationService, { strict: false }).ask({ verb: 'resize', eventId, online });
    },
    checkpoint: () => events.checkpoint(),
    heap: () => heapOf(inspectPort),
    async close() {
      await rooms.close();
      await Promise.all(children.map(stop));
      await server.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function run(args: string[], environment: Record<string, string>): ChildProcess {
  return spawn(process.execPath, args, {
    cwd: projectRoot,
    env: { ...process.env, HOST: '127.0.0.1', ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

async function answering(url: string): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    const ok = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${url} does not answer`);
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
