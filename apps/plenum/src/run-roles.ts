import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Logger } from 'pino';
import { SetupService } from '#association';
import type { Settings } from '#config';
import { holdRoles } from '#database';
import { accountNote } from './account-note.js';
import { AppModule } from './app.module.js';
import { banner, type WayIn } from './banner.js';
import { fillDemo } from './demo/fill-demo.js';
import { withOpenPort } from './http/port.js';
import { closeHttpApp, createHttpApp, listen } from './http/server.js';
import { settle } from './installation.js';
import { NestLog } from './log/nest-log.js';
import { openDatabase } from './open-database.js';
import { reachRedis } from './reach-redis.js';
import { hasHttp, type Role } from './roles.js';
import { stopRequested } from './stop-signal.js';

/**
 * Runs the roles until the signal aborts, which it may do at any moment of the start. Whatever was opened is
 * closed in the opposite order: requests finish, then running work, then the database.
 */
export async function runRoles(
  given: Settings,
  roles: readonly Role[],
  log: Logger,
  stop: AbortSignal,
): Promise<void> {
  const opened = new AsyncDisposableStack();
  try {
    const { url, close } = await openDatabase(given);
    opened.defer(close);
    stop.throwIfAborted();
    const held = await holdRoles(url, given.home, [...roles]);
    opened.defer(() => held.release());
    stop.throwIfAborted();
    if (given.redisUrl) await reachRedis(given.redisUrl);
    const settings = hasHttp(roles) ? await withOpenPort(given) : given;
    await settle(settings, url);
    stop.throwIfAborted();
    if (settings.mode === 'demo') await fillDemo(settings, url);
    stop.throwIfAborted();
    opened.defer(await launch(settings, url, roles, log));
    await stopRequested(stop);
  } catch (error) {
    if (!stop.aborted) throw error;
  } finally {
    await opened.disposeAsync();
  }
}

type Close = () => Promise<void>;

/** Opens the apps and returns how to close them. */
function launch(
  settings: Settings,
  databaseUrl: string,
  roles: readonly Role[],
  log: Logger,
): Promise<Close> {
  return hasHttp(roles)
    ? launchHttp(settings, databaseUrl, roles, log)
    : launchWorker(settings, databaseUrl, log);
}

async function launchHttp(
  settings: Settings,
  databaseUrl: string,
  roles: readonly Role[],
  log: Logger,
): Promise<Close> {
  const app = await createHttpApp(settings, databaseUrl, roles, log);
  try {
    const wayIn = roles.includes('web') ? await wayInto(app, settings) : {};
    await listen(app, settings);
    process.stdout.write(banner(settings, wayIn));
    return () => closeHttpApp(app);
  } catch (error) {
    await closeHttpApp(app);
    throw error;
  }
}

async function wayInto(app: INestApplicationContext, settings: Settings): Promise<WayIn> {
  const setup = app.get(SetupService, { strict: false });
  return { account: await accountNote(app, settings), setup: await setup.issueLink() };
}

async function launchWorker(settings: Settings, databaseUrl: string, log: Logger): Promise<Close> {
  const app = await NestFactory.createApplicationContext(AppModule.for(settings, databaseUrl, ['worker']), {
    logger: new NestLog(log),
    abortOnError: false,
  });
  process.stdout.write('Plenum sends mail and keeps the schedules. Stop with Ctrl-C.\n');
  return () => app.close();
}
