import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RateLimits } from '#account';
import { fieldErrors, Refusal, statusOf } from '#language';
import { RegistrationService, RegistrationUnknown } from '#registration';
import { sentencesOf } from '../door/sentences.js';
import { Visits } from '../door/visits.js';
import { CorrectPage, type CorrectView } from './correct.page.js';
import { HandedOnPage } from './handed-on.page.js';
import { identitySchema, readIdentity } from './identity.js';
import { OwnRegistrations } from './own-registrations.service.js';

/** Corrects name and address: the same person, in the same place. */
@Controller('registrations/:token/correct')
export class CorrectController {
  constructor(
    private readonly registrations: RegistrationService,
    private readonly own: OwnRegistrations,
    private readonly limits: RateLimits,
    private readonly visits: Visits,
  ) {}

  @Get()
  async open(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const own = await this.own.open(token, request);
    if (!own.canChange) return reply.redirect(own.href, HttpStatus.SEE_OTHER);
    return this.form(request, reply, { own, typed: own.identity, errors: {} });
  }

  /** A changed address gets a link of its own by mail; whatever stays as it is changes nothing and tells nobody. */
  @Post()
  @HttpCode(HttpStatus.OK)
  async correct(
    @Param('token') token: string,
    @Body() body: Record<string, unknown> | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const own = await this.own.open(token, request);
    const visit = this.visits.of(request);
    const typed = readIdentity(body ?? {});
    const person = identitySchema.safeParse(typed);
    if (!person.success) {
      const errors = sentencesOf(fieldErrors(person.error), visit.t);
      return this.form(request, reply.code(HttpStatus.UNPROCESSABLE_ENTITY), { own, typed, errors });
    }
    try {
      await this.limits.consume('registration.swap', own.reference);
      const corrected = { ...person.data, language: own.language };
      const { from } = await this.registrations.swapByLink(token, corrected, { corrects: true });
      if (!from) return reply.redirect(own.href, HttpStatus.SEE_OTHER);
    } catch (error) {
      if (!(error instanceof Refusal) || error instanceof RegistrationUnknown) throw error;
      if (error.retryAfter !== undefined) reply.header('retry-after', error.retryAfter);
      const refused = visit.t(error.key, error.values);
      return this.form(request, reply.code(statusOf(error)), { own, typed, errors: {}, refused });
    }
    if (await this.stillOpens(token))
      return reply.redirect(`${own.href}?done=corrected`, HttpStatus.SEE_OTHER);
    const view = { event: own.event, name: own.name, email: person.data.email, corrected: true };
    return this.visits.send(request, reply, <HandedOnPage visit={visit} view={view} />);
  }

  private async stillOpens(token: string): Promise<boolean> {
    try {
      await this.registrations.byLink(token);
      return true;
    } catch (error) {
      if (error instanceof RegistrationUnknown) return false;
      throw error;
    }
  }

  private form(request: FastifyRequest, reply: FastifyReply, view: CorrectView) {
    return this.visits.send(request, reply, <CorrectPage visit={this.visits.of(request)} view={view} />);
  }
}
