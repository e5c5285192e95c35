import { Body, Get, HttpCode, HttpStatus, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#account';
import { AuditService } from '#audit';
import { AnswerSheets, readTyped, typedOf } from '#form';
import { Refusal, statusOf, translator } from '#language';
import { RegistrationService, type RegistrationView } from '#registration';
import { sentencesOf } from '../../door/sentences.js';
import { languageOf } from '../../door/visits.js';
import { refusedIn } from '../../registration/refused.js';
import { RegisterViews } from '../../registration/register-views.service.js';
import { accountOf } from '../door/office.guard.js';
import { OfficeController } from '../door/office-controller.js';
import { OfficeVisits } from '../door/office-visits.service.js';
import { fieldOf } from '../door/own-form.js';
import { idOf } from '../door/page-unknown.js';
import { type ActingInput, actingOf, freshActing, readActing, reasonErrors } from './acting.js';
import { AnswersPage, type AnswersPageView } from './answers.page.js';
import { checkAnswers, shownForm, type TypedAnswers } from './answers-form.js';
import { canAnswer } from './deeds.js';
import { hrefOf, nameOf } from './registration-view.js';
import { LOOK } from './registrations.controller.js';

/** What somebody answered, changed on their behalf; what they said in confidence only by who has opened it. */
@OfficeController('registrations/:id/answers')
export class AnswersController {
  constructor(
    private readonly registrations: RegistrationService,
    private readonly sheets: AnswerSheets,
    private readonly views: RegisterViews,
    private readonly audit: AuditService,
    private readonly visits: OfficeVisits,
  ) {}

  @Get()
  async open(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.fresh(await this.registrations.byId(idOf(id)), false, request, reply);
  }

  /** The same with what was answered in confidence; that somebody opened it is written down first. */
  @Post('sensitive')
  @HttpCode(HttpStatus.OK)
  async openSensitive(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const found = await this.registrations.byId(idOf(id));
    await this.audit.note({
      actor: actorOf(accountOf(request)),
      action: LOOK,
      subject: { type: 'registration', id: found.registration.id },
    });
    return this.fresh(found, true, request, reply);
  }

  @Post()
  async change(
    @Param('id') id: string,
    @Body() body: Record<string, unknown> | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const found = await this.registrations.byId(idOf(id));
    if (!canAnswer(found.registration)) return this.visits.goTo(request, reply, hrefOf(found));
    const language = languageOf(request);
    const t = translator(language);
    const isOpened = fieldOf(body, 'opened') === '1' && (await this.hasOpened(found, request));
    const given = { typed: readTyped(body ?? {}, 'answers'), isOpened };
    const input = readActing(body);
    const { form } = await this.views.choicesOf(found, language);
    const { answers, changed, errors } = readIn(checkAnswers(form, given, await this.sheetOf(found, true)));
    const view = await this.viewOf(found, given, input, request);
    const wrong = sentencesOf([...errors, ...reasonErrors(input, false)], t);
    if (Object.keys(wrong).length > 0) {
      const shown = { ...view, errors: wrong };
      return this.visits.show(request, reply.code(HttpStatus.UNPROCESSABLE_ENTITY), AnswersPage, shown);
    }
    try {
      await this.registrations.change(found.registration.id, {
        ...actingOf(request, input),
        answers,
        seesSensitive: isOpened,
        // Which, and not what: answers are deleted in time, and the audit is not.
        audited: { action: 'registration.answers', after: { questions: changed } },
      });
      return this.visits.goTo(request, reply, hrefOf(found), {
        key:
          changed.length === 0
            ? 'desk.answers.same'
            : input.mail
              ? 'desk.answers.done.mail'
              : 'desk.answers.done',
        values: { name: nameOf(found, t) },
      });
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      const said = refusedIn({ t, language }, refusal, view.choices);
      return this.visits.show(request, reply.code(statusOf(refusal)), AnswersPage, { ...view, ...said });
    }
  }

  private async fresh(
    found: RegistrationView,
    isOpened: boolean,
    request: FastifyRequest,
    reply: FastifyReply,
  ) {
    if (!canAnswer(found.registration)) return this.visits.goTo(request, reply, hrefOf(found));
    const sheet = await this.sheetOf(found, isOpened);
    const given = { typed: typedOf({ ...sheet?.answers, ...sheet?.sensitive }), isOpened };
    const view = await this.viewOf(found, given, freshActing(), request);
    return this.visits.show(request, reply, AnswersPage, view);
  }

  private async viewOf(
    found: RegistrationView,
    given: TypedAnswers,
    input: ActingInput,
    request: FastifyRequest,
  ): Promise<AnswersPageView> {
    const choices = await this.views.choicesOf(found, languageOf(request));
    return {
      ...found,
      choices: { ...choices, form: shownForm(choices.form, given) },
      asksSensitive: choices.form.questions.some(({ sensitive }) => sensitive),
      given,
      input,
      errors: {},
    };
  }

  // A form that only says so has opened nothing.
  private async hasOpened({ registration }: RegistrationView, request: FastifyRequest): Promise<boolean> {
    const actor = actorOf(accountOf(request));
    const deeds = await this.audit.of({ type: 'registration', id: registration.id });
    return deeds.some((deed) => deed.action === LOOK && deed.actor === actor);
  }

  private async sheetOf({ registration: { id } }: RegistrationView, sensitive: boolean) {
    return (await this.sheets.of([id], { sensitive })).get(id);
  }
}

const readIn = (checked: ReturnType<typeof checkAnswers>) =>
  checked.errors ? { answers: {}, changed: [], errors: checked.errors } : { ...checked, errors: [] };
