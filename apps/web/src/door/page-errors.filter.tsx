import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemOf } from '#language';
import { carriesFile, LARGEST_FILE_FORM } from '../office/door/sent-file.js';
import { ErrorPage } from '../site/error.page.js';
import { LARGEST_FORM } from './largest-form.js';
import { Visits } from './visits.js';

/** Answers everything that goes wrong outside the API with a page, in the language of who asked. */
@Catch()
export class PageErrors implements ExceptionFilter {
  private readonly log = new Logger('web');

  constructor(private readonly visits: Visits) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest(), http.getResponse());
  }

  /** The same for what Fastify refuses before a controller is reached. */
  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const { status, key, values, retryAfter } = problemOf(
      error,
      carriesFile(request) ? LARGEST_FILE_FORM : LARGEST_FORM,
    );
    if (status >= 500) this.log.error(error);
    if (retryAfter !== undefined) reply.header('retry-after', retryAfter);
    const visit = this.visits.of(request);
    const view = { status, message: visit.t(key, values) };
    this.visits.send(request, reply.code(status), <ErrorPage visit={visit} view={view} />);
  }
}
