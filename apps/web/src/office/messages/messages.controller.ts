import { createReadStream } from 'node:fs';
import { Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { actorOf } from '#account';
import { MailLog, MESSAGE_STATUSES } from '#mail';
import { accountOf } from '../door/office.guard.js';
import { OfficeController } from '../door/office-controller.js';
import { OfficeVisits } from '../door/office-visits.service.js';
import { idOf, PageUnknown } from '../door/page-unknown.js';
import { MessagePage } from './message.page.js';
import { MessagesPage } from './messages.page.js';

const query = z.object({
  status: z.enum(MESSAGE_STATUSES).optional().catch(undefined),
  before: z.uuid().optional().catch(undefined),
});

/** What was mailed, what waits and what failed. */
@OfficeController('messages')
export class MessagesController {
  constructor(
    private readonly mails: MailLog,
    private readonly visits: OfficeVisits,
  ) {}

  @Get()
  async list(@Query() given: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { status, before } = query.parse(given);
    const list = await this.mails.page({ status }, before);
    const counts = await this.mails.counts();
    return this.visits.show(request, reply, MessagesPage, {
      status,
      counts,
      list,
      older: before !== undefined,
    });
  }

  @Get(':id')
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { message, file } = await this.find(id);
    return this.visits.show(request, reply, MessagePage, { message, file: Boolean(file) });
  }

  @Get(':id/mail.eml')
  async file(@Param('id') id: string, @Res() reply: FastifyReply) {
    const { message, file } = await this.find(id);
    if (!file) throw new PageUnknown();
    return reply
      .type('message/rfc822')
      .header('content-disposition', `attachment; filename="${message.id}.eml"`)
      .send(createReadStream(file));
  }

  @Post(':id/retry')
  async retry(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { message } = await this.find(id);
    const again = await this.mails.retry(message.id, actorOf(accountOf(request)));
    return this.visits.goTo(request, reply, `/office/messages/${message.id}`, {
      key: again ? 'message.retried' : 'message.retried.not',
    });
  }

  private async find(id: string) {
    const found = await this.mails.find(idOf(id));
    if (!found) throw new PageUnknown();
    return found;
  }
}
