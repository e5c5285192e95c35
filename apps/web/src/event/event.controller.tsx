import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '#config';
import { ProgrammeService } from '#event';
import { DeskRulesService, StandingService } from '#registration';
import { Visits } from '../door/visits.js';
import { EventPage } from './event.page.js';
import { toEventView } from './to-event-view.js';

/** The page of an event. */
@Controller('events')
export class EventController {
  constructor(
    private readonly programme: ProgrammeService,
    private readonly standings: StandingService,
    private readonly rules: DeskRulesService,
    private readonly visits: Visits,
    private readonly clock: Clock,
  ) {}

  @Get(':slug')
  async show(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visit = this.visits.of(request);
    const event = await this.programme.bySlug(slug);
    const seats = (await this.standings.seats([event])).get(event.id);
    const rules = await this.rules.of(event.id);
    const allotments = await this.standings.allotments(event.id);
    const view = toEventView({
      event,
      seats,
      rules,
      allotments,
      language: visit.language,
      now: this.clock.now(),
    });
    return this.visits.send(request, reply, <EventPage visit={visit} event={view} />, 'public');
  }
}
