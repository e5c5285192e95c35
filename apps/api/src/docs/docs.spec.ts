import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApiHouse, openApi } from '../../test/open-api.js';
import { PROBLEM_KINDS } from '../problem/problem-kinds.js';
import { newcomerBody } from '../registrations/registration.schema.js';

let house: ApiHouse;
beforeAll(async () => {
  house = await openApi();
});
afterAll(() => house.close());

describe('The description of the API', () => {
  it('is OpenAPI 3.1 in which every reference leads somewhere', async () => {
    const answer = await house.call('/api/openapi.json');
    const api = answer.json();
    const references = [...answer.body.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name]) => name!,
    );

    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(api).toMatchObject({ openapi: '3.1.1', servers: [{ url: 'http://plenum.test' }] });
    expect(references).not.toEqual([]);
    expect(references.filter((name) => !(name in api.components.schemas))).toEqual([]);
  });

  it('tells of every call that is there, and of none that is not', async () => {
    const { paths } = (await house.call('/api/openapi.json')).json();

    expect(Object.keys(paths)).toEqual([
      '/api/v1/events',
      '/api/v1/events/{slug}',
      '/api/v1/events/{slug}/registrations',
    ]);
    for (const [path, item] of Object.entries<object>(paths)) {
      for (const method of Object.keys(item)) {
        const url = path.replace('{slug}', 'nothing-here');
        const answer = await house.call({
          method: method.toUpperCase() as 'GET',
          url,
          payload: method === 'post' ? {} : undefined,
        });
        expect(answer.json()).not.toMatchObject({ type: 'about:blank', status: 404 });
      }
    }
  });

  it('says once what any address answers to a method that it does not know', async () => {
    const api = (await house.call('/api/openapi.json')).json();
    expect(api.info.description).toContain('a method that it does not know with 405');
    const answer = await house.call({ method: 'DELETE', url: '/api/v1/events' });
    expect([answer.statusCode, answer.headers.allow]).toEqual([405, expect.stringContaining('GET')]);
  });

  it('has an example that the checks let through, and tells how to send safely again', async () => {
    const api = (await house.call('/api/openapi.json')).json();
    const post = api.paths['/api/v1/events/{slug}/registrations'].post;
    const [example] = api.components.schemas.Newcomer.examples;

    expect(newcomerBody.parse(example)).toEqual(example);
    expect(post.parameters).toContainEqual(
      expect.objectContaining({ in: 'header', name: 'Idempotency-Key', description: expect.any(String) }),
    );
    expect(Object.keys(post.responses)).toEqual([
      '201',
      '400',
      '403',
      '404',
      '409',
      '410',
      '413',
      '415',
      '422',
      '429',
      '500',
    ]);
    expect(post.responses['409'].content).toHaveProperty('application/problem+json');
  });
});

describe('The description as a page', () => {
  it('shows every call and every kind of problem where its type points to', async () => {
    const { body, headers } = await house.call('/api/docs');

    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    for (const anchor of [
      'listEvents',
      'showEvent',
      'register',
      'feeds',
      ...PROBLEM_KINDS.map(({ name }) => name),
    ]) {
      expect(body).toContain(`id="${anchor}"`);
    }
    for (const word of ['Idempotency-Key', 'seats.onsite.free', 'items[].slug', 'e.lindqvist@city.example']) {
      expect(body).toContain(word);
    }
  });

  it('needs nothing from other sites and nothing inline', async () => {
    const { body } = await house.call('/api/docs');
    const loaded = [...body.matchAll(/(?:src|href)="([^"#][^"]*)"/g)]
      .map(([, address]) => address!)
      .filter((address) => !address.startsWith('data:'));

    expect(body).not.toMatch(/<script|<style|\sstyle=|\son\w+=/);
    expect(loaded.every((address) => address.startsWith('/'))).toBe(true);
    for (const address of loaded) expect((await house.call(address)).statusCode).toBe(200);
  });
});
