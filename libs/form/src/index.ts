export type { AnswerSheet } from './answer-sheet.entity.js';
export { type AnsweredSheet, AnswerSheets } from './answer-sheets.service.js';
export { answerText } from './answer-text.js';
export { type Answer, type Answers, visible } from './answers.js';
export { answersSchema } from './answers.schema.js';
export {
  type ConsentDraft,
  draftOf,
  type FormDraft,
  type OptionDraft,
  type QuestionDraft,
  questionDraft,
  withConsents,
  withMoved,
  withoutQuestion,
  withQuestion,
} from './draft.js';
export {
  asksAnything,
  CONSENT_PURPOSES,
  type Condition,
  type Consent,
  type ConsentPurpose,
  emptyForm,
  type Form,
  limitsOf,
  type Option,
  type OptionLimit,
  QUESTION_KINDS,
  type Question,
  type QuestionKind,
} from './form.js';
export { FormModule } from './form.module.js';
export { FormService } from './form.service.js';
export { FormChanges, type FormFollower } from './form-changes.js';
export { fromForm, readTyped, type Typed, typedOf } from './from-form.js';
export { QuestionUnknown } from './refusals.js';
export { type ConsentDecision, consentsOf, type Sheet, sheetOf } from './sheet.js';
