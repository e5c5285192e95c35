import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';

/**
 * One line per answer: the route's pattern, never the address itself, which may hold someone's secret link;
 * no network address, no name.
 */
export function logRequests(server: FastifyInstance, log: Logger): void {
  server.addHook('onResponse', (request, reply, done) => {
    done();
    const route = request.routeOptions.url ?? 'none';
    const level = levelOf(route, reply.statusCode);
    log[level](
      {
        method: request.method,
        route,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
      },
      'request',
    );
  });
}

function levelOf(route: string, status: number): 'debug' | 'info' | 'error' {
  if (status >= 500) return 'error';
  return route.startsWith('/health/') ? 'debug' : 'info';
}
