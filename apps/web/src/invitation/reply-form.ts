import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { cleanLine } from '#database';
import { type Answer, guestSchema, type Invitation, type Reply } from '#invitation';
import { type FieldError, fieldErrors, type Language } from '#language';
import { partySchemaFor } from '#registration';
import { chosen, type EventChoices, toBeChecked } from '../registration/event-choices.js';
import {
  nobody,
  type PersonInput,
  type RegistrationInput,
  readRegistrationForm,
} from '../registration/registration-form.js';
import type { SubstituteInput } from './reply-view.js';

/** Longest word that is taken with a reply. */
const LONGEST_WORD = 500;

/** Everything typed into the three forms of a reply. */
export interface ReplyInput {
  coming: Omit<RegistrationInput, 'wish' | 'trap'>;
  word: string;
  substitute: SubstituteInput;
}

/** What came of reading a form: a reply, or the form once more. */
export type ReadReply = { reply: Reply } | { errors: FieldError[] } | { focus?: number };

/** The forms before anybody typed: with the invited person, or for colleagues of those who come already. */
export function freshInput(invitation: Invitation, memberName: string, someoneComes: boolean): ReplyInput {
  const { firstName, lastName, email } = invitation;
  const colleague = { ...nobody(), organization: memberName };
  const people: PersonInput[] = [someoneComes ? colleague : { ...colleague, firstName, lastName, email }];
  return {
    coming: { submission: randomUUID(), people, copyTo: '' },
    word: '',
    substitute: { firstName: '', lastName: '', email: '', word: '' },
  };
}

/** What was typed into the form of this answer; the other forms stay as they were. */
export function typedInto(answer: Answer, body: Readonly<Record<string, unknown>>, fresh: ReplyInput) {
  const text = (name: string) => (typeof body[name] === 'string' ? (body[name] as string) : '');
  if (answer === 'coming') {
    const { wish, submission, people, copyTo } = readRegistrationForm(body);
    const coming = { submission, people, copyTo };
    return { input: { ...fresh, coming }, wish };
  }
  if (answer === 'declined') return { input: { ...fresh, word: text('word') } };
  const substitute = {
    firstName: text('substitute.firstName'),
    lastName: text('substitute.lastName'),
    email: text('substitute.email'),
    word: text('substitute.word'),
  };
  return { input: { ...fresh, substitute } };
}

const wordSchema = z
  .string()
  .overwrite(cleanLine)
  .max(LONGEST_WORD)
  .transform((word) => word || undefined);
const declinedForm = z.object({ word: wordSchema });
const substituteForm = z.object({
  substitute: guestSchema.omit({ language: true }).extend({ word: wordSchema }),
});

/** Checks what was typed against what the event asks; the substitute reads the language of who names them. */
export function readReply(
  answer: Answer,
  { input, wish }: { input: ReplyInput; wish?: RegistrationInput['wish'] },
  { language, choices }: { language: Language; choices: EventChoices },
): ReadReply {
  if (answer === 'declined') {
    const parsed = declinedForm.safeParse({ word: input.word });
    if (!parsed.success) return { errors: fieldErrors(parsed.error) };
    return { reply: { answer, word: parsed.data.word } };
  }
  if (answer === 'substitute') {
    const parsed = substituteForm.safeParse({ substitute: input.substitute });
    if (!parsed.success) return { errors: fieldErrors(parsed.error) };
    const { word, ...person } = parsed.data.substitute;
    return { reply: { answer, person: { ...person, language }, word } };
  }
  const { submission, people, copyTo } = input.coming;
  if (wish !== 'register') return { focus: wish === 'add' ? people.length - 1 : undefined };
  const party = partySchemaFor([], undefined, toBeChecked(choices)).safeParse({
    people: people.map((person) => ({ ...person, ...chosen(choices, person) })),
    copyTo,
  });
  if (!party.success) return { errors: fieldErrors(party.error) };
  // Sent again it is the same reply; gone back to and changed, it is another.
  const key = `${submission.slice(0, 64)} ${JSON.stringify(party.data)}`;
  return { reply: { answer, party: party.data, submission: key } };
}
