import { Body, Get, HttpStatus, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#account';
import { Refusal, statusOf, translator } from '#language';
import { DirectoryImport } from '#member';
import { languageOf } from '../../door/visits.js';
import { accountOf } from '../door/office.guard.js';
import { OfficeController } from '../door/office-controller.js';
import { OfficeVisits } from '../door/office-visits.service.js';
import { idOf } from '../door/page-unknown.js';
import { fileOf } from '../door/sent-file.js';
import { ImportPage } from './import.page.js';
import { PreviewPage } from './preview.page.js';

/** Members and contacts from a spreadsheet: sent, looked at, taken over. */
@OfficeController('members/import')
export class ImportController {
  constructor(
    private readonly imports: DirectoryImport,
    private readonly visits: OfficeVisits,
  ) {}

  @Get()
  open(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.visits.show(request, reply, ImportPage, {});
  }

  @Post()
  async look(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const t = translator(languageOf(request));
    const file = fileOf(body, 'file');
    if (!file) {
      reply.code(HttpStatus.UNPROCESSABLE_ENTITY);
      return this.visits.show(request, reply, ImportPage, { refused: t('import.missingFile') });
    }
    try {
      const preview = await this.imports.preview(file);
      if (preview.id) return this.visits.goTo(request, reply, `/office/members/import/${preview.id}`);
      return this.visits.show(request, reply.code(HttpStatus.UNPROCESSABLE_ENTITY), PreviewPage, preview);
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      const refused = t(refusal.key, refusal.values);
      return this.visits.show(request, reply.code(statusOf(refusal)), ImportPage, { refused });
    }
  }

  @Get(':preview')
  async show(@Param('preview') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.visits.show(request, reply, PreviewPage, await this.imports.byId(idOf(id)));
  }

  @Post(':preview')
  async apply(@Param('preview') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const counts = await this.imports.apply(idOf(id), actorOf(accountOf(request)));
    return this.visits.goTo(request, reply, '/office/members', {
      key: 'import.applied',
      values: { added: counts.new, changed: counts.changed, same: counts.same },
    });
  }
}
