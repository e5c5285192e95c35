import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Fastify from 'fastify';
import { assetUrl, fontUrl } from './assets.js';
import { serveAssets } from './static.js';

const server = Fastify();
beforeAll(() => serveAssets(server));
afterAll(() => server.close());

describe('The assets of the pages', () => {
  it('are kept by the browser for ever, because their address names their content', async () => {
    const answer = await server.inject(assetUrl('plenum.css'));
    expect(answer.statusCode).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
    });
    expect((await server.inject('/assets/000000000000/plenum.css')).statusCode).toBe(404);
  });

  it('travel compressed to whoever can read that', async () => {
    const plain = await server.inject(assetUrl('kern.css'));
    const small = await server.inject({
      url: assetUrl('kern.css'),
      headers: { 'accept-encoding': 'gzip, br' },
    });
    expect(small.headers['content-encoding']).toBe('br');
    expect(small.rawPayload.length).toBeLessThan(plain.rawPayload.length / 5);
  });

  it('include the fonts that the styles name', async () => {
    const styles = (await server.inject(assetUrl('plenum.css'))).body;
    const named = [...styles.matchAll(/url\("fonts\/([^"]+)"\)/g)].map(([, file]) => String(file));
    expect(named.length).toBeGreaterThan(0);
    for (const file of named) {
      const answer = await server.inject(fontUrl(file));
      expect([file, answer.statusCode]).toEqual([file, 200]);
      expect(answer.headers['cache-control']).toContain('immutable');
    }
  });
});
