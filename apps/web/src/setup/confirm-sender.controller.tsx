import { Controller, Get, HttpStatus, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SenderService } from '#association';
import { Visits } from '../door/visits.js';
import { ConfirmSenderPage } from './confirm-sender.page.js';

/** Behind the link in a test mail. Whoever reads the mailbox needs no account to say that it arrived. */
@Controller('setup/sender/:token')
export class ConfirmSenderController {
  constructor(
    private readonly sender: SenderService,
    private readonly visits: Visits,
  ) {}

  @Get()
  async ask(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { name, address, confirmedAt } = await this.sender.byLink(token);
    const href = `/setup/sender/${token}`;
    const view = { href, sender: `${name} <${address}>`, confirmed: confirmedAt !== null };
    const visit = this.visits.of(request);
    return this.visits.send(request, reply, <ConfirmSenderPage visit={visit} view={view} />);
  }

  @Post()
  async confirm(@Param('token') token: string, @Res() reply: FastifyReply) {
    await this.sender.confirm(token);
    return reply.redirect(`/setup/sender/${token}`, HttpStatus.SEE_OTHER);
  }
}
