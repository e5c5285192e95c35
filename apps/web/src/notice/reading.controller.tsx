import { Controller, Get, HttpStatus, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '#config';
import { NoticeReaders } from '#notice';
import { withdrawalOver } from '#registration';
import { Visits } from '../door/visits.js';
import { ReadingPage } from './reading.page.js';

/** What a mail about a change links to. Opening it changes nothing (rule M3): who has read it presses the button. */
@Controller('registrations/:token/notices/:notice')
export class ReadingController {
  constructor(
    private readonly readers: NoticeReaders,
    private readonly visits: Visits,
    private readonly clock: Clock,
  ) {}

  @Get()
  async open(
    @Param('token') token: string,
    @Param('notice') id: string,
    @Query('done') done: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { notice, event, registration, readAt } = await this.readers.byLink(token, id);
    const takesPlace = event.status !== 'cancelled';
    const view = {
      href: `/registrations/${token}`,
      notice,
      event,
      name: `${registration.firstName} ${registration.lastName}`,
      status: registration.status,
      isRead: readAt !== null,
      isThanked: done === 'read' && readAt !== null,
      canWithdraw: takesPlace && !withdrawalOver(event, this.clock.now()),
    };
    return this.visits.send(request, reply, <ReadingPage visit={this.visits.of(request)} view={view} />);
  }

  @Post()
  async read(@Param('token') token: string, @Param('notice') id: string, @Res() reply: FastifyReply) {
    await this.readers.read(token, id);
    return reply.redirect(`/registrations/${token}/notices/${id}?done=read`, HttpStatus.SEE_OTHER);
  }
}
