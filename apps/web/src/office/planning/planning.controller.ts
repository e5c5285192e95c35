import { Body, Get, HttpStatus, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ComponentType } from 'preact';
import { actorOf } from '#account';
import { Clock } from '#config';
import { type Event, nextSitting, ProgrammeService } from '#event';
import { type InvitationPreview, InvitationService, notInvitable } from '#invitation';
import { type FieldError, translator } from '#language';
import { NoticePreviews } from '#notice';
import { OpeningService } from '#registration';
import { sentencesOf } from '../../door/sentences.js';
import { languageOf } from '../../door/visits.js';
import { accountOf } from '../door/office.guard.js';
import { OfficeController } from '../door/office-controller.js';
import { type OfficeVisit, OfficeVisits } from '../door/office-visits.service.js';
import { idOf } from '../door/page-unknown.js';
import { OFFICE_ZONE } from '../moment.js';
import { CopyPage } from './copy.page.js';
import { NewEventPage } from './new-event.page.js';
import { checkPeople, peopleInput, readPeople } from './people-form.js';
import { PlanPage } from './plan.page.js';
import type { PlanFormView } from './plan-fields.js';
import { checkCopy, checkNew, checkPlan, hoursOf, nightsOf, planInput, readPlanForm } from './plan-form.js';

/** New events, from scratch or from another one; their facts, and the way before the public. */
@OfficeController('events')
export class PlanningController {
  constructor(
    private readonly programme: ProgrammeService,
    private readonly opening: OpeningService,
    private readonly invitations: InvitationService,
    private readonly notices: NoticePreviews,
    private readonly visits: OfficeVisits,
    private readonly clock: Clock,
  ) {}

  @Get('new')
  openNew(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const input = { ...readPlanForm({}), audience: 'public' };
    return this.visits.show(request, reply, NewEventPage, { input, errors: {} });
  }

  @Post('new')
  async create(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const input = readPlanForm(body);
    const { wish, errors } = checkNew(input, {
      timeZone: OFFICE_ZONE,
      mainLanguage: 'de',
      now: this.clock.now(),
    });
    if (errors) return this.again(request, reply, NewEventPage, { input }, errors);
    const { kind, title, format, audience, seats, starts, ends, place, meetingPoint, joiningLink } = wish;
    const said = (text: string | undefined) => (text ? { de: text } : {});
    const dates = [{ starts, ends, place: said(place), meetingPoint: said(meetingPoint), joiningLink }];
    const plan = { kind, title, format, audience, timeZone: OFFICE_ZONE, dates };
    const id = await this.opening.plan(plan, seats, actorOf(accountOf(request)));
    return this.visits.goTo(request, reply, planOf(id), { key: 'planning.created' });
  }

  @Get(':id/copy')
  async askCopy(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const event = await this.programme.byId(idOf(id));
    const input = { ...planInput(event), ...hoursOf(nextSitting(event, this.clock.now())) };
    return this.visits.show(request, reply, CopyPage, { event, input, errors: {} });
  }

  @Post(':id/copy')
  async copy(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const event = await this.programme.byId(idOf(id));
    const input = readPlanForm(body);
    const { wish, errors } = checkCopy(input, { ...contextOf(event), now: this.clock.now() });
    if (errors) return this.again(request, reply, CopyPage, { event, input }, errors);
    const copy = await this.opening.copy(event.id, wish, actorOf(accountOf(request)));
    return this.visits.goTo(request, reply, planOf(copy), { key: 'planning.created' });
  }

  @Get(':id/plan')
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const event = await this.programme.byId(idOf(id));
    const next = await this.next(event);
    const view = { event, ...next, input: planInput(event), people: peopleInput(event), errors: {} };
    return this.visits.show(request, reply, PlanPage, view);
  }

  @Post(':id/plan')
  async rework(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const event = await this.programme.byId(idOf(id));
    const input = readPlanForm(body);
    const was = planInput(event);
    // What is over can still get a better title.
    const stays = (['day', 'from'] as const).every((field) => input[field] === was[field]);
    const now = stays ? undefined : this.clock.now();
    const people = readPeople(body);
    const involved = checkPeople(people, event.mainLanguage);
    const { wish, errors = [] } = checkPlan(input, event, now);
    if (!wish || involved.errors.length > 0) {
      const view = { event, ...(await this.next(event)), input, people };
      return this.again(request, reply, PlanPage, view, [...errors, ...involved.errors]);
    }
    await this.opening.rework(event.id, { ...wish, ...involved.wish }, actorOf(accountOf(request)));
    return this.visits.goTo(request, reply, planOf(event.id), { key: 'planning.saved' });
  }

  @Post(':id/publish')
  async publish(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const eventId = idOf(id);
    const done = await this.opening.publish(eventId, actorOf(accountOf(request)));
    const key = done ? 'planning.published' : 'planning.published.before';
    return this.visits.goTo(request, reply, planOf(eventId), { key });
  }

  private again<View extends PlanFormView>(
    request: FastifyRequest,
    reply: FastifyReply,
    Page: ComponentType<{ visit: OfficeVisit; view: View }>,
    view: Omit<View, 'errors'>,
    errors: readonly FieldError[],
  ) {
    const sentences = sentencesOf(errors, translator(languageOf(request)));
    const shown = { ...view, errors: sentences } as View;
    return this.visits.show(request, reply.code(HttpStatus.UNPROCESSABLE_ENTITY), Page, shown);
  }

  private async next(event: Event) {
    return { invitable: await this.invitable(event), untold: await this.notices.untold(event) };
  }

  private async invitable(event: Event): Promise<InvitationPreview | undefined> {
    if (notInvitable(event, this.clock.now())) return undefined;
    return this.invitations.preview(event.id, { members: 'all' });
  }
}

const planOf = (id: string): string => `/office/events/${id}/plan`;

const contextOf = (event: Event) => ({
  timeZone: event.timeZone,
  mainLanguage: event.mainLanguage,
  nights: nightsOf(event),
});
