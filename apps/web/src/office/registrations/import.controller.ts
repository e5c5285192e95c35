import { Body, Get, HttpStatus, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#account';
import { Clock } from '#config';
import { cleanLine } from '#database';
import { ProgrammeService } from '#event';
import { Refusal, statusOf, translator } from '#language';
import { ListImport } from '#registration';
import { Imported } from '#report';
import { languageOf } from '../../door/visits.js';
import { toEventBrief } from '../../event/to-event-view.js';
import { accountOf } from '../door/office.guard.js';
import { OfficeController } from '../door/office-controller.js';
import { OfficeVisits } from '../door/office-visits.service.js';
import { fieldOf } from '../door/own-form.js';
import { idOf } from '../door/page-unknown.js';
import { fileOf } from '../door/sent-file.js';
import { ListPage } from './list.page.js';
import { ListPreviewPage, type ListPreviewView } from './list-preview.page.js';

const LONGEST_FROM = 200;

/** People from a partner's spreadsheet: sent, looked at, registered all together. */
@OfficeController('events/:id/import')
export class ListImportController {
  constructor(
    private readonly programme: ProgrammeService,
    private readonly imports: ListImport,
    private readonly imported: Imported,
    private readonly visits: OfficeVisits,
    private readonly clock: Clock,
  ) {}

  @Get()
  async open(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.visits.show(request, reply, ListPage, await this.eventView(id, request));
  }

  @Post()
  async look(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const t = translator(languageOf(request));
    const event = await this.eventView(id, request);
    const file = fileOf(body, 'file');
    if (!file) {
      const refused = t('import.missingFile');
      return this.visits.show(request, reply.code(HttpStatus.UNPROCESSABLE_ENTITY), ListPage, {
        ...event,
        refused,
      });
    }
    try {
      const preview = await this.imports.preview(event.id, file);
      if (preview.id) return this.visits.goTo(request, reply, `${event.href}/import/${preview.id}`);
      const view: ListPreviewView = { ...event, preview, input: freshInput(), errors: {} };
      return await this.visits.show(
        request,
        reply.code(HttpStatus.UNPROCESSABLE_ENTITY),
        ListPreviewPage,
        view,
      );
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      const refused = t(refusal.key, refusal.values);
      return this.visits.show(request, reply.code(statusOf(refusal)), ListPage, { ...event, refused });
    }
  }

  @Get(':preview')
  async show(
    @Param('id') id: string,
    @Param('preview') previewId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const event = await this.eventView(id, request);
    const preview = await this.imports.byId(event.id, idOf(previewId));
    const view: ListPreviewView = { ...event, preview, input: freshInput(), errors: {} };
    return this.visits.show(request, reply, ListPreviewPage, view);
  }

  @Post(':preview')
  async apply(
    @Param('id') id: string,
    @Param('preview') previewId: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const t = translator(languageOf(request));
    const event = await this.eventView(id, request);
    const input = { from: cleanLine(fieldOf(body, 'from')), mail: fieldOf(body, 'mail') === '1' };
    const preview = await this.imports.byId(event.id, idOf(previewId));
    const again = { ...event, preview, input, errors: {} };
    if (input.from === '' || input.from.length > LONGEST_FROM) {
      const key = input.from === '' ? 'field.required' : 'field.tooLong';
      const errors = { from: t(key, { max: LONGEST_FROM }) };
      return this.visits.show(request, reply.code(HttpStatus.UNPROCESSABLE_ENTITY), ListPreviewPage, {
        ...again,
        errors,
      });
    }
    try {
      const applying = { actor: actorOf(accountOf(request)), from: input.from, silent: !input.mail };
      const registered = await this.imports.apply(event.id, idOf(previewId), applying);
      const { seats, waiting } = await this.imported.of(event.id, previewId);
      return this.visits.goTo(
        request,
        reply,
        event.href,
        registered > 0 && waiting > 0
          ? { key: 'office.imported', values: { seats, waiting } }
          : { key: 'desk.import.done', values: { count: registered } },
      );
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      const refused = t(refusal.key, refusal.values);
      return this.visits.show(request, reply.code(statusOf(refusal)), ListPreviewPage, { ...again, refused });
    }
  }

  private async eventView(id: string, request: FastifyRequest) {
    const event = await this.programme.byId(idOf(id));
    const brief = toEventBrief({ event, language: languageOf(request), now: this.clock.now() });
    return { id: event.id, href: `/office/events/${event.id}`, brief };
  }
}

const freshInput = () => ({ from: '', mail: true });
