import { Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Clock } from '#config';
import { ProgrammeService } from '#event';
import { Workers } from '#jobs';
import { MailLog } from '#mail';
import { StandingService } from '#registration';
import { OpenRequests } from '#report';
import { languageOf } from '../../door/visits.js';
import { toEventBrief } from '../../event/to-event-view.js';
import { SetupProgress } from '../../setup/setup-progress.service.js';
import { accountOf } from '../door/office.guard.js';
import { OfficeController } from '../door/office-controller.js';
import { OfficeVisits } from '../door/office-visits.service.js';
import { PageUnknown } from '../door/page-unknown.js';
import { EventsPage } from './events.page.js';

const PER_PAGE = 50;

const query = z.object({
  period: z.enum(['upcoming', 'past']).catch('upcoming'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

/** The office's first page. */
@OfficeController()
export class EventsController {
  constructor(
    private readonly programme: ProgrammeService,
    private readonly standings: StandingService,
    private readonly requests: OpenRequests,
    private readonly workers: Workers,
    private readonly mails: MailLog,
    private readonly setup: SetupProgress,
    private readonly visits: OfficeVisits,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Query() given: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { period, page } = query.parse(given);
    const now = this.clock.now();
    const { events, total } = await this.programme.list({
      ...(period === 'past' ? { over: now, order: 'descending' } : { from: now, undated: true }),
      drafts: true,
      limit: PER_PAGE,
      skip: (page - 1) * PER_PAGE,
    });
    if (events.length === 0 && page > 1) throw new PageUnknown();
    const seats = await this.standings.seats(events);
    const language = languageOf(request);
    return this.visits.show(request, reply, EventsPage, {
      board: {
        workers: await this.workers.alive(),
        mails: await this.mails.counts(),
        setupOpen: await this.setup.isOpenFor(accountOf(request)),
      },
      requests: await this.requests.list(),
      period,
      events: events.map((event) => ({
        id: event.id,
        brief: toEventBrief({ event, seats: seats.get(event.id), language, now }),
      })),
      page,
      pages: Math.ceil(total / PER_PAGE),
    });
  }
}
