import { randomUUID } from 'node:crypto';
import { Body, Get, HttpStatus, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Event, ProgrammeService } from '#event';
import { Refusal, statusOf, translator } from '#language';
import { SpellingService } from '#member';
import { offered } from '#registration';
import { sentencesOf } from '../../door/sentences.js';
import { languageOf } from '../../door/visits.js';
import { refusedIn } from '../../registration/refused.js';
import { RegisterViews } from '../../registration/register-views.service.js';
import { OfficeController } from '../door/office-controller.js';
import { OfficeVisits } from '../door/office-visits.service.js';
import { idOf } from '../door/page-unknown.js';
import { BehalfPage, type BehalfView } from './behalf.page.js';
import { Behalf } from './behalf.service.js';
import { type BehalfInput, checkBehalf, nobodyYet, readBehalf } from './behalf-form.js';

/** Registers somebody on their behalf: no window, no approval, and beyond the last seat with a reason. */
@OfficeController('events/:id/register')
export class BehalfController {
  constructor(
    private readonly programme: ProgrammeService,
    private readonly spellings: SpellingService,
    private readonly views: RegisterViews,
    private readonly behalf: Behalf,
    private readonly visits: OfficeVisits,
  ) {}

  @Get()
  async open(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const event = await this.programme.byId(idOf(id));
    const input = nobodyYet(event, randomUUID());
    return this.visits.show(request, reply, BehalfPage, await this.viewOf(event, input, request));
  }

  @Post()
  async register(
    @Param('id') id: string,
    @Body() body: Record<string, unknown> | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const event = await this.programme.byId(idOf(id));
    const t = translator(languageOf(request));
    const input = readBehalf(body ?? {});
    const view = await this.viewOf(event, input, request);
    const { person, errors: wrong } = checkBehalf(input, offered(event), view.choices);
    if (!person) {
      const errors = sentencesOf(wrong, t);
      return this.visits.show(request, reply.code(HttpStatus.UNPROCESSABLE_ENTITY), BehalfPage, {
        ...view,
        errors,
      });
    }
    try {
      const done = await this.behalf.register(event, person, input, request);
      const values = { name: `${person.firstName} ${person.lastName}` };
      if (!done.registrationId) {
        const refused = t('desk.behalf.known', values);
        return await this.visits.show(request, reply.code(HttpStatus.CONFLICT), BehalfPage, {
          ...view,
          refused,
        });
      }
      return this.visits.goTo(request, reply, nextOf(event, input, done.registrationId), {
        key: done.status === 'waitlisted' ? 'desk.behalf.waits' : 'desk.behalf.done',
        values,
      });
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      const said = refusedIn({ t, language: languageOf(request) }, refusal, view.choices);
      return this.visits.show(request, reply.code(statusOf(refusal)), BehalfPage, { ...view, ...said });
    }
  }

  private async viewOf(event: Event, input: BehalfInput, request: FastifyRequest): Promise<BehalfView> {
    const language = languageOf(request);
    const { brief } = await this.views.standing(event, language);
    const choices = await this.views.choices(event, language, true);
    return {
      href: `/office/events/${event.id}`,
      brief,
      ways: offered(event),
      // What people must answer themselves, nobody must answer for them; and only they can consent.
      choices: {
        ...choices,
        form: {
          ...choices.form,
          questions: choices.form.questions.map((question) => ({ ...question, required: false })),
          consents: [],
        },
      },
      organizations: await this.spellings.suggestions(),
      input,
      errors: {},
    };
  }
}

const nextOf = (event: Event, { another }: BehalfInput, registrationId: string): string =>
  another ? `/office/events/${event.id}/register` : `/office/registrations/${registrationId}`;
