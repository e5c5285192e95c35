import { Body, Get, HttpStatus, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal, statusOf, translator } from '#language';
import { type Acting, OfficeDesk, RegistrationService, type RegistrationView } from '#registration';
import { sentencesOf } from '../../door/sentences.js';
import { languageOf } from '../../door/visits.js';
import type { Notice } from '../door/notice.js';
import { OfficeController } from '../door/office-controller.js';
import { OfficeVisits } from '../door/office-visits.service.js';
import { fieldOf } from '../door/own-form.js';
import { idOf, PageUnknown } from '../door/page-unknown.js';
import { type ActingInput, actingOf, freshActing, readActing, reasonErrors } from './acting.js';
import { DeedPage, type DeedPageView } from './deed.page.js';
import { wordsOf } from './deed-words.js';
import { DEEDS, type Deed, isPossible, needsReason } from './deeds.js';
import { hrefOf, nameOf } from './registration-view.js';

/** Approves, declines, seats, restores, withdraws somebody and moves them in the line: asked first, then done. */
@OfficeController('registrations/:id')
export class DeedsController {
  constructor(
    private readonly registrations: RegistrationService,
    private readonly desk: OfficeDesk,
    private readonly visits: OfficeVisits,
  ) {}

  @Get(':deed')
  async ask(
    @Param('id') id: string,
    @Param('deed') name: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const deed = deedOf(name);
    const found = await this.registrations.byId(idOf(id));
    if (!isPossible(deed, found.registration)) return this.visits.goTo(request, reply, hrefOf(found));
    const view = { ...found, deed, input: { ...freshActing(), position: '' }, errors: {} };
    return this.visits.show(request, reply, DeedPage, view);
  }

  @Post(':deed')
  async act(
    @Param('id') id: string,
    @Param('deed') name: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const deed = deedOf(name);
    const found = await this.registrations.byId(idOf(id));
    const t = translator(languageOf(request));
    const input = { ...readActing(body), position: fieldOf(body, 'position') };
    const errors = sentencesOf(
      [
        ...(deed === 'line' && !positionOf(input)
          ? [{ field: 'position', key: 'desk.line.wrong' } as const]
          : []),
        ...reasonErrors(input, needsReason(deed)),
      ],
      t,
    );
    const view: DeedPageView = { ...found, deed, input, errors };
    if (Object.keys(errors).length > 0) {
      return this.visits.show(request, reply.code(HttpStatus.UNPROCESSABLE_ENTITY), DeedPage, view);
    }
    try {
      const said = await this.perform(deed, found, input, request);
      return this.visits.goTo(request, reply, nextPage(deed, found, fieldOf(body, 'back')), {
        key: said.key,
        values: { name: nameOf(found, t), ...said.values },
      });
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      const refused = t(refusal.key, refusal.values);
      return this.visits.show(request, reply.code(statusOf(refusal)), DeedPage, { ...view, refused });
    }
  }

  /** Does it, and says what came of it. */
  private async perform(
    deed: Deed,
    found: RegistrationView,
    input: ActingInput & { position: string },
    request: FastifyRequest,
  ): Promise<Notice> {
    const { registration } = found;
    const acting = actingOf(request, input);
    if (deed === 'line') {
      const asked = positionOf(input) as number;
      const { position, hasMoved } = await this.desk.moveInLine(registration.id, asked, acting);
      const isAsked = position === asked;
      const key = isAsked && hasMoved ? 'desk.line.done' : hasMoved ? 'desk.line.other' : 'desk.line.same';
      return { key, values: { position, asked } };
    }
    const { late, told, done } = wordsOf(deed);
    // A button pressed on an old page must not undo what has happened since.
    if (!isPossible(deed, registration)) return { key: late };
    const audited = { action: `registration.${deed}` };
    const { from } = await this.settle(deed, registration.id, { ...acting, audited });
    return { key: from === undefined ? late : input.mail ? told : done };
  }

  private settle(deed: Exclude<Deed, 'line'>, id: string, acting: Acting) {
    switch (deed) {
      case 'withdraw':
        return this.registrations.withdraw(id, acting);
      case 'decline':
        return this.registrations.decline(id, acting);
      default:
        return this.registrations.admit(id, { ...acting, over: deed === 'seat' });
    }
  }
}

/** Whoever decides in the list goes on there; so does who withdraws somebody, of whom there is no more to do. */
function nextPage(deed: Deed, view: RegistrationView, back: string): string {
  const list = `/office/events/${view.event.id}`;
  if (back === 'requests') return `${list}?status=requested`;
  return back === 'list' || deed === 'withdraw' ? list : hrefOf(view);
}

function deedOf(name: string): Deed {
  const deed = DEEDS.find((one) => one === name);
  if (!deed) throw new PageUnknown();
  return deed;
}

const positionOf = ({ position }: { position: string }): number | undefined =>
  /^[1-9]\d{0,5}$/.test(position) ? Number(position) : undefined;
