import { UnsupportedMediaTypeException } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LARGEST_BODY } from './largest-body.js';

/** How an error is answered that never reaches a controller. */
type Answer = (error: unknown, request: FastifyRequest, reply: FastifyReply) => void;

/**
 * Sets the rules of the routes under /api that are added after this call: bodies are small and JSON, and what
 * Fastify itself refuses is answered like everything else. Since only JSON is taken, the browser of a person who
 * is on another site has to ask us first (CORS), and gets no answer.
 */
export function guardRoutes(server: FastifyInstance, answer: Answer): void {
  server.addHook('onRoute', (route) => {
    if (!/^\/api(\/|$)/.test(route.url)) return;
    route.bodyLimit = LARGEST_BODY;
    route.errorHandler = answer;
    if (route.method === 'POST') route.onRequest = [...[route.onRequest ?? []].flat(), onlyJson];
  });
}

const JSON_TYPE = /^application\/json\s*(;|$)/i;

async function onlyJson({ headers }: FastifyRequest): Promise<void> {
  const encoded = headers['content-encoding'] ?? 'identity';
  if (!JSON_TYPE.test(headers['content-type'] ?? '') || encoded.toLowerCase() !== 'identity') {
    throw new UnsupportedMediaTypeException();
  }
}
