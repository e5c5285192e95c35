import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ZodError } from 'zod';
import { actorOf } from '#account';
import { type Event, ProgrammeService } from '#event';
import { AnswerSheets, draftOf, type Form, type FormDraft, FormService } from '#form';
import { fieldErrors, Refusal, statusOf, translator } from '#language';
import { languageOf } from '../../door/visits.js';
import { accountOf } from '../door/office.guard.js';
import { fieldOf } from '../door/own-form.js';
import { idOf } from '../door/page-unknown.js';
import { type Mistakes, mistakesOf } from './form-mistakes.js';

/** An event's form in the office's hands. */
export interface FormFile {
  event: Event;
  form: Form;
  /** How many people have answered it. */
  answered: number;
}

/** What came of a change: the form, or why not, with the status that says so. */
export type Saved = { mistakes?: undefined } | { mistakes: Mistakes; status: number };

/** Reads and saves forms for the office's pages. */
@Injectable()
export class FormDesk {
  constructor(
    private readonly programme: ProgrammeService,
    private readonly forms: FormService,
    private readonly sheets: AnswerSheets,
  ) {}

  async open(eventId: string): Promise<FormFile> {
    const event = await this.programme.byId(idOf(eventId));
    const [form, answered] = [await this.forms.of(event.id), await this.sheets.count(event.id)];
    return { event, form, answered };
  }

  /** Saves the form as it is after the change; `own` is the question that the page is about. */
  async change(
    { event, form }: FormFile,
    request: FastifyRequest,
    work: (draft: FormDraft) => FormDraft,
    own?: string,
  ): Promise<Saved> {
    const main = event.mainLanguage;
    const draft = { ...draftOf(form, main), version: versionIn(request.body) };
    const language = languageOf(request);
    const t = translator(language);
    let wish = draft;
    try {
      wish = work(draft);
      await this.forms.save(event.id, wish, actorOf(accountOf(request)));
      return {};
    } catch (error) {
      if (error instanceof ZodError) {
        const mistakes = mistakesOf(fieldErrors(error), wish, { language, main, t }, own);
        return { mistakes, status: 422 };
      }
      if (!(error instanceof Refusal)) throw error;
      return { mistakes: { fields: [], refused: t(error.key, error.values) }, status: statusOf(error) };
    }
  }
}

// The version that the page was made from: who has seen another form must look again.
function versionIn(body: unknown): number | null {
  const text = fieldOf(body, 'version');
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}
