import { Body, Get, HttpStatus, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#account';
import { type FieldError, translator } from '#language';
import { type Contact, ContactService } from '#member';
import { sentencesOf } from '../../door/sentences.js';
import { languageOf } from '../../door/visits.js';
import { accountOf } from '../door/office.guard.js';
import { OfficeController } from '../door/office-controller.js';
import { OfficeVisits } from '../door/office-visits.service.js';
import { idOf, PageUnknown } from '../door/page-unknown.js';
import { ContactFormPage, type ContactFormView } from './contact-form.page.js';
import { dayText } from './day.js';
import { checkContact, checkDay, contactInput, noContact, readContactForm } from './member-form.js';
import { nameOf } from './member-view.js';
import { OthersPage } from './others.page.js';

const HOME = '/office/contacts';

/** The contacts that belong to no member. */
@OfficeController('contacts')
export class OthersController {
  constructor(
    private readonly contacts: ContactService,
    private readonly visits: OfficeVisits,
  ) {}

  @Get()
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.visits.show(request, reply, OthersPage, { contacts: await this.contacts.ofNobody() });
  }

  @Get('new')
  open(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.form(request, reply, { input: noContact() });
  }

  @Post('new')
  async add(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const input = readContactForm(body);
    const { value, errors } = checkContact(input);
    if (errors) return this.form(request, reply, { input }, errors);
    await this.contacts.add(value, actorOf(accountOf(request)));
    return this.done(request, reply, value);
  }

  @Get(':id')
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const contact = await this.find(id);
    return this.form(request, reply, { contact, input: contactInput(contact) });
  }

  @Post(':id')
  async change(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const contact = await this.find(id);
    const input = readContactForm(body);
    const { value, errors } = checkContact(input);
    if (errors) return this.form(request, reply, { contact, input }, errors);
    await this.contacts.change(contact.id, value, actorOf(accountOf(request)));
    return this.done(request, reply, value);
  }

  @Post(':id/leave')
  async leave(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const contact = await this.find(id);
    const { value, errors } = checkDay(body);
    if (errors) return this.form(request, reply, { contact, input: contactInput(contact) }, errors);
    await this.contacts.leave(contact.id, value.day, actorOf(accountOf(request)));
    return this.visits.goTo(request, reply, HOME, {
      key: 'directory.contact.leaves',
      values: { name: nameOf(contact), day: dayText(value.day, languageOf(request)) },
    });
  }

  @Post(':id/revoke')
  async revoke(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const contact = await this.find(id);
    await this.contacts.revokeLinks(contact.id, actorOf(accountOf(request)));
    return this.visits.goTo(request, reply, HOME, {
      key: 'directory.contact.revoked',
      values: { name: nameOf(contact) },
    });
  }

  private async find(id: string): Promise<Contact> {
    const contact = await this.contacts.byId(idOf(id));
    // Whoever belongs to a member has a page there.
    if (contact.memberId) throw new PageUnknown();
    return contact;
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
    person: Pick<Contact, 'firstName' | 'lastName'>,
  ) {
    return this.visits.goTo(request, reply, HOME, {
      key: 'directory.changed',
      values: { name: nameOf(person) },
    });
  }
}
