import { Body, Controller, Get, HttpStatus, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SetupService } from '#association';
import { fieldErrors } from '#language';
import { sentencesOf } from '../door/sentences.js';
import { Visits } from '../door/visits.js';
import { SIGN_IN } from '../office/door/next-page.js';
import { fieldOf } from '../office/door/own-form.js';
import { withQuery } from '../view/index.js';
import { administratorSchema } from './account-form.js';
import { IssuedPage } from './issued.page.js';
import { SETUP } from './setup-controller.js';
import { WelcomePage, type WelcomeView } from './welcome.page.js';

/** What the one-time link opens: the first account. Everything after that is behind the sign-in. */
@Controller('setup/:token')
export class WelcomeController {
  constructor(
    private readonly setup: SetupService,
    private readonly visits: Visits,
  ) {}

  @Get()
  async open(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    await this.setup.assertLink(token);
    return this.form(request, reply, { href: `/setup/${token}`, input: { name: '', email: '' } });
  }

  @Post()
  async create(
    @Param('token') token: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.setup.assertLink(token);
    const text = (name: string) => fieldOf(body, name);
    const input = { name: text('name'), email: text('email') };
    const passwords = { password: text('password'), repeat: text('repeat') };
    const given = administratorSchema.safeParse({ ...input, ...passwords });
    if (!given.success) {
      const errors = sentencesOf(fieldErrors(given.error), this.visits.of(request).t);
      const view = { href: `/setup/${token}`, input, errors };
      return this.form(request, reply.code(HttpStatus.UNPROCESSABLE_ENTITY), view);
    }
    const issued = await this.setup.firstAdministrator(token, given.data);
    const next = withQuery(SIGN_IN, { next: SETUP });
    if (given.data.password) return reply.redirect(next, HttpStatus.SEE_OTHER);
    const visit = this.visits.of(request);
    const view = { issued, next: { text: visit.t('setup.issued.signIn'), href: next } };
    return this.visits.send(request, reply, <IssuedPage visit={visit} view={view} />);
  }

  private form(request: FastifyRequest, reply: FastifyReply, view: WelcomeView) {
    return this.visits.send(request, reply, <WelcomePage visit={this.visits.of(request)} view={view} />);
  }
}
