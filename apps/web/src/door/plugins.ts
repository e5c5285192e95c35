import cookie from '@fastify/cookie';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { SECRET_KEYS, SessionService } from '#account';
import type { Settings } from '#config';
import { registerOfficePlugins } from '../office/door/office-plugins.js';
import { takeFiles } from '../office/door/sent-file.js';
import { serveAssets } from '../view/static.js';
import { refuseCrossSite } from './same-origin.js';

/** What the pages need of the web server; to be called before the routes are made. */
export async function registerWebPlugins(app: NestFastifyApplication, settings: Settings): Promise<void> {
  const server = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  await app.register(cookie);
  refuseCrossSite(server, settings.publicUrl);
  await registerOfficePlugins(server, {
    sessions: app.get(SessionService, { strict: false }),
    secretKeys: app.get(SECRET_KEYS, { strict: false }),
    publicUrl: settings.publicUrl,
  });
  takeFiles(server);
  await serveAssets(server);
}
