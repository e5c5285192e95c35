import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '#language';

/** A form was sent from somebody else's page. */
export class CrossSite extends Refusal {
  readonly reason = 'forbidden';
  readonly key = 'error.crossSite';
}

/**
 * Refuses forms that other sites send (CSRF). Every current browser says with each POST where it comes from:
 * Sec-Fetch-Site, or at least Origin. A request without either is no browser's and carries nobody's cookies.
 */
export function refuseCrossSite(server: FastifyInstance, publicUrl: string): void {
  const ours = new URL(publicUrl).origin;
  server.addHook('onRequest', (request, _reply, done) => {
    done(isSafe(request) || isFromUs(request, ours) ? undefined : new CrossSite());
  });
}

// Reading changes nothing, and what is no form another site may send only if it is let.
const isSafe = (request: FastifyRequest): boolean =>
  request.method === 'GET' || request.method === 'HEAD' || !isForm(request);

function isFromUs(request: FastifyRequest, ours: string): boolean {
  const site = request.headers['sec-fetch-site'];
  const { origin } = request.headers;
  return site ? site === 'same-origin' || site === 'none' : !origin || sameOrigin(origin, request, ours);
}

// The host that was asked counts as ours too: the office may be reached by more names than PUBLIC_URL says.
const sameOrigin = (origin: string, request: FastifyRequest, ours: string): boolean =>
  origin === ours || (URL.canParse(origin) && new URL(origin).host === request.headers.host);

// What a page of another site can send without asking first (Fetch standard, CORS-safelisted request).
function isForm(request: FastifyRequest): boolean {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
  return ['', 'application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'].includes(type);
}
