import { describe, expect, it } from '@jest/globals';
import fastify from 'fastify';
import { pino } from 'pino';
import { logRequests } from './request-log.js';

describe('a request line', () => {
  it('names the route and never what was filled in: no token, no question, no address', async () => {
    const lines = await linesOf('/registrations/secret-token?email=anna@example.org');

    expect(lines).toEqual([
      {
        level: 30,
        method: 'GET',
        route: '/registrations/:token',
        status: 200,
        ms: expect.any(Number),
        msg: 'request',
      },
    ]);
  });

  it('of an address that nobody serves does not repeat it', async () => {
    const lines = await linesOf('/secret-token');

    expect(lines).toMatchObject([{ route: 'none', status: 404 }]);
    expect(JSON.stringify(lines)).not.toContain('secret');
  });

  it('of a failure is an error, of a health check a detail', async () => {
    expect(await linesOf('/failing')).toMatchObject([{ level: 50, status: 500 }]);
    expect(await linesOf('/health/live')).toMatchObject([{ level: 20 }]);
  });
});

async function linesOf(url: string): Promise<unknown[]> {
  const lines: string[] = [];
  const write = (line: string) => lines.push(line);
  const server = fastify();
  logRequests(server, pino({ level: 'debug', base: null, timestamp: false }, { write }));
  server.get('/registrations/:token', async () => 'mine');
  server.get('/health/live', async () => 'up');
  server.get('/failing', async () => {
    throw new Error('anna@example.org');
  });
  await server.inject(url);
  await server.close();
  return lines.map((line) => JSON.parse(line));
}
