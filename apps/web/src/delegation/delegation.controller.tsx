import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RateLimits } from '#account';
import { Clock } from '#config';
import { DelegationList, SeatUnknown } from '#delegation';
import { registrationWindow } from '#event';
import { Visits } from '../door/visits.js';
import { DelegationPage } from './delegation.page.js';
import { DelegationDoor } from './delegation-door.service.js';
import { DelegationSeatForms } from './delegation-seat-forms.service.js';
import { DEEDS } from './delegation-view.js';
import { SeatPage } from './seat.page.js';
import { isSeatWish } from './seat-wish.js';

/** One delegation behind its coordinator's link. A GET changes nothing: mail scanners follow links (rule M3). */
@Controller('delegation/:token/:id')
export class DelegationController {
  constructor(
    private readonly door: DelegationDoor,
    private readonly forms: DelegationSeatForms,
    private readonly list: DelegationList,
    private readonly limits: RateLimits,
    private readonly visits: Visits,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Param('token') token: string,
    @Param('id') id: string,
    @Query('done') given: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { visit, memberId, home, crumbs } = await this.door.open(token, request);
    const delegation = await this.list.byId(id, memberId);
    const { event } = delegation;
    const isOpen = registrationWindow(event, this.clock.now()).state === 'open';
    const view = this.forms.page(visit, delegation, {
      href: `${home}/${delegation.id}`,
      registerHref: isOpen ? `${home}/events/${event.slug}` : undefined,
      done: DEEDS.find((deed) => deed === given),
    });
    return this.visits.send(request, reply, <DelegationPage visit={visit} view={view} crumbs={crumbs} />);
  }

  @Get('seats/:seat')
  async showSeat(
    @Param('token') token: string,
    @Param('id') id: string,
    @Param('seat') seatId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const standpoint = await this.door.open(token, request);
    const { visit, memberId, home, crumbs } = standpoint;
    const delegation = await this.list.byId(id, memberId);
    const view = await this.forms.seat(standpoint, delegation, seatId, { href: `${home}/${delegation.id}` });
    return this.visits.send(request, reply, <SeatPage visit={visit} view={view} crumbs={crumbs} />);
  }

  @Post('seats/:seat/:wish')
  @HttpCode(HttpStatus.OK)
  async change(
    @Param('token') token: string,
    @Param('id') id: string,
    @Param('seat') seatId: string,
    @Param('wish') wish: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const standpoint = await this.door.open(token, request);
    const { visit, memberId, home, crumbs } = standpoint;
    const delegation = await this.list.byId(id, memberId);
    if (!isSeatWish(wish)) throw new SeatUnknown();
    await this.limits.consume('registration.network', request.ip);
    const href = `${home}/${delegation.id}`;
    const sent = await this.forms.change(standpoint, delegation, { seatId, wish, body, href });
    if ('done' in sent) return reply.redirect(`${href}?done=${sent.done}`, HttpStatus.SEE_OTHER);
    const page = <SeatPage visit={visit} view={sent.view} crumbs={crumbs} />;
    return this.visits.send(request, reply.code(sent.status), page);
  }
}
