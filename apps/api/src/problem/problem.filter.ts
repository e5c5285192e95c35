import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type MessageKey, problemOf } from '#language';
import { languageOf } from '../http/language.js';
import { LARGEST_BODY } from '../http/largest-body.js';
import { sayProblem } from './say-problem.js';

/** Answers everything that goes wrong under /api as a problem (RFC 9457), in the language of who asked. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('api');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest(), http.getResponse());
  }

  /** The same for what Fastify refuses before a controller is reached. */
  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const found = problemOf(error, LARGEST_BODY);
    const problem = { ...found, key: request.method === 'POST' ? ofJson(found.key) : found.key };
    if (problem.status >= 500) this.log.error(error);
    const language = languageOf(request);
    if (problem.retryAfter !== undefined) reply.header('retry-after', problem.retryAfter);
    reply
      .code(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('content-language', language)
      .header('cache-control', 'no-store')
      .send(JSON.stringify(sayProblem(problem, language)));
  }
}

// Programs are told what would have been right.
const JSON_WORDS: Partial<Record<MessageKey, MessageKey>> = {
  'error.malformed': 'error.json',
  'error.mediaType': 'error.jsonType',
};
const ofJson = (key: MessageKey): MessageKey => JSON_WORDS[key] ?? key;
