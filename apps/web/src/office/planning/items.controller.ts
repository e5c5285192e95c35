import { Body, Get, HttpCode, HttpStatus, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#account';
import { type Event, ProgrammeService, samePlan } from '#event';
import { Refusal, statusOf, translator } from '#language';
import { OpeningService } from '#registration';
import { sentencesOf } from '../../door/sentences.js';
import { languageOf } from '../../door/visits.js';
import { accountOf } from '../door/office.guard.js';
import { OfficeController } from '../door/office-controller.js';
import { OfficeVisits } from '../door/office-visits.service.js';
import { fieldOf } from '../door/own-form.js';
import { idOf, PageUnknown } from '../door/page-unknown.js';
import { ItemsPage } from './items.page.js';
import { checkItems, freshRow, itemRows, readItems } from './items-form.js';

/** The points of an event's programme. */
@OfficeController('events/:id/items')
export class ItemsController {
  constructor(
    private readonly programme: ProgrammeService,
    private readonly opening: OpeningService,
    private readonly visits: OfficeVisits,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const event = await this.eventOf(id);
    const rows = [...itemRows(event), freshRow(event)];
    return this.visits.show(request, reply, ItemsPage, { event, rows, errors: {} });
  }

  /** Saves the programme, or gives another empty row first. */
  @Post()
  @HttpCode(HttpStatus.OK)
  async save(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const event = await this.eventOf(id);
    const rows = readItems(body);
    if (fieldOf(body, 'wish') === 'add') {
      const view = { event, rows: [...rows, freshRow(event)], errors: {} };
      return this.visits.show(request, reply, ItemsPage, view);
    }
    const t = translator(languageOf(request));
    const { wish, errors } = checkItems(rows, event);
    if (errors) {
      const view = { event, rows, errors: sentencesOf(errors, t) };
      return this.visits.show(request, reply.code(HttpStatus.UNPROCESSABLE_ENTITY), ItemsPage, view);
    }
    try {
      await this.opening.rework(event.id, { ...samePlan(event), items: wish }, actorOf(accountOf(request)));
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      const view = { event, rows, errors: {}, refused: t(refusal.key, refusal.values) };
      return this.visits.show(request, reply.code(statusOf(refusal)), ItemsPage, view);
    }
    return this.visits.goTo(request, reply, `/office/events/${event.id}/items`, {
      key: 'planning.items.saved',
    });
  }

  private async eventOf(id: string): Promise<Event> {
    const event = await this.programme.byId(idOf(id));
    // Somebody else's event has a page of its own.
    if (event.kind === 'listing') throw new PageUnknown();
    return event;
  }
}
