import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RateLimits } from '#account';
import { ProgrammeService } from '#event';
import { RegistrationService } from '#registration';
import { Visits } from '../door/visits.js';
import { DelegationDoor, type OwnStandpoint } from './delegation-door.service.js';
import { PartyPage } from './party.page.js';
import { freshParty } from './party-form.js';
import { PartyForms } from './party-forms.service.js';
import type { PartyView } from './party-view.js';

/** The form with which a coordinator registers several people in one go. */
@Controller('delegation/:token/events/:slug')
export class PartyController {
  constructor(
    private readonly door: DelegationDoor,
    private readonly forms: PartyForms,
    private readonly programme: ProgrammeService,
    private readonly registrations: RegistrationService,
    private readonly limits: RateLimits,
    private readonly visits: Visits,
  ) {}

  @Get()
  async open(
    @Param('token') token: string,
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const standpoint = await this.door.open(token, request);
    const event = await this.programme.bySlug(slug);
    await this.registrations.assertOpen(event);
    const action = actionOf(standpoint, slug);
    const view = await this.forms.open(standpoint, event, { action, input: freshParty() });
    return this.page(request, reply, standpoint, view);
  }

  @Post()
  @HttpCode(HttpStatus.OK)
  async send(
    @Param('token') token: string,
    @Param('slug') slug: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const standpoint = await this.door.open(token, request);
    const event = await this.programme.bySlug(slug);
    await this.limits.consume('registration.network', request.ip);
    const sent = await this.forms.register(standpoint, event, body, actionOf(standpoint, slug));
    if ('view' in sent) return this.page(request, reply.code(sent.status), standpoint, sent.view);
    return reply.redirect(`${standpoint.home}/${sent.delegationId}?done=registered`, HttpStatus.SEE_OTHER);
  }

  private page(
    request: FastifyRequest,
    reply: FastifyReply,
    { visit, crumbs }: OwnStandpoint,
    view: PartyView,
  ) {
    return this.visits.send(request, reply, <PartyPage visit={visit} view={view} crumbs={crumbs} />);
  }
}

const actionOf = ({ home }: OwnStandpoint, slug: string): string => `${home}/events/${slug}`;
