import { type Language, pick, shortDay, translator } from '#language';
import type { Answer } from './answers.js';
import type { Question } from './form.js';

/** An answer as people read it; options in the wanted language, or else the event's main one. */
export function answerText(
  question: Question,
  answer: Answer,
  language: Language,
  main: Language = 'de',
): string {
  const { kind } = question;
  if (typeof answer === 'boolean') return translator(language)(answer ? 'form.yes' : 'form.no');
  if (typeof answer === 'number') return translator(language)('form.figure', { number: answer });
  if (kind === 'date') return shortDay(Temporal.PlainDate.from(String(answer)), language);
  if (kind !== 'single' && kind !== 'multiple') return String(answer);
  return question.options
    .filter(({ id }) => [answer].flat().includes(id))
    .map(({ label }) => pick(label, language, main).text)
    .join(', ');
}
