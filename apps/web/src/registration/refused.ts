import type { Refusal } from '#language';
import { ChoiceTaken, takenChoice } from '#registration';
import type { FieldErrors, Visit } from '../view/index.js';
import { type EventChoices, toBeChecked } from './event-choices.js';

/**
 * Why something was refused, as a form with these choices says it: beside the choice that is taken, where it is one,
 * and else in a sentence. `prefixOf`: what the fields of a person are called before their own names.
 */
export function refusedIn(
  { t, language }: Pick<Visit, 't' | 'language'>,
  refusal: Refusal,
  choices: EventChoices,
  prefixOf: (person: number) => string = () => '',
): { refused?: string; errors: FieldErrors } {
  const taken =
    refusal instanceof ChoiceTaken
      ? takenChoice(refusal, toBeChecked(choices), language, choices.main)
      : undefined;
  if (!taken) return { refused: t(refusal.key, refusal.values), errors: {} };
  const field = `${prefixOf((refusal as ChoiceTaken).person)}${taken.field}`;
  return { errors: { [field]: t(taken.key, taken.values) } };
}

/** The fields of one person in a form of several. */
export const inParty = (person: number): string => `people.${person}.`;
