import { Body, Controller, Get, HttpStatus, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '#config';
import { type FieldError } from '#language';
import {
  type Contact,
  ContactService,
  ContactUnknown,
  contactActor,
  officeDay,
  type PersonalPage,
  PersonalPages,
} from '#member';
import { sentencesOf } from '../door/sentences.js';
import { Visits } from '../door/visits.js';
import { LeavePage } from './leave.page.js';
import type { Deed } from './my-view.js';
import { nameOf } from './people.js';
import { PersonPage } from './person.page.js';
import { checkPerson, type PersonInput, personInput, readPerson } from './person-form.js';

/** A coordinator's way to keep the member's people up to date; the office reads every change in the audit. */
@Controller('my/:token/people')
export class PeopleController {
  constructor(
    private readonly pages: PersonalPages,
    private readonly contacts: ContactService,
    private readonly visits: Visits,
    private readonly clock: Clock,
  ) {}

  @Get('new')
  async openNew(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { contact } = await this.coordinator(token);
    const input = { ...readPerson({}), language: contact.language };
    return this.form(request, reply, { token, input, errors: [] });
  }

  @Post('new')
  async add(
    @Param('token') token: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { contact } = await this.coordinator(token);
    const input = readPerson(body);
    const { person, errors } = checkPerson(input, { isOwn: false });
    if (errors) return this.form(request, reply, { token, input, errors });
    await this.contacts.add({ ...person, memberId: contact.memberId }, contactActor(contact));
    return done(reply, token, 'added');
  }

  @Get(':id')
  async open(
    @Param('token') token: string,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const page = await this.coordinator(token);
    const person = await this.pages.colleague(page, id);
    return this.form(request, reply, { token, page, person, input: personInput(person), errors: [] });
  }

  @Post(':id')
  async change(
    @Param('token') token: string,
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const page = await this.coordinator(token);
    const before = await this.pages.colleague(page, id);
    const isOwn = before.id === page.contact.id;
    const input = readPerson(body);
    const { person, errors } = checkPerson(input, { isOwn });
    if (errors) return this.form(request, reply, { token, page, person: before, input, errors });
    await this.contacts.change(before.id, person, contactActor(page.contact));
    const [after] = await this.contacts.byIds([before.id]);
    if (!isOwn || after?.linkGeneration === before.linkGeneration) return done(reply, token, 'changed');
    // The link in hand went to the address given up; the new address gets its own.
    await this.pages.request(person.email ?? '');
    return reply.redirect('/my?sent=1', HttpStatus.SEE_OTHER);
  }

  @Get(':id/leave')
  async askLeave(
    @Param('token') token: string,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const person = await this.otherPerson(token, id);
    const home = `/my/${token}`;
    const view = { name: nameOf(person), home, back: `${home}/people/${person.id}` };
    const page = <LeavePage visit={this.visits.of(request)} view={view} />;
    return this.visits.send(request, reply, page);
  }

  @Post(':id/leave')
  async leave(@Param('token') token: string, @Param('id') id: string, @Res() reply: FastifyReply) {
    const { contact } = await this.coordinator(token);
    const person = await this.otherPerson(token, id);
    // Gone is gone: yesterday was the last day at the latest.
    const yesterday = officeDay(this.clock.now().subtract({ hours: 24 }));
    await this.contacts.leave(person.id, yesterday, contactActor(contact));
    return done(reply, token, 'left');
  }

  private async coordinator(token: string): Promise<PersonalPage> {
    const page = await this.pages.open(token);
    if (!page.coordinates) throw new ContactUnknown();
    return page;
  }

  // Who coordinates cannot leave without the office: nobody would be left to keep the list.
  private async otherPerson(token: string, id: string): Promise<Contact> {
    const page = await this.coordinator(token);
    if (id === page.contact.id) throw new ContactUnknown();
    return this.pages.colleague(page, id);
  }

  private form(
    request: FastifyRequest,
    reply: FastifyReply,
    { token, page, person, input, errors }: FormFacts,
  ) {
    const visit = this.visits.of(request);
    const home = `/my/${token}`;
    const action = `${home}/people/${person?.id ?? 'new'}`;
    const isOther = person !== undefined && person.id !== page?.contact.id;
    const view = {
      home,
      action,
      isNew: !person,
      leaving: isOther ? `${action}/leave` : undefined,
      input,
      errors: sentencesOf(errors, visit.t),
    };
    const answer = errors.length > 0 ? reply.code(HttpStatus.UNPROCESSABLE_ENTITY) : reply;
    return this.visits.send(request, answer, <PersonPage visit={visit} view={view} />);
  }
}

interface FormFacts {
  token: string;
  page?: PersonalPage;
  /** Missing for somebody new. */
  person?: Contact;
  input: PersonInput;
  errors: readonly FieldError[];
}

const done = (reply: FastifyReply, token: string, deed: Deed): FastifyReply =>
  reply.redirect(`/my/${token}?done=${deed}`, HttpStatus.SEE_OTHER);
