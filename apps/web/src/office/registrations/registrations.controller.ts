import { Body, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#account';
import { AuditService } from '#audit';
import { cleanLine } from '#database';
import { MailLog } from '#mail';
import { isActive, RegistrationService } from '#registration';
import { RegistrationHistory } from '#report';
import { accountOf } from '../door/office.guard.js';
import { OfficeController } from '../door/office-controller.js';
import { OfficeVisits } from '../door/office-visits.service.js';
import { fieldOf } from '../door/own-form.js';
import { idOf } from '../door/page-unknown.js';
import { nameOf, RegistrationPage } from './registration.page.js';
import { WithdrawPage } from './withdraw.page.js';

const LONGEST_REASON = 500;

/** One registration in the office's hands. */
@OfficeController('registrations/:id')
export class RegistrationsController {
  constructor(
    private readonly registrations: RegistrationService,
    private readonly history: RegistrationHistory,
    private readonly mails: MailLog,
    private readonly audit: AuditService,
    private readonly visits: OfficeVisits,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const found = await this.registrations.byId(idOf(id));
    const subjectId = found.registration.id;
    const history = await this.history.of(subjectId);
    const { items: messages } = await this.mails.page({ subjectId });
    return this.visits.show(request, reply, RegistrationPage, { ...found, history, messages });
  }

  @Get('withdraw')
  async ask(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const view = await this.registrations.byId(idOf(id));
    const { registration } = view;
    if (!isActive(registration.status)) {
      return this.visits.goTo(request, reply, `/office/registrations/${registration.id}`);
    }
    return this.visits.show(request, reply, WithdrawPage, view);
  }

  @Post('withdraw')
  async withdraw(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const found = await this.registrations.byId(idOf(id));
    const { registration, event } = found;
    const actor = actorOf(accountOf(request));
    const reason = cleanLine(fieldOf(body, 'reason')).slice(0, LONGEST_REASON) || undefined;
    const { from } = await this.registrations.withdraw(registration.id, { actor, reason });
    if (from) {
      await this.audit.note({
        actor,
        action: 'registration.withdraw',
        subject: { type: 'registration', id: registration.id },
        before: { status: from },
        after: { status: 'cancelled', reason },
      });
    }
    return this.visits.goTo(request, reply, `/office/events/${event.id}`, {
      key: from ? 'office.withdrawn' : 'office.withdrawn.before',
      values: { name: nameOf(found) },
    });
  }
}
