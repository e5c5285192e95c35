import { randomUUID } from 'node:crypto';
import { Body, Get, HttpStatus, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Question, QuestionUnknown, withQuestion } from '#form';
import { type FieldError, translator } from '#language';
import { sentencesOf } from '../../door/sentences.js';
import { languageOf } from '../../door/visits.js';
import { OfficeController } from '../door/office-controller.js';
import { OfficeVisits } from '../door/office-visits.service.js';
import { fieldOf } from '../door/own-form.js';
import { FormDesk, type FormFile } from './form-desk.service.js';
import { formPath } from './form-shell.js';
import { QuestionPage } from './question.page.js';
import {
  draftIn,
  kindIn,
  noQuestion,
  type QuestionInput,
  questionInput,
  readQuestionForm,
  withEmptyLines,
} from './question-form.js';

/** One question of an event's form, new or there already. */
@OfficeController('events/:id/form/questions')
export class QuestionController {
  constructor(
    private readonly desk: FormDesk,
    private readonly visits: OfficeVisits,
  ) {}

  @Get('new')
  async openNew(
    @Param('id') id: string,
    @Query('kind') kind: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const input = noQuestion(kindIn(kind));
    return this.page(request, reply, { file: await this.desk.open(id), input });
  }

  @Get(':question')
  async open(
    @Param('id') id: string,
    @Param('question') questionId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const file = await this.desk.open(id);
    const question = questionOf(file, questionId);
    return this.page(request, reply, { file, question, input: questionInput(question) });
  }

  @Post('new')
  async add(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const file = await this.desk.open(id);
    const input = readQuestionForm(body, kindIn(fieldOf(body, 'kind')));
    return this.save(request, reply, { file, input });
  }

  @Post(':question')
  async change(
    @Param('id') id: string,
    @Param('question') questionId: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const file = await this.desk.open(id);
    const question = questionOf(file, questionId);
    return this.save(request, reply, { file, question, input: readQuestionForm(body, question.kind) });
  }

  private async save(request: FastifyRequest, reply: FastifyReply, given: Given) {
    const { file, question, input } = given;
    if (fieldOf(request.body, 'more')) return this.page(request, reply.code(HttpStatus.OK), given);
    const id = question?.id ?? randomUUID();
    const draft = draftIn(input, id);
    const saved = await this.desk.change(file, request, (form) => withQuestion(form, draft), id);
    if (!saved.mistakes) {
      return this.visits.goTo(request, reply, formPath(file), { key: 'form.question.saved' });
    }
    const { fields, refused } = saved.mistakes;
    return this.page(request, reply.code(saved.status), { ...given, refused }, fields);
  }

  private page(
    request: FastifyRequest,
    reply: FastifyReply,
    { input, ...given }: Given,
    mistakes: readonly FieldError[] = [],
  ) {
    const errors = sentencesOf(mistakes, translator(languageOf(request)));
    return this.visits.show(request, reply, QuestionPage, {
      ...given,
      input: withEmptyLines(input),
      errors,
    });
  }
}

interface Given {
  file: FormFile;
  question?: Question;
  input: QuestionInput;
  refused?: string;
}

function questionOf({ form }: FormFile, id: string): Question {
  const question = form.questions.find((one) => one.id === id);
  if (!question) throw new QuestionUnknown();
  return question;
}
