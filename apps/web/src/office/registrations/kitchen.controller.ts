import { Body, Get, HttpCode, HttpStatus, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccountService, actorOf } from '#account';
import { AuditService } from '#audit';
import { Clock } from '#config';
import { type Event, ProgrammeService } from '#event';
import { type Dialect, SensitiveAnswers } from '#report';
import { languageOf } from '../../door/visits.js';
import { toEventBrief } from '../../event/to-event-view.js';
import { accountOf } from '../door/office.guard.js';
import { OfficeController } from '../door/office-controller.js';
import { OfficeVisits } from '../door/office-visits.service.js';
import { fieldOf } from '../door/own-form.js';
import { idOf } from '../door/page-unknown.js';
import { KitchenPage, type KitchenView } from './kitchen.page.js';

/** How the audit names a look at the confidential answers of a whole event. */
export const LOOK_AT_ALL = 'attendees.lookSensitive';

/** Diets and access of all who come to an event, counted. */
@OfficeController('events/:id/kitchen')
export class KitchenController {
  constructor(
    private readonly programme: ProgrammeService,
    private readonly answers: SensitiveAnswers,
    private readonly accounts: AccountService,
    private readonly audit: AuditService,
    private readonly visits: OfficeVisits,
    private readonly clock: Clock,
  ) {}

  @Get()
  async open(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const event = await this.programme.byId(idOf(id));
    return this.visits.show(request, reply, KitchenPage, await this.viewOf(event, request));
  }

  /** The answers as a page or as a file, to whoever asks for them; that they asked is written down first. */
  @Post()
  @HttpCode(HttpStatus.OK)
  async look(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const event = await this.programme.byId(idOf(id));
    const dialect = DIALECTS.find((one) => one === fieldOf(body, 'file'));
    await this.audit.note({
      actor: actorOf(accountOf(request)),
      action: LOOK_AT_ALL,
      subject: { type: 'event', id: event.id },
      after: { as: dialect ?? 'page' },
    });
    const language = languageOf(request);
    if (dialect) {
      const file = await this.answers.file(event.id, language, dialect);
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${file.name}"`)
        .send(file.content);
    }
    const questions = await this.answers.of(event.id, language);
    const view = { ...(await this.viewOf(event, request)), questions };
    return this.visits.show(request, reply, KitchenPage, view);
  }

  private async viewOf(event: Event, request: FastifyRequest): Promise<KitchenView> {
    const deeds = await this.audit.of({ type: 'event', id: event.id });
    const looks = deeds.filter(({ action }) => action === LOOK_AT_ALL);
    const names = await this.accounts.namesOf(looks.map(({ actor }) => actor));
    return {
      href: `/office/events/${event.id}`,
      brief: toEventBrief({ event, language: languageOf(request), now: this.clock.now() }),
      timeZone: event.timeZone,
      isAsked: await this.answers.areAsked(event.id),
      looks: looks.map(({ at, actor }) => ({ at, name: names.get(actor) })),
    };
  }
}

const DIALECTS: readonly Dialect[] = ['excel', 'plain'];
