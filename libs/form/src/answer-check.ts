import { z } from 'zod';
import { cleanLine, cleanText } from '#database';
import type { MessageKey, MessageValues } from '#language';
import type { Answer, Answers } from './answers.js';
import type { Question } from './form.js';
import { GREATEST_NUMBER, LONGEST } from './limits.js';

/** What somebody answered to one question: understood, left empty, or wrong in a way that a sentence explains. */
export type Checked =
  | { answer: Answer }
  | { empty: true }
  | { tooLong: number }
  | { wrong: MessageKey; values?: MessageValues };

/**
 * Checks one answer. What somebody has chosen `before` stays possible, though it is no longer offered to others.
 */
export function checkAnswer(question: Question, given: unknown, before?: Answers): Checked {
  if (given === undefined || given === null) return { empty: true };
  switch (question.kind) {
    case 'short':
      return textOf(given, cleanLine, LONGEST.short);
    case 'long':
      return textOf(given, cleanText, LONGEST.long);
    case 'single':
      return optionOf(question, given, before);
    case 'multiple':
      return optionsOf(question, given, before);
    case 'yesNo':
      if (given === '') return { empty: true };
      return typeof given === 'boolean' ? { answer: given } : { wrong: 'form.answer.yesNo' };
    case 'number':
      return numberOf(question, given);
    case 'date':
      return dayOf(given);
  }
}

function textOf(given: unknown, clean: (text: string) => string, most: number): Checked {
  if (typeof given !== 'string') return { wrong: 'form.answer.text' };
  const text = clean(given);
  if (text.length > most) return { tooLong: most };
  return text === '' ? { empty: true } : { answer: text };
}

function optionOf(question: Question, given: unknown, before?: Answers): Checked {
  if (given === '') return { empty: true };
  return isOffered(question, given, before) ? { answer: given } : { wrong: 'form.answer.option' };
}

function optionsOf(question: Question, given: unknown, before?: Answers): Checked {
  if (!Array.isArray(given)) return { wrong: 'form.answer.options' };
  if (!given.every((one) => isOffered(question, one, before))) return { wrong: 'form.answer.option' };
  // In the order of the form, each once: the same choice is stored the same way.
  const chosen = question.options.map(({ id }) => id).filter((id) => given.includes(id));
  return chosen.length > 0 ? { answer: chosen } : { empty: true };
}

function isOffered({ id, options }: Question, given: unknown, before: Answers = {}): given is string {
  const option = options.find((one) => one.id === given);
  return Boolean(option && (!option.retired || [before[id]].flat().includes(option.id)));
}

function numberOf({ least, most }: Question, given: unknown): Checked {
  if (given === '') return { empty: true };
  if (typeof given !== 'number' || !Number.isFinite(given)) return { wrong: 'form.answer.number' };
  const [from, to] = [least ?? -GREATEST_NUMBER, most ?? GREATEST_NUMBER];
  if (given >= from && given <= to) return { answer: given };
  return { wrong: rangeKey({ least, most }, given > to), values: { from, to } };
}

// A bound that nobody set is named only to who ran into it.
function rangeKey({ least, most }: Pick<Question, 'least' | 'most'>, isTooMuch: boolean): MessageKey {
  if (isTooMuch) return least === null ? 'form.answer.range.most' : 'form.answer.range';
  return most === null ? 'form.answer.range.least' : 'form.answer.range';
}

// A day that the calendar has: not the 31st of February.
const DAY = z.iso.date();

function dayOf(given: unknown): Checked {
  if (given === '') return { empty: true };
  const { data } = DAY.safeParse(given);
  return data === undefined ? { wrong: 'form.answer.date' } : { answer: data };
}
