import { Body, Get, HttpStatus, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#account';
import { AssociationService, associationSchema } from '#association';
import { fieldErrors, translator } from '#language';
import { sentencesOf } from '../door/sentences.js';
import { languageOf } from '../door/visits.js';
import { accountOf } from '../office/door/office.guard.js';
import { OfficeVisits } from '../office/door/office-visits.service.js';
import { AssociationPage } from './association.page.js';
import { filledIn, readAssociationForm, typed } from './association-form.js';
import { SETUP, SetupController } from './setup-controller.js';

/** Whose desk this is, and its imprint. */
@SetupController('association')
export class AssociationController {
  constructor(
    private readonly association: AssociationService,
    private readonly visits: OfficeVisits,
  ) {}

  @Get()
  async open(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const input = filledIn(await this.association.entered());
    return this.visits.show(request, reply, AssociationPage, { input });
  }

  @Post()
  async save(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const given = associationSchema.safeParse(readAssociationForm(body));
    if (!given.success) {
      const errors = sentencesOf(fieldErrors(given.error), translator(languageOf(request)));
      const view = { input: typed(body), errors };
      return this.visits.show(request, reply.code(HttpStatus.UNPROCESSABLE_ENTITY), AssociationPage, view);
    }
    await this.association.describe(given.data, actorOf(accountOf(request)));
    return this.visits.goTo(request, reply, SETUP, { key: 'setup.saved' });
  }
}
