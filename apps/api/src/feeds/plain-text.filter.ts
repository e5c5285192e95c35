import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemOf, translator } from '#language';
import { wantedLanguage } from '../http/language.js';
import { LARGEST_BODY } from '../http/largest-body.js';

/** Answers what goes wrong with a feed as one sentence: calendar programs show it, if anything. */
@Catch()
export class PlainTextFilter implements ExceptionFilter {
  private readonly log = new Logger('feeds');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const { status, key, values } = problemOf(error, LARGEST_BODY);
    if (status >= 500) this.log.error(error);
    const language = wantedLanguage(http.getRequest<FastifyRequest>().query);
    http
      .getResponse<FastifyReply>()
      .code(status)
      .header('content-type', 'text/plain; charset=utf-8')
      .header('content-language', language)
      .header('cache-control', 'no-store')
      .send(`${translator(language)(key, values)}\n`);
  }
}
