import { Body, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#account';
import { Clock } from '#config';
import { InvitationList, OwnPlaces } from '#invitation';
import { type MessageKey, type MessageValues, Refusal, statusOf, translator } from '#language';
import {
  ContactService,
  DirectoryHistory,
  FunctionService,
  type MemberFile,
  MemberService,
  officeDay,
} from '#member';
import { languageOf } from '../../door/visits.js';
import { accountOf } from '../door/office.guard.js';
import { OfficeController } from '../door/office-controller.js';
import { OfficeVisits } from '../door/office-visits.service.js';
import { fieldOf } from '../door/own-form.js';
import { idOf } from '../door/page-unknown.js';
import { dayText } from './day.js';
import { MemberPage } from './member.page.js';
import { type Checked, checkDay, checkFunction } from './member-form.js';
import { nameOf } from './member-view.js';

/** One member in the office's hands. */
@OfficeController('members/:id')
export class MemberController {
  constructor(
    private readonly members: MemberService,
    private readonly contacts: ContactService,
    private readonly functions: FunctionService,
    private readonly invitations: InvitationList,
    private readonly places: OwnPlaces,
    private readonly history: DirectoryHistory,
    private readonly visits: OfficeVisits,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.page(request, reply, await this.members.byId(idOf(id)));
  }

  @Post('resign')
  resign(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.deed(id, request, reply, checkDay(body), async ({ member }, { day }, actor) => {
      await this.members.resign(member.id, day, actor);
      return { key: 'directory.resigned', values: { name: member.name, day: said(day, request) } };
    });
  }

  @Post('rejoin')
  rejoin(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.deed(id, request, reply, checkDay(body), async ({ member }, { day }, actor) => {
      await this.members.rejoin(member.id, day, actor);
      return { key: 'directory.rejoined', values: { name: member.name, day: said(day, request) } };
    });
  }

  @Post('functions')
  assign(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.deed(id, request, reply, checkFunction(body), async ({ member }, wish, actor) => {
      const { title, contactId, from } = wish;
      await this.functions.assign(member.id, { name: title, contactId, from }, actor);
      const name = nameOf(await this.contacts.byId(contactId));
      return { key: 'directory.function.assigned', values: { name, title, day: said(from, request) } };
    });
  }

  @Post('merge')
  merge(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const double = fieldOf(body, 'double');
    const chosen: Checked<string> = double
      ? { value: double }
      : { errors: [{ field: 'double', key: 'directory.merge.same' }] };
    return this.deed(id, request, reply, chosen, async ({ member }, doubleId, actor) => {
      const { member: gone } = await this.members.byId(idOf(doubleId));
      await this.members.merge(member.id, gone.id, actor);
      return { key: 'directory.merged', values: { double: gone.name, name: member.name } };
    });
  }

  /** Does it and says so on the member's page; what is refused or was not typed is said there too. */
  private async deed<T>(
    id: string,
    request: FastifyRequest,
    reply: FastifyReply,
    given: Checked<T>,
    work: (file: MemberFile, value: T, actor: string) => Promise<{ key: MessageKey; values: MessageValues }>,
  ) {
    const file = await this.members.byId(idOf(id));
    const t = translator(languageOf(request));
    if (given.errors) {
      const [error] = given.errors;
      return this.page(request, reply.code(422), file, t(error?.key ?? 'error.invalid', error?.values));
    }
    try {
      const notice = await work(file, given.value, actorOf(accountOf(request)));
      return this.visits.goTo(request, reply, `/office/members/${file.member.id}`, notice);
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      return this.page(request, reply.code(statusOf(refusal)), file, t(refusal.key, refusal.values));
    }
  }

  private async page(request: FastifyRequest, reply: FastifyReply, file: MemberFile, refused?: string) {
    const { id } = file.member;
    const names = await this.members.names();
    return this.visits.show(request, reply, MemberPage, {
      ...file,
      contacts: await this.contacts.ofMember(id),
      functions: await this.functions.ofMember(id),
      invitations: await this.invitations.ofMember(id),
      places: await this.places.ofMember(id),
      deeds: await this.history.of(id),
      others: names.filter((other) => other.id !== id),
      today: officeDay(this.clock.now()),
      refused,
    });
  }
}

const said = (day: string, request: FastifyRequest): string => dayText(day, languageOf(request));
