import { rmSync } from 'node:fs';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import type { FastifyInstance } from 'fastify';
import { DataSource } from 'typeorm';
import { AccountService, type Issued, type Role } from '#account';
import { ConfigModule } from '#config';
import { DatabaseModule } from '#database';
import { JobsModule } from '#jobs';
import { Delivery } from '#mail';
import { TestClock } from '../../../test/builders/clock.js';
import type { House } from '../../../test/builders/house.js';
import { testSettings } from '../../../test/builders/settings.js';
import { freshDatabase } from '../../../test/setup/database.js';
import { registerWebPlugins } from '../src/door/plugins.js';
import { WebModule } from '../src/web.module.js';
import { Browser } from './browser.js';

/** A house whose office can be visited. */
export interface Office extends House {
  server: FastifyInstance;
  /** A browser that nobody has used yet. */
  browser(): Browser;
  account(role?: Role): Promise<Issued>;
  /** A browser in which somebody has signed in. */
  signedIn(role?: Role): Promise<Browser>;
}

/** Opens the pages on a database of their own. */
export async function openOffice(environment: Record<string, string> = {}): Promise<Office> {
  const database = await freshDatabase();
  const settings = testSettings(environment);
  const clock = new TestClock();
  const rooms = await Test.createTestingModule({
    imports: [
      ConfigModule.with(settings, clock),
      DatabaseModule.at(database.url),
      JobsModule.forRoot(),
      WebModule,
    ],
  }).compile();
  const app = rooms.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
  const server = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  const get: House['get'] = (service) => app.get(service, { strict: false });
  await registerWebPlugins(app, settings);
  await app.init();
  await server.ready();

  let accounts = 0;
  const account = (role: Role = 'organizer') => {
    accounts += 1;
    return get(AccountService).create({
      email: `office${accounts}@forum.test`,
      name: `Büro ${accounts}`,
      role,
    });
  };
  return {
    server,
    clock,
    settings,
    databaseUrl: database.url,
    manager: app.get(DataSource).manager,
    get,
    deliverMail: () => get(Delivery).deliverDue(),
    browser: () => new Browser(server),
    account,
    async signedIn(role) {
      const browser = new Browser(server);
      const { account: person, password } = await account(role);
      await browser.signIn(person.email, password);
      return browser;
    },
    async close() {
      await app.close();
      await database.drop();
      rmSync(settings.home, { recursive: true, force: true });
    },
  };
}
