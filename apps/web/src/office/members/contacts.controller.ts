import { Body, Get, HttpStatus, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#account';
import { type FieldError, translator } from '#language';
import { ContactService, MemberService } from '#member';
import { sentencesOf } from '../../door/sentences.js';
import { languageOf } from '../../door/visits.js';
import { accountOf } from '../door/office.guard.js';
import { OfficeController } from '../door/office-controller.js';
import { OfficeVisits } from '../door/office-visits.service.js';
import { fieldOf } from '../door/own-form.js';
import { idOf, PageUnknown } from '../door/page-unknown.js';
import { ContactFormPage, type ContactFormView } from './contact-form.page.js';
import { dayText } from './day.js';
import { checkContact, checkDay, contactInput, noContact, readContactForm } from './member-form.js';
import { nameOf } from './member-view.js';

/** The people at a member. */
@OfficeController('members/:id/contacts')
export class ContactsController {
  constructor(
    private readonly members: MemberService,
    private readonly contacts: ContactService,
    private readonly visits: OfficeVisits,
  ) {}

  @Get('new')
  async open(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { member } = await this.members.byId(idOf(id));
    return this.form(request, reply, { member, input: noContact() });
  }

  @Post('new')
  async add(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { member } = await this.members.byId(idOf(id));
    const input = readContactForm(body);
    const { value, errors } = checkContact(input);
    if (errors) return this.form(request, reply, { member, input }, errors);
    await this.contacts.add({ ...value, memberId: member.id }, actorOf(accountOf(request)));
    return this.done(request, reply, member.id, value);
  }

  @Get(':contact')
  async show(
    @Param('id') id: string,
    @Param('contact') contactId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { member, contact } = await this.find(id, contactId);
    const everybody = await this.contacts.ofMember(member.id);
    const others = everybody.filter(({ id }) => id !== contact.id);
    return this.form(request, reply, { member, contact, others, input: contactInput(contact) });
  }

  @Post(':contact')
  async change(
    @Param('id') id: string,
    @Param('contact') contactId: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { member, contact } = await this.find(id, contactId);
    const input = readContactForm(body);
    const { value, errors } = checkContact(input);
    if (errors) return this.form(request, reply, { member, contact, input }, errors);
    await this.contacts.change(contact.id, value, actorOf(accountOf(request)));
    return this.done(request, reply, member.id, value);
  }

  @Post(':contact/leave')
  async leave(
    @Param('id') id: string,
    @Param('contact') contactId: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { member, contact } = await this.find(id, contactId);
    const { value, errors } = checkDay(body);
    if (errors) return this.form(request, reply, { member, contact, input: contactInput(contact) }, errors);
    await this.contacts.leave(contact.id, value.day, actorOf(accountOf(request)));
    return this.visits.goTo(request, reply, `/office/members/${member.id}`, {
      key: 'directory.contact.leaves',
      values: { name: nameOf(contact), day: dayText(value.day, languageOf(request)) },
    });
  }

  @Post(':contact/revoke')
  async revoke(
    @Param('id') id: string,
    @Param('contact') contactId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { member, contact } = await this.find(id, contactId);
    await this.contacts.revokeLinks(contact.id, actorOf(accountOf(request)));
    return this.visits.goTo(request, reply, `/office/members/${member.id}`, {
      key: 'directory.contact.revoked',
      values: { name: nameOf(contact) },
    });
  }

  @Post(':contact/merge')
  async merge(
    @Param('id') id: string,
    @Param('contact') contactId: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { member, contact } = await this.find(id, contactId);
    const { contact: double } = await this.find(id, fieldOf(body, 'double'));
    await this.contacts.merge(contact.id, double.id, actorOf(accountOf(request)));
    return this.visits.goTo(request, reply, `/office/members/${member.id}`, {
      key: 'directory.merged',
      values: { double: nameOf(double), name: nameOf(contact) },
    });
  }

  private async find(memberId: string, contactId: string) {
    const { member } = await this.members.byId(idOf(memberId));
    const contact = await this.contacts.byId(idOf(contactId));
    if (contact.memberId !== member.id) throw new PageUnknown();
    return { member, contact };
  }

  private form(
    request: FastifyRequest,
    reply: FastifyReply,
    view: Omit<ContactFormView, 'errors'>,
    errors: readonly FieldError[] = [],
  ) {
    if (errors.length > 0) reply.code(HttpStatus.UNPROCESSABLE_ENTITY);
    const said = sentencesOf(errors, translator(languageOf(request)));
    return this.visits.show(request, reply, ContactFormPage, { ...view, errors: said });
  }

  private done(
    request: FastifyRequest,
    reply: FastifyReply,
    memberId: string,
    person: { firstName: string; lastName: string },
  ) {
    return this.visits.goTo(request, reply, `/office/members/${memberId}`, {
      key: 'directory.changed',
      values: { name: nameOf(person) },
    });
  }
}
