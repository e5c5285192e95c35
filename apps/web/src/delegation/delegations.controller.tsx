import { Controller, Get, HttpStatus, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '#config';
import { DelegationList } from '#delegation';
import { Visits } from '../door/visits.js';
import { toEventBrief } from '../event/to-event-view.js';
import { DelegationDoor } from './delegation-door.service.js';
import { DelegationLines } from './delegation-lines.service.js';
import { DelegationsPage } from './delegations.page.js';

/** A coordinator's delegations; without a link one asks for it at the door of the own page. */
@Controller('delegation')
export class DelegationsController {
  constructor(
    private readonly door: DelegationDoor,
    private readonly list: DelegationList,
    private readonly lines: DelegationLines,
    private readonly visits: Visits,
    private readonly clock: Clock,
  ) {}

  @Get()
  ask(@Res() reply: FastifyReply) {
    return reply.redirect('/my', HttpStatus.SEE_OTHER);
  }

  @Get(':token')
  async show(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { visit, coordination, memberId, home } = await this.door.open(token, request);
    const now = this.clock.now();
    const { language } = visit;
    const view = {
      my: `/my/${token}`,
      memberName: coordination.member.name,
      delegations: await this.lines.of(memberId, { home, language }),
      open: (await this.list.openEvents()).map((event) => ({
        href: `${home}/events/${event.slug}`,
        event: toEventBrief({ event, language, now }),
      })),
    };
    return this.visits.send(request, reply, <DelegationsPage visit={visit} view={view} />);
  }
}
