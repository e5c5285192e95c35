import cookie from '@fastify/cookie';
import csrfProtection from '@fastify/csrf-protection';
import session from '@fastify/session';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { SessionService } from '#account';
import { OFFICE } from './office-address.js';
import { sessionStore } from './session-store.js';

/** Name of the cookie that holds the session's id. */
export const SESSION_COOKIE = 'plenum_office';

export interface OfficeDoor {
  sessions: SessionService;
  /** Newest first; an older one still opens the cookies that it signed. */
  secretKeys: readonly string[];
  publicUrl: string;
}

/**
 * What the office needs of the web server: sessions, tokens in its forms, and that nobody keeps its pages. To be
 * called before the routes are added; brings the cookie plugin if nobody has yet.
 */
export async function registerOfficePlugins(
  server: FastifyInstance,
  { sessions, secretKeys, publicUrl }: OfficeDoor,
): Promise<void> {
  if (!server.hasReplyDecorator('setCookie')) await server.register(cookie);
  await server.register(session, {
    secret: [...secretKeys],
    cookieName: SESSION_COOKIE,
    // It ends with the browser, and after some hours of silence in the store.
    cookie: { path: OFFICE, httpOnly: true, sameSite: 'lax', secure: false },
    store: sessionStore(sessions),
    saveUninitialized: false,
  });
  await server.register(csrfProtection, { sessionPlugin: '@fastify/session' });
  server.addHook('onRequest', (request, reply, done) => {
    if (isOffice(request.url)) reply.header('cache-control', 'no-store');
    done();
  });
  if (publicUrl.startsWith('https:')) server.addHook('onSend', async (_request, reply) => secure(reply));
}

const isOffice = (url: string): boolean => url === OFFICE || /^\/office[/?]/.test(url);

// The plugin itself would set a Secure cookie on encrypted connections only; ours is encrypted up to a proxy that we
// may not have been told to trust, and then nobody could sign in.
function secure(reply: FastifyReply): void {
  const cookies = [reply.getHeader('set-cookie') ?? []].flat().map(String);
  if (cookies.length === 0) return;
  reply.removeHeader('set-cookie');
  reply.header(
    'set-cookie',
    cookies.map((one) =>
      one.startsWith(`${SESSION_COOKIE}=`) && !/; secure/i.test(one) ? `${one}; Secure` : one,
    ),
  );
}
