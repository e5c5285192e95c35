export { type FieldError, fieldErrors } from './field-errors.js';
export { isLanguage, LANGUAGES, type Language, pick, type Shown, type Texts } from './languages.js';
export { type LanguageWishes, negotiate } from './negotiate.js';
export { type Problem, problemName, problemOf } from './problem.js';
export { Refusal, type RefusalReason, statusOf } from './refusal.js';
export {
  clockTime,
  longDay,
  moment,
  monthName,
  shortDay,
  span,
  weekdays,
} from './times.js';
export { type MessageKey, type MessageValues, type Translate, translator } from './translate.js';
