import { Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { actorOf } from '#account';
import { AuditService } from '#audit';
import { Clock } from '#config';
import { cleanLine } from '#database';
import { ProgrammeService } from '#event';
import { MinimumService } from '#notice';
import { REGISTRATION_STATUSES, StandingService } from '#registration';
import { ATTENDEE_MARKS, AttendeeCsv, AttendeeList, Doubles, Origins } from '#report';
import { languageOf } from '../../door/visits.js';
import { toEventBrief } from '../../event/to-event-view.js';
import { accountOf } from '../door/office.guard.js';
import { OfficeController } from '../door/office-controller.js';
import { OfficeVisits } from '../door/office-visits.service.js';
import { idOf, PageUnknown } from '../door/page-unknown.js';
import { AttendeesPage } from './attendees.page.js';

// What makes no sense in an address narrows nothing.
const filter = z.object({
  search: z.string().overwrite(cleanLine).max(200).optional().catch(undefined),
  status: z.enum(REGISTRATION_STATUSES).optional().catch(undefined),
  mark: z.enum(ATTENDEE_MARKS).optional().catch(undefined),
});
const listQuery = filter.extend({ page: z.coerce.number().int().min(1).max(1_000_000).catch(1) });
const fileQuery = filter.extend({ dialect: z.enum(['excel', 'plain']).optional().catch(undefined) });

/** Who comes to an event, as a page and as a file. */
@OfficeController('events/:id')
export class AttendeesController {
  constructor(
    private readonly programme: ProgrammeService,
    private readonly standings: StandingService,
    private readonly attendees: AttendeeList,
    private readonly csv: AttendeeCsv,
    private readonly doubles: Doubles,
    private readonly origins: Origins,
    private readonly minimums: MinimumService,
    private readonly audit: AuditService,
    private readonly visits: OfficeVisits,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Param('id') id: string,
    @Query() given: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { page, ...filter } = listQuery.parse(given);
    const event = await this.programme.byId(idOf(id));
    const list = await this.attendees.page(event.id, { ...filter, page });
    if (page > list.pages) throw new PageUnknown();
    const suspects = list.attendees.filter(({ maybeDouble }) => maybeDouble).map((one) => one.id);
    const seats = (await this.standings.seats([event])).get(event.id);
    return this.visits.show(request, reply, AttendeesPage, {
      href: `/office/events/${event.id}`,
      brief: toEventBrief({ event, seats, language: languageOf(request), now: this.clock.now() }),
      timeZone: event.timeZone,
      filter,
      list,
      doubles: await this.doubles.of(event.id, suspects),
      origins: await this.origins.of(event.id),
      missed: await this.minimums.missed(event),
      page,
    });
  }

  @Get('attendees.csv')
  async export(
    @Param('id') id: string,
    @Query() given: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const wish = fileQuery.parse(given);
    const file = await this.csv.of(idOf(id), languageOf(request), wish);
    await this.audit.note({
      actor: actorOf(accountOf(request)),
      action: 'attendees.export',
      subject: { type: 'event', id },
      after: wish,
    });
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${file.name}"`)
      .send(file.content);
  }
}
