import { Body, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  type Form,
  type FormDraft,
  QuestionUnknown,
  questionDraft,
  withConsents,
  withMoved,
  withoutQuestion,
  withQuestion,
} from '#form';
import { type MessageKey, translator } from '#language';
import { sentencesOf } from '../../door/sentences.js';
import { languageOf } from '../../door/visits.js';
import { OfficeController } from '../door/office-controller.js';
import { OfficeVisits } from '../door/office-visits.service.js';
import { fieldOf } from '../door/own-form.js';
import { type ConsentInput, consentInput, consentsIn, readConsentForm } from './consent-form.js';
import { FormPage } from './form.page.js';
import { FormDesk, type FormFile, type Saved } from './form-desk.service.js';
import { formPath } from './form-shell.js';

/** What an event asks of those who register. */
@OfficeController('events/:id/form')
export class FormController {
  constructor(
    private readonly desk: FormDesk,
    private readonly visits: OfficeVisits,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.page(request, reply, await this.desk.open(id));
  }

  /** Moves a question, retires it, or asks it again. */
  @Post('arrange')
  async arrange(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const file = await this.desk.open(id);
    const { key, work } = arranging(file.form, fieldOf(body, 'deed'), fieldOf(body, 'question'));
    return this.answer(request, reply, file, key, await this.desk.change(file, request, work));
  }

  @Post('consents')
  async consents(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const file = await this.desk.open(id);
    const input = readConsentForm(body);
    const saved = await this.desk.change(file, request, (draft) => withConsents(draft, consentsIn(input)));
    return this.answer(request, reply, file, 'form.consents.saved', saved, input);
  }

  private answer(
    request: FastifyRequest,
    reply: FastifyReply,
    file: FormFile,
    key: MessageKey,
    saved: Saved,
    consents?: ConsentInput,
  ) {
    if (!saved.mistakes) return this.visits.goTo(request, reply, formPath(file), { key });
    return this.page(request, reply.code(saved.status), file, saved.mistakes, consents);
  }

  private page(
    request: FastifyRequest,
    reply: FastifyReply,
    file: FormFile,
    mistakes: NonNullable<Saved['mistakes']> = { fields: [] },
    consents = consentInput(file.form),
  ) {
    const errors = sentencesOf(mistakes.fields, translator(languageOf(request)));
    const view = { file, consents, errors, refused: mistakes.refused };
    return this.visits.show(request, reply, FormPage, view);
  }
}

interface Arranging {
  /** What is said when it is done. */
  key: MessageKey;
  work: (draft: FormDraft) => FormDraft;
}

function arranging(form: Form, deed: string, id: string): Arranging {
  switch (deed) {
    case 'up':
      return { key: 'form.question.moved', work: (draft) => withMoved(draft, id, -1) };
    case 'down':
      return { key: 'form.question.moved', work: (draft) => withMoved(draft, id, 1) };
    case 'retire':
      return { key: 'form.question.retired', work: (draft) => withoutQuestion(draft, id) };
    case 'restore':
      return { key: 'form.question.restored', work: (draft) => restored(form, draft, id) };
    default:
      throw new QuestionUnknown();
  }
}

function restored(form: Form, draft: FormDraft, id: string): FormDraft {
  const question = form.retired.find((one) => one.id === id);
  if (!question) throw new QuestionUnknown();
  return withQuestion(draft, questionDraft(question));
}
