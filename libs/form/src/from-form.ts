import type { Answer, Answers } from './answers.js';
import type { Form, Question } from './form.js';

/** Answers as a web page sends them, by question: one text, or several. Nothing of it is checked. */
export type Typed = Record<string, string | string[]>;

const QUESTION = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** The fields `<prefix>.<question>` of a sent page, without the prefix. Needs no form, so that all typed comes back. */
export function readTyped(body: Readonly<Record<string, unknown>>, prefix: string): Typed {
  const typed: Typed = {};
  for (const [name, value] of Object.entries(body)) {
    const question = name.startsWith(`${prefix}.`) ? name.slice(prefix.length + 1) : '';
    if (!QUESTION.test(question)) continue;
    if (typeof value === 'string') typed[question] = value;
    else if (Array.isArray(value)) typed[question] = value.map(String);
  }
  return typed;
}

/** What was typed, in the shape that {@link answersSchema} reads; what cannot be understood is left as it is. */
export const fromForm = (form: Form, typed: Typed): Record<string, unknown> =>
  Object.fromEntries(
    form.questions.flatMap((question) => {
      const value = typed[question.id];
      return value === undefined ? [] : [[question.id, understood(question, value)]];
    }),
  );

/** Answers as a page shows them in its fields. */
export const typedOf = (answers: Answers): Typed =>
  Object.fromEntries(Object.entries(answers).map(([question, answer]) => [question, asTyped(answer)]));

function asTyped(answer: Answer): string | string[] {
  if (typeof answer === 'boolean') return answer ? 'yes' : 'no';
  return Array.isArray(answer) ? answer : String(answer);
}

function understood({ kind }: Question, value: string | string[]): unknown {
  if (kind === 'multiple') return [value].flat().filter(Boolean);
  const text = [value].flat()[0]?.trim() ?? '';
  if (kind === 'yesNo') return text === 'yes' || (text === 'no' ? false : text);
  if (kind === 'number') return numberIn(text);
  return kind === 'date' ? dayIn(text) : [value].flat()[0];
}

// People write "1,5"; a point between thousands is not guessed at.
const numberIn = (text: string): number | string =>
  /^[-−]?\d{1,15}([.,]\d{1,10})?$/.test(text) ? Number(text.replace(',', '.').replace('−', '-')) : text;

/** A day as browsers send it or as people type it (`25.1.2027`, `25/01/2027`). */
function dayIn(text: string): string {
  const [, day = '', month = '', year] = /^(\d{1,2})[./] ?(\d{1,2})[./] ?(\d{4})$/.exec(text) ?? [];
  return year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
}
