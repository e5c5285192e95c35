import { Body, Controller, Get, Post, Query, Req, Res, UseFilters, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccountService, actorOf, TooMany } from '#account';
import { AuditService } from '#audit';
import { Refusal, statusOf, translator } from '#language';
import { languageOf } from '../../door/visits.js';
import { nextPage, SIGN_IN } from '../door/next-page.js';
import { accountOf, OfficeGuard } from '../door/office.guard.js';
import { OFFICE } from '../door/office-address.js';
import { SESSION_COOKIE } from '../door/office-plugins.js';
import { OfficeVisits } from '../door/office-visits.service.js';
import { assertOwnForm, fieldOf } from '../door/own-form.js';
import { ToTheDoor } from '../door/sign-in-needed.js';
import { SignInPage, type SignInView } from './sign-in.page.js';

/** In and out of the office. */
@Controller(OFFICE)
export class SignInController {
  constructor(
    private readonly accounts: AccountService,
    private readonly audit: AuditService,
    private readonly visits: OfficeVisits,
  ) {}

  @Get('sign-in')
  open(@Query() query: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const next = nextPage(fieldOf(query, 'next'));
    const arrival = fieldOf(query, 'left') ? 'left' : next !== OFFICE ? 'needed' : undefined;
    return this.door(request, reply, { next, email: '', arrival });
  }

  @Post('sign-in')
  async signIn(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const next = nextPage(fieldOf(body, 'next'));
    const email = fieldOf(body, 'email');
    try {
      await assertOwnForm(request);
      const account = await this.accounts.signIn(email, fieldOf(body, 'password'), request.ip);
      // A session id that somebody may have planted before must not become a key.
      await request.session.regenerate();
      request.session.accountId = account.id;
      return this.visits.goTo(request, reply, next);
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      if (refusal instanceof TooMany) reply.header('retry-after', refusal.retryAfter);
      const refused = translator(languageOf(request))(refusal.key, refusal.values);
      return this.door(request, reply.code(statusOf(refusal)), { next, email, refused });
    }
  }

  @Post('sign-out')
  @UseGuards(OfficeGuard)
  @UseFilters(ToTheDoor)
  async signOut(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const account = accountOf(request);
    await this.audit.note({
      actor: actorOf(account),
      action: 'account.signOut',
      subject: { type: 'account', id: account.id },
    });
    await request.session.destroy();
    reply.clearCookie(SESSION_COOKIE, { path: OFFICE });
    return reply.redirect(`${SIGN_IN}?left=1`, 303);
  }

  private door(request: FastifyRequest, reply: FastifyReply, view: SignInView) {
    return this.visits.show(request, reply, SignInPage, view);
  }
}
