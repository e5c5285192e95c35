import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Clock, SETTINGS, type Settings } from '#config';
import { EVENT_KINDS, type Event, ProgrammeService } from '#event';
import type { Language } from '#language';
import { DeskRulesService, StandingService } from '#registration';
import { Visits } from '../door/visits.js';
import { toEventBrief } from '../event/to-event-view.js';
import { withQuery } from '../view/index.js';
import { MonthPage } from './month.page.js';
import { ProgrammePage } from './programme.page.js';

const ZONE = 'Europe/Berlin';
const PER_PAGE = 50;

// An address that makes no sense shows the programme as it is; nobody is helped by an error here.
const query = z.object({
  view: z.literal('month').optional().catch(undefined),
  kind: z.enum(EVENT_KINDS).optional().catch(undefined),
  period: z.enum(['upcoming', 'past']).catch('upcoming'),
  month: z
    .string()
    .regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/)
    .transform((text) => Temporal.PlainYearMonth.from(text))
    .optional()
    .catch(undefined),
  page: z.coerce.number().int().min(1).max(1_000).catch(1),
});

/** The programme: as a list, or as the calendar of a month. */
@Controller()
export class ProgrammeController {
  constructor(
    private readonly programme: ProgrammeService,
    private readonly standings: StandingService,
    private readonly rules: DeskRulesService,
    private readonly visits: Visits,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get('/')
  async show(@Query() given: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const wish = query.parse(given);
    const page =
      wish.view === 'month' || wish.month ? await this.month(wish, request) : await this.list(wish, request);
    return this.visits.send(request, reply, page, 'public');
  }

  private async list({ kind, period, page }: z.infer<typeof query>, request: FastifyRequest) {
    const visit = this.visits.of(request);
    const now = this.clock.now();
    const { events, total } = await this.programme.list({
      kinds: kind && [kind],
      ...(period === 'past' ? { over: now, order: 'descending' } : { from: now, undated: true }),
      limit: PER_PAGE,
      skip: (page - 1) * PER_PAGE,
    });
    const last = Math.max(1, Math.ceil(total / PER_PAGE));
    const view = {
      period,
      ...this.selection(kind),
      events: await this.briefs(events, visit.language),
      pages: last > 1 ? { current: Math.min(page, last), last } : undefined,
    };
    return <ProgrammePage visit={visit} view={view} />;
  }

  private async month(
    { kind, month = this.today().toPlainYearMonth() }: z.infer<typeof query>,
    request: FastifyRequest,
  ) {
    const visit = this.visits.of(request);
    const first = month.toPlainDate({ day: 1 });
    const { events } = await this.programme.list({
      kinds: kind && [kind],
      from: first.toZonedDateTime(ZONE).toInstant(),
      until: first.add({ months: 1 }).toZonedDateTime(ZONE).toInstant(),
      limit: 500,
    });
    const briefs = await this.briefs(events, visit.language);
    return <MonthPage visit={visit} view={{ month, ...this.selection(kind), events: briefs }} />;
  }

  private selection(kind: z.infer<typeof query>['kind']) {
    return {
      kind,
      kinds: EVENT_KINDS,
      today: this.today(),
      feed: `${this.settings.publicUrl}${withQuery('/calendar.ics', { kind })}`,
    };
  }

  private async briefs(events: Event[], language: Language) {
    const seats = await this.standings.seats(events);
    const rules = await this.rules.ofAll(events.map(({ id }) => id));
    const now = this.clock.now();
    return events.map((event) =>
      toEventBrief({ event, seats: seats.get(event.id), rules: rules.get(event.id), language, now }),
    );
  }

  private today(): Temporal.PlainDate {
    return this.clock.now().toZonedDateTimeISO(ZONE).toPlainDate();
  }
}
