import { Body, Get, HttpStatus, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProgrammeService } from '#event';
import { pick, Refusal, statusOf, translator } from '#language';
import { OfficeDesk, RegistrationService, type RegistrationView } from '#registration';
import { sentencesOf } from '../../door/sentences.js';
import { languageOf } from '../../door/visits.js';
import { OfficeController } from '../door/office-controller.js';
import { OfficeVisits } from '../door/office-visits.service.js';
import { fieldOf } from '../door/own-form.js';
import { idOf } from '../door/page-unknown.js';
import { actingOf, freshActing, readActing, reasonErrors } from './acting.js';
import { ComingEvents } from './coming-events.service.js';
import { isChangeable } from './deeds.js';
import { type MoveInput, MovePage, type MovePageView } from './move.page.js';
import { hrefOf, nameOf } from './registration-view.js';

/** Moves somebody to another event; the place here is given back. */
@OfficeController('registrations/:id/move')
export class MoveController {
  constructor(
    private readonly registrations: RegistrationService,
    private readonly desk: OfficeDesk,
    private readonly programme: ProgrammeService,
    private readonly events: ComingEvents,
    private readonly visits: OfficeVisits,
  ) {}

  @Get()
  async open(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const found = await this.registrations.byId(idOf(id));
    if (!isChangeable(found.registration)) return this.visits.goTo(request, reply, hrefOf(found));
    const view = await this.viewOf(found, { ...freshActing(), event: '' }, request);
    return this.visits.show(request, reply, MovePage, view);
  }

  @Post()
  async move(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const found = await this.registrations.byId(idOf(id));
    const language = languageOf(request);
    const t = translator(language);
    const view = await this.viewOf(found, { ...readActing(body), event: fieldOf(body, 'event') }, request);
    const { input, events } = view;
    const isKnown = events.some(({ value }) => value === input.event);
    const errors = sentencesOf(
      [
        ...(isKnown ? [] : [{ field: 'event', key: 'field.required' } as const]),
        ...reasonErrors(input, false),
      ],
      t,
    );
    if (Object.keys(errors).length > 0) {
      return this.visits.show(request, reply.code(HttpStatus.UNPROCESSABLE_ENTITY), MovePage, {
        ...view,
        errors,
      });
    }
    try {
      const acting = actingOf(request, input);
      const moved = await this.desk.moveTo(found.registration.id, input.event, acting);
      const event = await this.programme.byId(input.event);
      return this.visits.goTo(request, reply, `/office/registrations/${moved.id}`, {
        key: input.mail ? 'desk.move.done.mail' : 'desk.move.done',
        values: { name: nameOf(found, t), title: pick(event.title, language, event.mainLanguage).text },
      });
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      const refused = t(refusal.key, refusal.values);
      return this.visits.show(request, reply.code(statusOf(refusal)), MovePage, { ...view, refused });
    }
  }

  private async viewOf(
    found: RegistrationView,
    input: MoveInput,
    request: FastifyRequest,
  ): Promise<MovePageView> {
    const events = await this.events.choices(languageOf(request), found.event.id);
    return { ...found, input, events, errors: {} };
  }
}
