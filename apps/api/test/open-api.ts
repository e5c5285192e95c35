import { rmSync } from 'node:fs';
import type { Type } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import type { FastifyReply, FastifyRequest, InjectOptions, LightMyRequestResponse } from 'fastify';
import { DataSource } from 'typeorm';
import { ConfigModule } from '#config';
import { DatabaseModule } from '#database';
import { JobsModule } from '#jobs';
import { Delivery } from '#mail';
import { TestClock } from '../../../test/builders/clock.js';
import type { House } from '../../../test/builders/house.js';
import { testSettings } from '../../../test/builders/settings.js';
import { freshDatabase } from '../../../test/setup/database.js';
import { ApiModule } from '../src/api.module.js';
import { ProblemFilter } from '../src/problem/problem.filter.js';

/** A house with the doors for programs, which answer without a port. */
export interface ApiHouse extends House {
  call(request: InjectOptions | string): Promise<LightMyRequestResponse>;
}

export async function openApi(environment: Record<string, string> = {}): Promise<ApiHouse> {
  const database = await freshDatabase();
  const settings = testSettings(environment);
  const clock = new TestClock();
  const rooms = await Test.createTestingModule({
    imports: [
      ConfigModule.with(settings, clock),
      DatabaseModule.at(database.url),
      JobsModule.forRoot(),
      ApiModule,
    ],
  }).compile();
  const adapter = new FastifyAdapter({
    frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) =>
      new ProblemFilter().answer(error, request, reply),
  });
  const app = rooms.createNestApplication<NestFastifyApplication>(adapter, { logger: false });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return {
    clock,
    settings,
    databaseUrl: database.url,
    manager: app.get(DataSource).manager,
    get: <T>(service: Type<T>) => app.get(service, { strict: false }),
    deliverMail: () => app.get(Delivery, { strict: false }).deliverDue(),
    call: (request) => app.inject(request),
    async close() {
      await app.close();
      await database.drop();
      rmSync(settings.home, { recursive: true, force: true });
    },
  };
}
