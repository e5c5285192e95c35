import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { AssociationService } from '#association';
import type { Settings } from '#config';
import { ProblemFilter } from '../../../api/src/problem/problem.filter.js';
import { LARGEST_FORM } from '../../../web/src/door/largest-form.js';
import { PageErrors } from '../../../web/src/door/page-errors.filter.js';
import { registerWebPlugins } from '../../../web/src/door/plugins.js';
import { Visits } from '../../../web/src/door/visits.js';
import { AppModule } from '../app.module.js';
import { NestLog } from '../log/nest-log.js';
import type { Role } from '../roles.js';
import { portTrouble } from './port.js';
import { logRequests } from './request-log.js';
import { protectPages } from './security-headers.js';

/** Assembles the process's web server and its rooms; nobody is served before {@link listen}. */
export async function createHttpApp(
  settings: Settings,
  databaseUrl: string,
  roles: readonly Role[],
  log: Logger,
): Promise<NestFastifyApplication> {
  const adapter: FastifyAdapter = new FastifyAdapter({
    trustProxy: trusted(settings),
    forceCloseConnections: 'idle',
    bodyLimit: LARGEST_FORM,
    frameworkErrors: unreadable(settings, () => app.get(AssociationService, { strict: false })),
  });
  // Before the routes, because Fastify's hooks reach only what is added after them.
  logRequests(adapter.getInstance<FastifyInstance>(), log);
  const app: NestFastifyApplication = await NestFactory.create<NestFastifyApplication>(
    AppModule.for(settings, databaseUrl, roles),
    adapter,
    { logger: new NestLog(log), abortOnError: false },
  );
  protectPages(app, settings);
  if (roles.includes('web')) await registerWebPlugins(app, settings);
  return app;
}

/** Opens the port; throws a Trouble if somebody else has it. */
export async function listen(app: NestFastifyApplication, settings: Settings): Promise<void> {
  await app.listen(settings.port, settings.host).catch((error) => {
    throw portTrouble(error, settings);
  });
}

/** Lets the requests that run finish, then everything behind them. */
export async function closeHttpApp(app: NestFastifyApplication): Promise<void> {
  // Nest would close the rooms first, under the requests that still use them.
  const server = app.getHttpServer();
  // A connection that a client keeps open after its last answer would hold the stop up for a minute.
  const sweep = setInterval(() => server.closeIdleConnections(), 100);
  await app.getHttpAdapter().close();
  clearInterval(sweep);
  await app.close();
}

/** Fastify trusts nobody when it is given a number of proxies, so the counting is ours. */
function trusted({ trustProxy }: Settings): boolean | string[] | ((address: string, hop: number) => boolean) {
  return typeof trustProxy === 'number' ? (_address, hop) => hop < trustProxy : trustProxy;
}

/** Answers a request whose very address cannot be read; it never reaches a room. */
function unreadable(settings: Settings, association: () => AssociationService) {
  return (error: unknown, request: FastifyRequest, reply: FastifyReply): void => {
    const isProgram = request.url.startsWith('/api/');
    const filter = isProgram ? new ProblemFilter() : new PageErrors(new Visits(settings, association()));
    filter.answer(error, request, reply);
  };
}
