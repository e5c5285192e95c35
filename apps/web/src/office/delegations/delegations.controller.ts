import { Body, Get, HttpCode, HttpStatus, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Clock } from '#config';
import { type Coordination, Coordinations, DelegationList } from '#delegation';
import { type Event, ProgrammeService } from '#event';
import { freshParty } from '../../delegation/party-form.js';
import { PartyForms } from '../../delegation/party-forms.service.js';
import type { PartyView } from '../../delegation/party-view.js';
import type { Standpoint } from '../../delegation/standpoint.js';
import { languageOf } from '../../door/visits.js';
import { toEventBrief } from '../../event/to-event-view.js';
import { OfficeController } from '../door/office-controller.js';
import { OfficeVisits } from '../door/office-visits.service.js';
import { idOf } from '../door/page-unknown.js';
import { EventDelegationsPage } from './delegations.page.js';
import { OfficeStandpoints } from './office-standpoints.service.js';
import { OfficePartyPage } from './party.page.js';

// What makes no sense in an address chooses nobody.
const query = z.object({ coordinator: z.uuid().optional().catch(undefined) });

/** The delegations to an event, and the form with which the office registers one in a coordinator's place. */
@OfficeController('events/:id/delegations')
export class EventDelegationsController {
  constructor(
    private readonly programme: ProgrammeService,
    private readonly list: DelegationList,
    private readonly coordinations: Coordinations,
    private readonly forms: PartyForms,
    private readonly standpoints: OfficeStandpoints,
    private readonly visits: OfficeVisits,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const event = await this.programme.byId(idOf(id));
    return this.visits.show(request, reply, EventDelegationsPage, await this.view(event, request));
  }

  @Get('new')
  async open(
    @Param('id') id: string,
    @Query() given: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const event = await this.programme.byId(idOf(id));
    const { coordinator } = query.parse(given);
    if (!coordinator) {
      const view = await this.view(event, request);
      return this.visits.goTo(request, reply, view.href);
    }
    const standpoint = await this.standpoint(coordinator, request, reply);
    const action = `${hrefOf(event)}/new`;
    const view = await this.forms.open(standpoint, event, { action, input: freshParty() });
    return this.party(request, reply, event, view);
  }

  @Post('new')
  @HttpCode(HttpStatus.OK)
  async send(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const event = await this.programme.byId(idOf(id));
    const { coordinator } = query.parse(body ?? {});
    const standpoint = await this.standpoint(coordinator ?? '', request, reply);
    const sent = await this.forms.register(standpoint, event, body, `${hrefOf(event)}/new`);
    if ('view' in sent) return this.party(request, reply.code(sent.status), event, sent.view);
    return this.visits.goTo(request, reply, `/office/delegations/${sent.delegationId}?done=registered`);
  }

  private async view(event: Event, request: FastifyRequest) {
    return {
      brief: toEventBrief({ event, language: languageOf(request), now: this.clock.now() }),
      eventHref: `/office/events/${event.id}`,
      href: hrefOf(event),
      lines: await this.list.ofEvent(event.id),
      coordinators: (await this.coordinations.all()).map(choiceOf),
    };
  }

  private async standpoint(
    contactId: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<Standpoint> {
    const coordination = await this.coordinations.by(contactId);
    const standpoint = this.standpoints.of(coordination, request, reply);
    return { ...standpoint, hidden: { ...standpoint.hidden, coordinator: contactId } };
  }

  private party(request: FastifyRequest, reply: FastifyReply, event: Event, party: PartyView) {
    const view = { party, eventHref: `/office/events/${event.id}`, href: hrefOf(event) };
    return this.visits.show(request, reply, OfficePartyPage, view);
  }
}

const hrefOf = ({ id }: Event): string => `/office/events/${id}/delegations`;

const choiceOf = ({ coordinator, member }: Coordination) => ({
  value: coordinator.id,
  text: `${member.name}: ${`${coordinator.firstName} ${coordinator.lastName}`.trim()}`,
});
