import { type FieldError, type Language, pick } from '#language';
import type { Choices } from './newcomer.schema.js';
import type { ChoiceTaken } from './refusals.js';

/**
 * Which choice is taken, named as whoever chose it reads it, with the field in which it was chosen; undefined where it
 * is none of these choices. `main`: the event's main language.
 */
export function takenChoice(
  { choice }: Pick<ChoiceTaken, 'choice'>,
  { form, sessions }: Choices,
  language: Language,
  main: Language,
): FieldError | undefined {
  const session = sessions.find(({ id }) => id === choice);
  if (session) {
    return { field: 'sessions', key: 'error.choice.taken.session', values: { choice: session.title } };
  }
  for (const { id, label, options } of form.questions) {
    const option = options.find((one) => one.id === choice);
    if (!option) continue;
    const said = (texts: typeof label) => pick(texts, language, main).text;
    return {
      field: `answers.${id}`,
      key: 'error.choice.taken.option',
      values: { question: said(label), choice: said(option.label) },
    };
  }
  return undefined;
}
