import { z } from 'zod';
import { cleanLine, cleanText, optional } from '#database';
import { LANGUAGES, type Language, type MessageKey, type Texts } from '#language';
import type { FormDraft, OptionDraft, QuestionDraft } from './draft.js';
import { CONSENT_PURPOSES, QUESTION_KINDS } from './form.js';
import { GREATEST_LIMIT, GREATEST_NUMBER, LONGEST, MOST_OPTIONS, MOST_QUESTIONS } from './limits.js';

/** Reads a form as the office wants it; every complaint names the field that it is about. */
export const formDraftSchema = (main: Language = 'de') =>
  z
    .strictObject({
      version: z.number().int().nullable(),
      mainLanguage: z.enum(LANGUAGES).optional(),
      questions: z.array(questionSchema(main)).max(MOST_QUESTIONS, { error: 'form.questions.tooMany' }),
      consents: z.array(z.strictObject({ purpose: z.enum(CONSENT_PURPOSES), text: texts('consent', main) })),
    })
    .superRefine((draft, { issues }) => {
      draft.questions.forEach((question, index) => {
        const says = (field: string, message: MessageKey) =>
          issues.push({ code: 'custom', message, path: ['questions', index, field], input: undefined });
        const conditionWrong = wrongCondition(question, draft.questions.slice(0, index));
        if (conditionWrong) says('shownWhen', conditionWrong);
        const optionsWrong = wrongOptions(question);
        if (optionsWrong) says('options', optionsWrong);
        if (question.sensitive && question.required) says('required', 'form.sensitive.required');
        const { least, most } = question;
        if (least !== null && most !== null && least > most) says('most', 'form.range.wrong');
      });
    }) satisfies z.ZodType<FormDraft>;

/** A text of the office; only the event's main language is needed. */
function texts(kind: keyof typeof LONGEST, main: Language, needed = true) {
  const clean = kind === 'help' || kind === 'consent' ? cleanText : cleanLine;
  const text = optional(z.string().overwrite(clean).max(LONGEST[kind]));
  return z
    .strictObject({ de: text, en: text, fr: text })
    .transform(
      (given): Texts => Object.fromEntries(Object.entries(given).filter(([, written]) => Boolean(written))),
    )
    .superRefine((given, { issues }) => {
      if (needed && !given[main]) {
        issues.push({ code: 'custom', message: 'field.required', path: [main], input: undefined });
      }
    });
}

const questionSchema = (main: Language) =>
  z.strictObject({
    id: z.uuid({ error: 'form.question.unknown' }),
    kind: z.enum(QUESTION_KINDS),
    label: texts('label', main),
    help: texts('help', main, false),
    required: z.boolean(),
    sensitive: z.boolean(),
    options: z
      .array(z.strictObject({ id: z.string().max(40).optional(), label: texts('option', main), limit }))
      .max(MOST_OPTIONS, { error: 'form.options.tooMany' }),
    shownWhen: z
      .strictObject({
        question: z.uuid({ error: 'form.condition.later' }),
        // A union whose only fitting part is a text answers with that part's complaint.
        is: z.union([z.boolean(), z.uuid({ error: 'form.condition.answer' })], {
          error: 'form.condition.answer',
        }),
      })
      .nullable(),
    least: bound,
    most: bound,
  });

const limit = z
  .number({ error: 'form.limit.wrong' })
  .int({ error: 'form.limit.wrong' })
  .min(1, { error: 'form.limit.wrong' })
  .max(GREATEST_LIMIT, { error: 'form.limit.wrong' })
  .nullable();

const bound = z
  .number({ error: 'form.bound.wrong' })
  .min(-GREATEST_NUMBER, { error: 'form.bound.wrong' })
  .max(GREATEST_NUMBER, { error: 'form.bound.wrong' })
  .nullable();

/** A question hangs on an earlier one, so nothing can hang on itself, however long the chain. */
function wrongCondition(question: QuestionDraft, earlier: readonly QuestionDraft[]): MessageKey | undefined {
  const { shownWhen, sensitive } = question;
  if (!shownWhen) return undefined;
  const asked = earlier.find(({ id }) => id === shownWhen.question);
  if (!asked) return 'form.condition.later';
  const fits =
    asked.kind === 'yesNo'
      ? typeof shownWhen.is === 'boolean'
      : asked.options.some(({ id }) => id === shownWhen.is);
  if (!fits) return 'form.condition.answer';
  // That somebody was asked at all would tell what they answered.
  return asked.sensitive && !sensitive ? 'form.condition.sensitive' : undefined;
}

function wrongOptions({ kind, options, sensitive }: QuestionDraft): MessageKey | undefined {
  if (kind !== 'single' && kind !== 'multiple') {
    return options.length > 0 ? 'form.options.needless' : undefined;
  }
  if (options.length < (kind === 'single' ? 2 : 1)) return 'form.options.few';
  if (hasTwins(options)) return 'form.options.twice';
  // What is counted is kept with the seat, longer than a sensitive answer may be.
  return sensitive && options.some(({ limit }) => limit !== null) ? 'form.sensitive.limit' : undefined;
}

const hasTwins = (options: readonly OptionDraft[]): boolean =>
  LANGUAGES.some((language) => {
    const labels = options.flatMap(({ label }) => label[language]?.toLowerCase() ?? []);
    return new Set(labels).size < labels.length;
  });
