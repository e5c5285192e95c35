import { Body, Get, HttpStatus, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccountService, actorOf } from '#account';
import { fieldErrors, Refusal, statusOf } from '#language';
import { sentencesOf } from '../door/sentences.js';
import { Visits } from '../door/visits.js';
import { accountOf } from '../office/door/office.guard.js';
import { OfficeVisits } from '../office/door/office-visits.service.js';
import { fieldOf } from '../office/door/own-form.js';
import { colleagueSchema } from './account-form.js';
import { ColleaguePage, type ColleagueView } from './colleague.page.js';
import { IssuedPage } from './issued.page.js';
import { SETUP, SetupController } from './setup-controller.js';

/** The account of a second administrator. */
@SetupController('colleague')
export class ColleagueController {
  constructor(
    private readonly accounts: AccountService,
    private readonly visits: Visits,
    private readonly officeVisits: OfficeVisits,
  ) {}

  @Get()
  open(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.form(request, reply, { input: { name: '', email: '' } });
  }

  @Post()
  async create(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visit = this.visits.of(request);
    const input = { name: fieldOf(body, 'name'), email: fieldOf(body, 'email') };
    const given = colleagueSchema.safeParse(input);
    if (!given.success) {
      const errors = sentencesOf(fieldErrors(given.error), visit.t);
      return this.form(request, reply.code(HttpStatus.UNPROCESSABLE_ENTITY), { input, errors });
    }
    try {
      const person = { ...given.data, role: 'administrator' } as const;
      const issued = await this.accounts.create(person, actorOf(accountOf(request)));
      const next = { text: visit.t('setup.back'), href: SETUP };
      return this.visits.send(request, reply, <IssuedPage visit={visit} view={{ issued, next }} />);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const refused = visit.t(error.key, error.values);
      return this.form(request, reply.code(statusOf(error)), { input, refused });
    }
  }

  private async form(
    request: FastifyRequest,
    reply: FastifyReply,
    view: Omit<ColleagueView, 'administrators'>,
  ) {
    const administrators = await this.accounts.count('administrator');
    return this.officeVisits.show(request, reply, ColleaguePage, { administrators, ...view });
  }
}
