import { rmSync } from 'node:fs';
import type { Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { DataSource, type EntityManager } from 'typeorm';
import { AccountModule } from '#account';
import { ConfigModule, type Settings } from '#config';
import { DatabaseModule } from '#database';
import { EventModule } from '#event';
import { JobsModule } from '#jobs';
import { Delivery, MailModule } from '#mail';
import { MemberModule } from '#member';
import { RegistrationModule } from '#registration';
import { freshDatabase, type TestDatabase } from '../setup/database.js';
import { TestClock } from './clock.js';
import { testSettings } from './settings.js';

/** The rooms without their doors to the outside, on a database of their own and with a clock that stands still. */
export interface House {
  clock: TestClock;
  settings: Settings;
  databaseUrl: string;
  manager: EntityManager;
  get<T>(service: Type<T>): T;
  /** Has every due mail sent, as a worker would. */
  deliverMail(): Promise<number>;
  close(): Promise<void>;
}

export async function openHouse({
  environment = {} as Record<string, string>,
  modules = [] as Type[],
  /** One that a test has prepared; without it a new one. */
  prepared = undefined as TestDatabase | undefined,
} = {}): Promise<House> {
  const database = prepared ?? (await freshDatabase());
  const settings = testSettings(environment);
  const clock = new TestClock();
  const app = await Test.createTestingModule({
    imports: [
      ConfigModule.with(settings, clock),
      DatabaseModule.at(database.url),
      JobsModule.forRoot(),
      AccountModule,
      MailModule,
      MemberModule,
      EventModule,
      RegistrationModule,
      ...modules,
    ],
  }).compile();
  await app.init();
  return {
    clock,
    settings,
    databaseUrl: database.url,
    manager: app.get(DataSource).manager,
    get: (service) => app.get(service, { strict: false }),
    deliverMail: () => app.get(Delivery, { strict: false }).deliverDue(),
    async close() {
      await app.close();
      await database.drop();
      rmSync(settings.home, { recursive: true, force: true });
    },
  };
}
