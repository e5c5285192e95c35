import { Body, Get, HttpStatus, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { actorOf } from '#account';
import { Clock } from '#config';
import { ProgrammeService } from '#event';
import { InvitationService } from '#invitation';
import { Refusal, statusOf, translator } from '#language';
import { Interested } from '#report';
import { languageOf } from '../../door/visits.js';
import { toEventBrief } from '../../event/to-event-view.js';
import { accountOf } from '../door/office.guard.js';
import { OfficeController } from '../door/office-controller.js';
import { OfficeVisits } from '../door/office-visits.service.js';
import { fieldOf } from '../door/own-form.js';
import { idOf } from '../door/page-unknown.js';
import { ComingEvents } from './coming-events.service.js';
import { InterestPage, type InterestView } from './interest.page.js';

const query = z.object({ event: z.uuid().optional().catch(undefined) });

/** Invites everybody who got no seat to a follow-up event. */
@OfficeController('events/:id/interest')
export class InterestController {
  constructor(
    private readonly programme: ProgrammeService,
    private readonly interested: Interested,
    private readonly invitations: InvitationService,
    private readonly events: ComingEvents,
    private readonly visits: OfficeVisits,
    private readonly clock: Clock,
  ) {}

  @Get()
  async open(
    @Param('id') id: string,
    @Query() given: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { event } = query.parse(given);
    const view = await this.viewOf(idOf(id), event ?? '', request);
    if (!view.events.some(({ value }) => value === view.chosen)) {
      return this.visits.show(request, reply, InterestPage, { ...view, chosen: '' });
    }
    try {
      const people = await this.interested.in(idOf(id), view.chosen);
      const preview = people.length > 0 ? await this.invitations.preview(view.chosen, { people }) : undefined;
      return await this.visits.show(request, reply, InterestPage, { ...view, preview });
    } catch (refusal) {
      return this.refused(request, reply, view, refusal);
    }
  }

  @Post()
  async invite(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const view = await this.viewOf(idOf(id), fieldOf(body, 'event'), request);
    const t = translator(languageOf(request));
    if (!view.events.some(({ value }) => value === view.chosen)) {
      const errors = { event: t('field.required') };
      return this.visits.show(request, reply.code(HttpStatus.UNPROCESSABLE_ENTITY), InterestPage, {
        ...view,
        errors,
      });
    }
    try {
      const people = await this.interested.in(idOf(id), view.chosen);
      const actor = actorOf(accountOf(request));
      const { title: interest } = await this.programme.byId(idOf(id));
      const { invited } =
        people.length > 0
          ? await this.invitations.invite(view.chosen, { people }, actor, { interest })
          : { invited: 0 };
      return this.visits.goTo(request, reply, `/office/events/${view.chosen}/invitations`, {
        key: 'office.invited',
        values: { count: invited },
      });
    } catch (refusal) {
      return this.refused(request, reply, view, refusal);
    }
  }

  private refused(request: FastifyRequest, reply: FastifyReply, view: InterestView, refusal: unknown) {
    if (!(refusal instanceof Refusal)) throw refusal;
    const refused = translator(languageOf(request))(refusal.key, refusal.values);
    return this.visits.show(request, reply.code(statusOf(refusal)), InterestPage, { ...view, refused });
  }

  private async viewOf(id: string, chosen: string, request: FastifyRequest): Promise<InterestView> {
    const language = languageOf(request);
    const event = await this.programme.byId(id);
    return {
      href: `/office/events/${event.id}`,
      brief: toEventBrief({ event, language, now: this.clock.now() }),
      events: await this.events.choices(language, event.id),
      chosen,
      people: await this.interested.in(event.id),
      errors: {},
    };
  }
}
