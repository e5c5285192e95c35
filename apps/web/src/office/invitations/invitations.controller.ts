import { Body, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { actorOf } from '#account';
import { AuditService } from '#audit';
import { Clock } from '#config';
import { ProgrammeService } from '#event';
import { INVITATION_STATES, InvitationList, notInvitable, ReminderService } from '#invitation';
import { InvitationCsv } from '#report';
import { languageOf } from '../../door/visits.js';
import { toEventBrief } from '../../event/to-event-view.js';
import { accountOf } from '../door/office.guard.js';
import { OfficeController } from '../door/office-controller.js';
import { OfficeVisits } from '../door/office-visits.service.js';
import { fieldOf } from '../door/own-form.js';
import { idOf } from '../door/page-unknown.js';
import { InvitationsPage } from './invitations.page.js';
import { laterOf } from './later.js';

// What makes no sense in an address narrows nothing.
const query = z.object({
  state: z.enum(INVITATION_STATES).optional().catch(undefined),
  member: z.uuid().optional().catch(undefined),
});
const fileQuery = z.object({ dialect: z.enum(['excel', 'plain']).optional().catch(undefined) });

/** Who is invited to an event, as a page and as a file. */
@OfficeController('events/:id')
export class InvitationsController {
  constructor(
    private readonly programme: ProgrammeService,
    private readonly reminders: ReminderService,
    private readonly list: InvitationList,
    private readonly csv: InvitationCsv,
    private readonly audit: AuditService,
    private readonly visits: OfficeVisits,
    private readonly clock: Clock,
  ) {}

  @Get('invitations')
  async show(
    @Param('id') id: string,
    @Query() given: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { state, member } = query.parse(given);
    const event = await this.programme.byId(idOf(id));
    const all = await this.list.of(event.id, { memberId: member });
    const now = this.clock.now();
    const byState = Map.groupBy(all, (line) => line.state);
    const language = languageOf(request);
    const whose = member ? [member] : undefined;
    const due = await this.reminders.due([event.id], whose);
    const later = (await this.reminders.later([event.id], whose)).get(event.id);
    return this.visits.show(request, reply, InvitationsPage, {
      href: `/office/events/${event.id}/invitations`,
      eventHref: `/office/events/${event.id}`,
      brief: toEventBrief({ event, language, now }),
      timeZone: event.timeZone,
      filter: { state, memberId: member },
      lines: state ? (byState.get(state) ?? []) : all,
      counts: Object.fromEntries([...byState].map(([one, lines]) => [one, lines.length])),
      due: due.get(event.id) ?? 0,
      later: later && laterOf(later, language, now),
      open: !notInvitable(event, now),
    });
  }

  @Get('invitations.csv')
  async export(
    @Param('id') id: string,
    @Query() given: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { dialect } = fileQuery.parse(given);
    const file = await this.csv.ofEvent(idOf(id), languageOf(request), dialect);
    await this.audit.note({
      actor: actorOf(accountOf(request)),
      action: 'invitations.export',
      subject: { type: 'event', id },
    });
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${file.name}"`)
      .send(file.content);
  }

  @Post('invitations/remind')
  async remind(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const member = z.uuid().safeParse(fieldOf(body, 'member')).data;
    const actor = actorOf(accountOf(request));
    const count = await this.reminders.remindSilent(idOf(id), actor, member ? [member] : undefined);
    const back =
      fieldOf(body, 'from') === 'matrix'
        ? `/office/matrix?${new URLSearchParams(fieldOf(body, 'query'))}`
        : `/office/events/${id}/invitations`;
    return this.visits.goTo(request, reply, back, { key: 'office.invitations.reminded', values: { count } });
  }
}
