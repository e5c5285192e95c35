import { Controller, Get, Header, Inject, Param, Query, Req, UseFilters, UsePipes } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Clock, SETTINGS, type Settings } from '#config';
import { type Event, ProgrammeService } from '#event';
import { FormService } from '#form';
import { type DeskRules, DeskRulesService, StandingService } from '#registration';
import { languageOf } from '../http/language.js';
import { validated } from '../http/validated.js';
import { ProblemFilter } from '../problem/problem.filter.js';
import { toCursor } from './cursor.js';
import type { ProgrammePage, ShownEvent } from './event.schema.js';
import { listedEvent, shownEvent } from './event-view.js';
import { eventQuery, type ProgrammeQuery, programmeQuery } from './programme-query.schema.js';

/** The programme for programs. */
@Controller('api/v1/events')
@UseFilters(ProblemFilter)
@UsePipes(validated)
export class EventsController {
  constructor(
    private readonly programme: ProgrammeService,
    private readonly standing: StandingService,
    private readonly rules: DeskRulesService,
    private readonly forms: FormService,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @Header('cache-control', 'no-cache')
  @Header('vary', 'accept-language')
  async list(
    @Query({ schema: programmeQuery }) query: ProgrammeQuery,
    @Req() request: FastifyRequest,
  ): Promise<ProgrammePage> {
    const { events, next } = await this.programme.list({
      kinds: query.kind,
      from: query.from,
      until: query.until,
      // What has no date yet is to come, but nobody can say that it comes until a day.
      undated: query.until === undefined,
      limit: query.limit ?? 50,
      after: query.cursor,
    });
    const seats = await this.standing.seats(events);
    const rules = await this.rules.ofAll(events.map(({ id }) => id));
    const desk = ({ id }: Event) => ({ seats: seats.get(id), rules: rules.get(id) as DeskRules });
    const looking = { language: languageOf(request), now: this.clock.now() };
    return {
      items: events.map((event) => listedEvent(event, desk(event), looking)),
      nextCursor: next && toCursor(next),
    };
  }

  @Get(':slug')
  @Header('cache-control', 'no-cache')
  @Header('vary', 'accept-language')
  async one(
    @Param('slug') slug: string,
    @Query({ schema: eventQuery }) _query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<ShownEvent> {
    const event = await this.programme.bySlug(slug);
    const seats = await this.standing.seats([event]);
    const rules = await this.rules.of(event.id);
    const form = await this.forms.of(event.id);
    const allotments = await this.standing.allotments(event.id);
    return shownEvent(
      event,
      { seats: seats.get(event.id), rules },
      { form, allotments },
      {
        language: languageOf(request),
        now: this.clock.now(),
        publicUrl: this.settings.publicUrl,
      },
    );
  }
}
