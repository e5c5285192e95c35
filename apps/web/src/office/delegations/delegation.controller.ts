import { Body, Get, HttpCode, HttpStatus, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Coordinations, DelegationList, type DelegationView, SeatUnknown } from '#delegation';
import { DelegationSeatForms } from '../../delegation/delegation-seat-forms.service.js';
import { DEEDS, type SeatPageView } from '../../delegation/delegation-view.js';
import { isSeatWish } from '../../delegation/seat-wish.js';
import { Visits } from '../../door/visits.js';
import { OfficeController } from '../door/office-controller.js';
import { OfficeVisits } from '../door/office-visits.service.js';
import { idOf } from '../door/page-unknown.js';
import { OfficeDelegationPage, OfficeSeatPage } from './delegation.page.js';
import { requestsOf } from './delegations-view.js';
import { OfficeStandpoints } from './office-standpoints.service.js';

/** One delegation in the office's hands. */
@OfficeController('delegations/:id')
export class OfficeDelegationController {
  constructor(
    private readonly list: DelegationList,
    private readonly coordinations: Coordinations,
    private readonly forms: DelegationSeatForms,
    private readonly standpoints: OfficeStandpoints,
    private readonly publicVisits: Visits,
    private readonly visits: OfficeVisits,
  ) {}

  @Get()
  async show(
    @Param('id') id: string,
    @Query('done') given: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const found = await this.list.byId(idOf(id));
    const coordination = await this.coordinations.of(found);
    const paths = pathsOf(found);
    const delegation = this.forms.page(this.publicVisits.of(request), found, {
      href: hrefOf(found),
      registerHref: `${paths.listHref}/new?coordinator=${coordination.coordinator.id}`,
      done: DEEDS.find((deed) => deed === given),
    });
    return this.visits.show(request, reply, OfficeDelegationPage, {
      ...paths,
      href: hrefOf(found),
      requests: requestsOf(found),
      delegation,
    });
  }

  @Get('seats/:seat')
  async showSeat(
    @Param('id') id: string,
    @Param('seat') seatId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const found = await this.list.byId(idOf(id));
    const standpoint = this.standpoints.of(await this.coordinations.of(found), request, reply);
    const seat = await this.forms.seat(standpoint, found, seatId, { href: hrefOf(found) });
    return this.seat(request, reply, found, seat);
  }

  @Post('seats/:seat/:wish')
  @HttpCode(HttpStatus.OK)
  async change(
    @Param('id') id: string,
    @Param('seat') seatId: string,
    @Param('wish') wish: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const found = await this.list.byId(idOf(id));
    if (!isSeatWish(wish)) throw new SeatUnknown();
    const standpoint = this.standpoints.of(await this.coordinations.of(found), request, reply);
    const sent = await this.forms.change(standpoint, found, { seatId, wish, body, href: hrefOf(found) });
    if ('done' in sent) {
      return this.visits.goTo(request, reply, `${hrefOf(found)}?done=${sent.done}`);
    }
    return this.seat(request, reply.code(sent.status), found, sent.view);
  }

  private seat(request: FastifyRequest, reply: FastifyReply, found: DelegationView, seat: SeatPageView) {
    const { memberName } = found;
    return this.visits.show(request, reply, OfficeSeatPage, { ...pathsOf(found), memberName, seat });
  }
}

const hrefOf = ({ id }: DelegationView): string => `/office/delegations/${id}`;

const pathsOf = ({ event }: DelegationView) => ({
  eventHref: `/office/events/${event.id}`,
  listHref: `/office/events/${event.id}/delegations`,
});
