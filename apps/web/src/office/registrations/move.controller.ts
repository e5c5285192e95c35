import { Body, Get, HttpStatus, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { actorOf } from '#account';
import { ProgrammeService } from '#event';
import { pick, Refusal, statusOf, translator } from '#language';
import { type Moved, Moving, RegistrationService, type RegistrationView } from '#registration';
import { sentencesOf } from '../../door/sentences.js';
import { languageOf } from '../../door/visits.js';
import { accountOf } from '../door/office.guard.js';
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
    private readonly moving: Moving,
    private readonly programme: ProgrammeService,
    private readonly events: ComingEvents,
    private readonly visits: OfficeVisits,
  ) {}

  @Get()
  async open(
    @Param('id') id: string,
    @Query() given: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const found = await this.registrations.byId(idOf(id));
    if (!canMove(found.registration)) return this.visits.goTo(request, reply, hrefOf(found));
    const view = await this.viewOf(found, { ...freshActing(), ...query.parse(given) }, request);
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
    const input = { ...readActing(body), event: fieldOf(body, 'event') };
    const events = await this.events.choices(language, found.event.id);
    const isKnown = events.some(({ value }) => value === input.event);
    const errors = sentencesOf(
      [
        ...(isKnown ? [] : [{ field: 'event', key: 'field.required' } as const]),
        ...reasonErrors(input, false),
      ],
      t,
    );
    const again = async (status: number, said: Pick<Partial<MovePageView>, 'errors' | 'refused'>) => {
      const view = { ...(await this.viewOf(found, input, request)), ...said };
      return this.visits.show(request, reply.code(status), MovePage, view);
    };
    if (Object.keys(errors).length > 0) return again(HttpStatus.UNPROCESSABLE_ENTITY, { errors });
    try {
      // Who was not told that it makes things worse is asked first.
      const unlessWorse = fieldOf(body, 'sure') !== '1';
      const acting = { ...actingOf(request, input), unlessWorse };
      const moved = await this.moving.moveTo(found.registration.id, input.event, acting);
      const event = await this.programme.byId(input.event);
      const title = pick(event.title, language, event.mainLanguage).text;
      return this.visits.goTo(request, reply, `/office/registrations/${moved.id}`, {
        key: doneKey(moved, input),
        values: { name: nameOf(found, t), title, position: moved.position ?? 0 },
      });
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      return again(statusOf(refusal), { refused: t(refusal.key, refusal.values) });
    }
  }

  private async viewOf(
    found: RegistrationView,
    input: MoveInput,
    request: FastifyRequest,
  ): Promise<MovePageView> {
    const events = await this.events.choices(languageOf(request), found.event.id);
    const isKnown = events.some(({ value }) => value === input.event);
    const outcome = isKnown ? await this.outcomeOf(found, input.event, request) : undefined;
    return { ...found, input, events, outcome, errors: {} };
  }

  private async outcomeOf(found: RegistrationView, eventId: string, request: FastifyRequest) {
    try {
      return await this.moving.tryMove(found.registration.id, eventId, actorOf(accountOf(request)));
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      return { impossible: translator(languageOf(request))(refusal.key, refusal.values) };
    }
  }
}

const query = z.object({ event: z.string().catch('') });

function doneKey({ position }: Moved, { mail }: MoveInput) {
  if (position === undefined) return mail ? 'desk.move.done.mail' : 'desk.move.done';
  return mail ? 'desk.move.done.waits.mail' : 'desk.move.done.waits';
}

// A seat without a name is its event's.
const canMove = (registration: RegistrationView['registration']): boolean =>
  registration.named && isChangeable(registration);
