import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { RateLimits } from '#account';
import { cleanText, optional } from '#database';
import { fieldErrors, Refusal, statusOf } from '#language';
import { RegistrationService, RegistrationUnknown } from '#registration';
import { sentencesOf } from '../door/sentences.js';
import { Visits } from '../door/visits.js';
import { HandedOnPage } from './handed-on.page.js';
import { identitySchema, readIdentity } from './identity.js';
import { OwnRegistrations } from './own-registrations.service.js';
import { SubstitutePage, type SubstituteView } from './substitute.page.js';
import { WithdrawPage } from './withdraw.page.js';

const leavingSchema = z.object({ reason: optional(z.string().overwrite(cleanText).max(500)) });

/** For who cannot come: gives the place back, or hands it on to somebody else. */
@Controller('registrations/:token')
export class LeavingController {
  constructor(
    private readonly registrations: RegistrationService,
    private readonly own: OwnRegistrations,
    private readonly limits: RateLimits,
    private readonly visits: Visits,
  ) {}

  @Get('withdraw')
  async ask(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const view = await this.own.open(token, request);
    if (!view.canWithdraw) return reply.redirect(view.href, HttpStatus.SEE_OTHER);
    return this.visits.send(request, reply, <WithdrawPage visit={this.visits.of(request)} view={view} />);
  }

  @Post('withdraw')
  @HttpCode(HttpStatus.OK)
  async withdraw(
    @Param('token') token: string,
    @Body() body: Record<string, unknown> | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const left = leavingSchema.safeParse({ reason: body?.reason });
    if (!left.success) {
      const view = await this.own.open(token, request);
      const visit = this.visits.of(request);
      const errors = sentencesOf(fieldErrors(left.error), visit.t);
      const typed = typeof body?.reason === 'string' ? body.reason : '';
      const page = <WithdrawPage visit={visit} view={view} reason={typed} errors={errors} />;
      return this.visits.send(request, reply.code(HttpStatus.UNPROCESSABLE_ENTITY), page);
    }
    await this.registrations.withdrawByLink(token, { reason: left.data.reason });
    return reply.redirect(`/registrations/${token}?done=withdrawn`, HttpStatus.SEE_OTHER);
  }

  @Get('substitute')
  async whom(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const own = await this.own.open(token, request);
    if (!own.canSubstitute) return reply.redirect(own.href, HttpStatus.SEE_OTHER);
    const typed = { firstName: '', lastName: '', email: '', organization: own.organization ?? '' };
    return this.form(request, reply, { own, typed, errors: {} });
  }

  @Post('substitute')
  @HttpCode(HttpStatus.OK)
  async substitute(
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
      await this.registrations.swapByLink(token, { ...person.data, language: visit.language });
    } catch (error) {
      if (!(error instanceof Refusal) || error instanceof RegistrationUnknown) throw error;
      if (error.retryAfter !== undefined) reply.header('retry-after', error.retryAfter);
      const refused = visit.t(error.key, error.values);
      return this.form(request, reply.code(statusOf(error)), { own, typed, errors: {}, refused });
    }
    const { firstName, lastName, email } = person.data;
    const view = { event: own.event, name: `${firstName} ${lastName}`, email };
    return this.visits.send(request, reply, <HandedOnPage visit={visit} view={view} />);
  }

  private form(request: FastifyRequest, reply: FastifyReply, view: SubstituteView) {
    return this.visits.send(request, reply, <SubstitutePage visit={this.visits.of(request)} view={view} />);
  }
}
