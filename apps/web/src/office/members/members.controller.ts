import { Body, Get, HttpStatus, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { actorOf } from '#account';
import { cleanLine } from '#database';
import { Refusal, statusOf, translator } from '#language';
import { DirectoryExport, MEMBER_KINDS, MemberService } from '#member';
import { sentencesOf } from '../../door/sentences.js';
import { languageOf } from '../../door/visits.js';
import { accountOf } from '../door/office.guard.js';
import { OfficeController } from '../door/office-controller.js';
import { OfficeVisits } from '../door/office-visits.service.js';
import { idOf, PageUnknown } from '../door/page-unknown.js';
import { checkMember, checkNewMember, memberInput, readMemberForm } from './member-form.js';
import { MemberFormPage, type MemberFormView } from './member-form.page.js';
import { MembersPage } from './members.page.js';

// What makes no sense in an address narrows nothing.
const query = z.object({
  search: z.string().overwrite(cleanLine).max(200).optional().catch(undefined),
  kind: z.enum(MEMBER_KINDS).optional().catch(undefined),
  state: z.enum(['current', 'former']).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

/** The list of members, and what is written down about each. */
@OfficeController('members')
export class MembersController {
  constructor(
    private readonly members: MemberService,
    private readonly files: DirectoryExport,
    private readonly visits: OfficeVisits,
  ) {}

  @Get()
  async list(@Query() given: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { page, ...filter } = query.parse(given);
    const list = await this.members.list({ ...filter, page });
    if (list.members.length === 0 && page > 1) throw new PageUnknown();
    return this.visits.show(request, reply, MembersPage, { filter, list, page });
  }

  @Get('export.csv')
  csv(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.export('csv', request, reply);
  }

  @Get('export.xlsx')
  xlsx(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.export('xlsx', request, reply);
  }

  @Get('new')
  open(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.form(request, reply, { input: readMemberForm({}), errors: {} });
  }

  @Post('new')
  async add(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const input = readMemberForm(body);
    const { value, errors } = checkNewMember(input);
    if (errors) return this.form(request, reply, { input, errors: said(errors, request) });
    return this.form(request, reply, { input, errors: {} }, async () => {
      const id = await this.members.add(value, actorOf(accountOf(request)));
      return this.visits.goTo(request, reply, `/office/members/${id}`, {
        key: 'directory.added',
        values: { name: value.name },
      });
    });
  }

  @Get(':id/change')
  async edit(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const file = await this.members.byId(idOf(id));
    return this.form(request, reply, { member: file.member, input: memberInput(file), errors: {} });
  }

  @Post(':id/change')
  async change(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { member } = await this.members.byId(idOf(id));
    const input = readMemberForm(body);
    const { value, errors } = checkMember(input);
    if (errors) return this.form(request, reply, { member, input, errors: said(errors, request) });
    return this.form(request, reply, { member, input, errors: {} }, async () => {
      // A field that is empty now was emptied.
      const changes = { postal: undefined, leitwegId: undefined, ...value };
      await this.members.change(member.id, changes, actorOf(accountOf(request)));
      return this.visits.goTo(request, reply, `/office/members/${member.id}`, {
        key: 'directory.changed',
        values: { name: value.name },
      });
    });
  }

  /** Shows the form; after `work` was refused, with the reason. */
  private async form(
    request: FastifyRequest,
    reply: FastifyReply,
    view: MemberFormView,
    work?: () => Promise<FastifyReply>,
  ) {
    try {
      if (work) return await work();
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      const refused = translator(languageOf(request))(refusal.key, refusal.values);
      return this.visits.show(request, reply.code(statusOf(refusal)), MemberFormPage, { ...view, refused });
    }
    if (Object.keys(view.errors).length > 0) reply.code(HttpStatus.UNPROCESSABLE_ENTITY);
    return this.visits.show(request, reply, MemberFormPage, view);
  }

  private async export(format: 'csv' | 'xlsx', request: FastifyRequest, reply: FastifyReply) {
    const file = await this.files.of(format, languageOf(request), actorOf(accountOf(request)));
    return reply
      .type(file.type)
      .header('content-disposition', `attachment; filename="${file.name}"`)
      .send(file.content);
  }
}

const said = (errors: Parameters<typeof sentencesOf>[0], request: FastifyRequest) =>
  sentencesOf(errors, translator(languageOf(request)));
