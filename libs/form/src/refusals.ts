import { Refusal } from '#language';

/** Somebody else has saved the form since it was read. */
export class FormChanged extends Refusal {
  readonly reason = 'conflict';
  readonly key = 'form.changed';
}

/** The form has no such question. */
export class QuestionUnknown extends Refusal {
  readonly reason = 'unknown';
  readonly key = 'form.question.unknown';
}
