import type { IncomingMessage, ServerResponse } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';
import type { Settings } from '#config';

/** Gives every answer the headers that keep browsers from doing what we never ask for. */
export function protectPages(app: NestFastifyApplication, settings: Settings): void {
  const headers = securityHeaders(settings);
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  server.addHook('onRequest', (request, reply, done) => {
    // A feed is polled for years by programs that show no page: rules for browsers would double each unchanged answer.
    if (!request.routeOptions.url?.endsWith('.ics')) reply.headers(headers);
    done();
  });
}

/** Everything comes from our own address, nothing is inline; the images in KERN's stylesheet are data addresses. */
function securityHeaders(settings: Settings): Record<string, string> {
  const encrypted = settings.publicUrl.startsWith('https:');
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(encrypted && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: encrypted,
    // Secret links must not travel in a Referer; `no-referrer` would also hide the Origin of our own forms.
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
  // They are the same for every answer, so helmet is asked once.
  const headers: Record<string, string> = {};
  const answer = {
    setHeader: (name: string, value: string) => {
      headers[name.toLowerCase()] = value;
    },
    removeHeader: () => undefined,
  };
  protect({} as IncomingMessage, answer as unknown as ServerResponse, () => undefined);
  return headers;
}
