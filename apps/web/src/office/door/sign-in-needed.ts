import { type ArgumentsHost, Catch, type ExceptionFilter, HttpStatus } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isLanguage, Refusal } from '#language';
import { withQuery } from '../../view/index.js';
import { SIGN_IN } from './next-page.js';

/** Nobody has signed in, or the session is over. */
export class SignInNeeded extends Refusal {
  readonly reason = 'forbidden';
  readonly key = 'error.signInNeeded';
}

/** Sends whoever has not signed in to the door, and remembers where they wanted to go. */
@Catch(SignInNeeded)
export class ToTheDoor implements ExceptionFilter {
  catch(_needed: SignInNeeded, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    // What a form wanted cannot be done over; its page is as good as any.
    const next = request.method === 'GET' ? request.url : undefined;
    const { lang } = request.query as Record<string, unknown>;
    const language = isLanguage(lang) ? lang : undefined;
    void reply.redirect(withQuery(SIGN_IN, { next, lang: language }), HttpStatus.SEE_OTHER);
  }
}
