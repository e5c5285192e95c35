import { type Condition, QUESTION_KINDS, type Question, type QuestionDraft, type QuestionKind } from '#form';
import { LANGUAGES, type Language, type Texts } from '#language';
import { fieldOf } from '../door/own-form.js';

/** One answer to choose, as typed. */
export interface OptionInput extends Record<Language, string> {
  /** Empty for a new one. */
  id: string;
  limit: string;
}

const TEXT_FIELDS = [
  'label.de',
  'label.en',
  'label.fr',
  'help.de',
  'help.en',
  'help.fr',
  'shownWhen',
  'least',
  'most',
] as const;
export type QuestionTextField = (typeof TEXT_FIELDS)[number];

/** A question's form as typed. */
export interface QuestionInput extends Record<QuestionTextField, string> {
  kind: QuestionKind;
  marks: string[];
  options: OptionInput[];
}

const EMPTY_LINES = 3;
const MOST_LINES = 60;

/** Reads the flat fields of the form; nothing is checked here, so that everything typed comes back to the page. */
export function readQuestionForm(body: unknown, kind: QuestionKind): QuestionInput {
  const texts = Object.fromEntries(TEXT_FIELDS.map((field) => [field, fieldOf(body, field)]));
  const marks: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'marks') : [];
  const lines = Array.from({ length: MOST_LINES }, (_, line) => line).filter((line) =>
    [...LANGUAGES, 'limit'].some((field) => fieldOf(body, `options.${line}.${field}`)),
  );
  return {
    ...(texts as Record<QuestionTextField, string>),
    kind,
    marks: [marks ?? []].flat().map(String),
    options: lines.map((line) => ({
      id: fieldOf(body, `options.${line}.id`),
      de: fieldOf(body, `options.${line}.de`),
      en: fieldOf(body, `options.${line}.en`),
      fr: fieldOf(body, `options.${line}.fr`),
      limit: fieldOf(body, `options.${line}.limit`),
    })),
  };
}

/** A question as its form shows it. */
export const questionInput = (question: Question): QuestionInput => ({
  kind: question.kind,
  ...textFields('label', question.label),
  ...textFields('help', question.help),
  shownWhen: question.shownWhen ? conditionValue(question.shownWhen) : '',
  least: question.least === null ? '' : String(question.least),
  most: question.most === null ? '' : String(question.most),
  marks: (['required', 'sensitive'] as const).filter((mark) => question[mark]),
  options: question.options
    .filter(({ retired }) => !retired)
    .map(({ id, label, limit }) => ({
      id,
      de: label.de ?? '',
      en: label.en ?? '',
      fr: label.fr ?? '',
      limit: limit === null ? '' : String(limit),
    })),
});

/** A question not yet written. */
export const noQuestion = (kind: QuestionKind): QuestionInput => readQuestionForm({}, kind);

/** The kind that an address names; a short text where it names none. */
export const kindIn = (given: unknown): QuestionKind =>
  QUESTION_KINDS.find((kind) => kind === given) ?? 'short';

/** Lines to type new answers into, below those there are. */
export const withEmptyLines = (input: QuestionInput): QuestionInput => ({
  ...input,
  options: [
    ...input.options,
    ...Array.from({ length: EMPTY_LINES }, () => ({ id: '', de: '', en: '', fr: '', limit: '' })),
  ],
});

/** The question that is meant. A figure that is none stays one that no rule accepts. */
export function draftIn(input: QuestionInput, id: string): QuestionDraft {
  const { kind } = input;
  const chooses = kind === 'single' || kind === 'multiple';
  return {
    id,
    kind,
    label: textsIn(input, 'label'),
    help: textsIn(input, 'help'),
    required: input.marks.includes('required'),
    sensitive: input.marks.includes('sensitive'),
    options: chooses
      ? input.options.map(({ id: option, de, en, fr, limit }) => ({
          id: option || undefined,
          label: { de, en, fr },
          limit: figureIn(limit),
        }))
      : [],
    shownWhen: conditionIn(input.shownWhen),
    least: kind === 'number' ? figureIn(input.least) : null,
    most: kind === 'number' ? figureIn(input.most) : null,
  };
}

/** A condition as a form sends it: `<question>:<option>`, or yes or no. */
export const conditionValue = ({ question, is }: Condition): string =>
  `${question}:${typeof is === 'boolean' ? (is ? 'yes' : 'no') : is}`;

function conditionIn(text: string): Condition | null {
  if (!text) return null;
  const [question = '', is = ''] = text.split(':');
  return { question, is: is === 'yes' || (is === 'no' ? false : is) };
}

const figureIn = (text: string): number | null => {
  if (text === '') return null;
  return /^[-−]?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.').replace('−', '-')) : Number.NaN;
};

const textsIn = (input: QuestionInput, kind: 'label' | 'help'): Texts =>
  Object.fromEntries(LANGUAGES.map((language) => [language, input[`${kind}.${language}`]]));

const textFields = <Kind extends 'label' | 'help'>(kind: Kind, texts: Texts) =>
  Object.fromEntries(LANGUAGES.map((language) => [`${kind}.${language}`, texts[language] ?? ''])) as Record<
    `${Kind}.${Language}`,
    string
  >;
