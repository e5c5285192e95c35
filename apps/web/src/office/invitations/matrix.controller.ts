import { Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { actorOf } from '#account';
import { AuditService } from '#audit';
import { Clock } from '#config';
import { ProgrammeService } from '#event';
import { eventHeading, MatrixService, MOST_EVENTS, notInvitable, ReminderService } from '#invitation';
import { InvitationCsv } from '#report';
import { languageOf } from '../../door/visits.js';
import { accountOf } from '../door/office.guard.js';
import { OfficeController } from '../door/office-controller.js';
import { OfficeVisits } from '../door/office-visits.service.js';
import { PageUnknown } from '../door/page-unknown.js';
import { laterOf } from './later.js';
import { MatrixPage } from './matrix.page.js';

/** Events side by side as long as nobody chooses. */
const COLUMNS = 12;

const query = z.object({
  period: z.enum(['upcoming', 'past']).catch('upcoming'),
  event: z.preprocess((value) => [value ?? []].flat(), z.array(z.uuid()).max(MOST_EVENTS)).catch([]),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
const fileQuery = query.extend({ dialect: z.enum(['excel', 'plain']).optional().catch(undefined) });

/** The matrix of members and events, as a page and as a file. */
@OfficeController()
export class MatrixController {
  constructor(
    private readonly programme: ProgrammeService,
    private readonly matrix: MatrixService,
    private readonly reminders: ReminderService,
    private readonly csv: InvitationCsv,
    private readonly audit: AuditService,
    private readonly visits: OfficeVisits,
    private readonly clock: Clock,
  ) {}

  @Get('matrix')
  async show(@Query() given: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { period, event: chosen, page } = query.parse(given);
    const language = languageOf(request);
    const invitedTo = await this.matrix.invitedTo(period);
    const eventIds = chosen.length > 0 ? chosen : invitedTo.slice(0, COLUMNS);
    const { events, lines, pages } = await this.matrix.page({ memberPage: page, eventIds });
    if (page > pages) throw new PageUnknown();
    const ids = events.map(({ id }) => id);
    const due = await this.reminders.due(ids);
    const later = await this.reminders.later(ids);
    const now = this.clock.now();
    const all = await this.programme.load(invitedTo);
    return this.visits.show(request, reply, MatrixPage, {
      period,
      chosen,
      choices: all.map((one) => ({ value: one.id, text: eventHeading(one, language) })),
      events: events.map((event) => {
        const waiting = notInvitable(event, now) ? undefined : later.get(event.id);
        return {
          id: event.id,
          heading: eventHeading(event, language),
          due: notInvitable(event, now) ? 0 : (due.get(event.id) ?? 0),
          later: waiting && laterOf(waiting, language, now),
        };
      }),
      lines,
      page,
      pages,
    });
  }

  @Get('matrix.csv')
  async export(@Query() given: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { period, event: chosen, dialect } = fileQuery.parse(given);
    const eventIds = chosen.length > 0 ? chosen : await this.matrix.invitedTo(period);
    const file = await this.csv.matrix(eventIds, languageOf(request), dialect);
    await this.audit.note({
      actor: actorOf(accountOf(request)),
      action: 'matrix.export',
      subject: { type: 'matrix', id: period },
    });
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${file.name}"`)
      .send(file.content);
  }
}
