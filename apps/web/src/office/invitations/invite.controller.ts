import { Body, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#account';
import { Clock } from '#config';
import { ProgrammeService } from '#event';
import { InvitationService, NobodyChosen } from '#invitation';
import { Refusal, statusOf, translator } from '#language';
import { type Contact, ContactService, FunctionService, MemberService, officeDay } from '#member';
import { languageOf } from '../../door/visits.js';
import { toEventBrief } from '../../event/to-event-view.js';
import { accountOf } from '../door/office.guard.js';
import { OfficeController } from '../door/office-controller.js';
import { OfficeVisits } from '../door/office-visits.service.js';
import { fieldOf } from '../door/own-form.js';
import { idOf } from '../door/page-unknown.js';
import { InvitePage, type InviteView } from './invite.page.js';
import { readChoice, whomOf, withFile } from './invite-choice.js';

/** Chooses whom to invite to an event, shows who that is, and invites them. */
@OfficeController('events/:id/invite')
export class InviteController {
  constructor(
    private readonly programme: ProgrammeService,
    private readonly invitations: InvitationService,
    private readonly members: MemberService,
    private readonly contacts: ContactService,
    private readonly functions: FunctionService,
    private readonly visits: OfficeVisits,
    private readonly clock: Clock,
  ) {}

  @Get()
  open(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.page(request, reply, idOf(id), {});
  }

  @Post()
  async send(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const eventId = idOf(id);
    if (fieldOf(body, 'wish') !== 'invite') return this.page(request, reply, eventId, body);
    const whom = await whomOf(readChoice(body), languageOf(request));
    const done = await this.invitations
      .invite(eventId, whom, actorOf(accountOf(request)))
      .catch(unlessNobodyChosen);
    if (!done) return this.page(request, reply, eventId, body);
    const { invited, already } = done;
    const key = invited + already === 0 ? 'office.invited.nobody' : 'office.invited';
    const values = { count: invited };
    return this.visits.goTo(request, reply, `/office/events/${eventId}/invitations`, { key, values });
  }

  private async page(request: FastifyRequest, reply: FastifyReply, eventId: string, body: unknown) {
    const language = languageOf(request);
    const event = await this.programme.byId(eventId);
    const eventHref = `/office/events/${event.id}`;
    const shown = {
      href: `${eventHref}/invite`,
      eventHref,
      brief: toEventBrief({ event, language, now: this.clock.now() }),
      choice: readChoice(body),
      choices: await this.choices(),
    };
    try {
      const choice = await withFile(shown.choice, body, language);
      const preview = await this.invitations.preview(event.id, await whomOf(choice, language));
      const view: InviteView = { ...shown, choice, preview };
      return await this.visits.show(request, reply, InvitePage, view);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const refused = translator(language)(error.key, error.values);
      const view: InviteView = { ...shown, refused };
      return this.visits.show(request, reply.code(statusOf(error)), InvitePage, view);
    }
  }

  private async choices(): Promise<InviteView['choices']> {
    const today = officeDay(this.clock.now());
    const members = await this.members.current(today);
    const names = new Map(members.map(({ id, name }) => [id, name]));
    const order = new Map(members.map(({ id }, index) => [id, index]));
    const placeOf = ({ memberId }: Contact) => order.get(memberId ?? '') ?? members.length;
    const others = (await this.contacts.ofNobody()).filter(
      ({ email, leftOn }) => email && (leftOn === null || leftOn >= today),
    );
    const contacts = (await this.contacts.ofMembers()).toSorted(
      (one, other) => placeOf(one) - placeOf(other) || byName(one, other),
    );
    return {
      members: members.map(({ id, name }) => ({ value: id, text: name })),
      functions: (await this.functions.names()).map(({ name, functionIds }) => ({
        value: functionIds.join(','),
        text: name,
      })),
      contacts: [...contacts, ...others].map((contact) => ({
        value: contact.id,
        text: `${contact.firstName} ${contact.lastName}`.trim(),
        hint: names.get(contact.memberId ?? ''),
      })),
    };
  }
}

const byName = (one: Contact, other: Contact): number =>
  one.lastName.localeCompare(other.lastName, 'de') || one.firstName.localeCompare(other.firstName, 'de');

function unlessNobodyChosen(error: unknown): undefined {
  if (!(error instanceof NobodyChosen)) throw error;
}
