import { randomUUIDv7 } from 'node:crypto';
import type { FormDraft, OptionDraft, QuestionDraft } from './draft.js';
import type { Condition, Consent, Form, Option, Question } from './form.js';

/**
 * The form as it will be. Nothing that was ever asked is lost or given another meaning: what is left out is retired,
 * and a question that becomes another kind, or sensitive, is a new one. What is new gets ids of its own.
 */
export function revised(form: Form, draft: FormDraft): Omit<Form, 'version'> {
  const before = new Map([...form.questions, ...form.retired].map((question) => [question.id, question]));
  const renamed: Renamed = new Map();
  const questions = draft.questions.map((wish) => {
    const known = before.get(wish.id);
    return questionOf(wish, known && isSame(known, wish) ? known : undefined, renamed);
  });
  const asked = new Set(questions.map(({ id }) => id));
  const consents = draft.consents.map((wish) => consentOf(form, wish));
  const agreed = new Set(consents.map(({ id }) => id));
  return {
    eventId: form.eventId,
    questions,
    retired: [...before.values()].filter(({ id }) => !asked.has(id)),
    consents,
    retiredConsents: [...form.retiredConsents, ...form.consents].filter(({ id }) => !agreed.has(id)),
  };
}

/** Ids as the draft has them, and what they are instead; conditions follow. */
type Renamed = Map<string, string>;

const isSame = (known: Question, wish: QuestionDraft): boolean =>
  known.kind === wish.kind && known.sensitive === wish.sensitive;

function questionOf(wish: QuestionDraft, known: Question | undefined, renamed: Renamed): Question {
  const id = known?.id ?? fresh(wish.id, renamed);
  return {
    ...wish,
    id,
    options: optionsOf(wish.options, known?.options ?? [], renamed),
    shownWhen: wish.shownWhen && following(wish.shownWhen, renamed),
  };
}

function optionsOf(wishes: readonly OptionDraft[], known: readonly Option[], renamed: Renamed): Option[] {
  const options = wishes.map(({ id, label, limit }) => ({
    id: known.some((option) => option.id === id) ? id! : fresh(id, renamed),
    label,
    limit,
  }));
  const kept = new Set(options.map(({ id }) => id));
  const retired = known.filter(({ id }) => !kept.has(id)).map((option) => ({ ...option, retired: true }));
  return [...options, ...retired];
}

function fresh(id: string | undefined, renamed: Renamed): string {
  const own = randomUUIDv7();
  if (id) renamed.set(id, own);
  return own;
}

const following = ({ question, is }: Condition, renamed: Renamed): Condition => ({
  question: renamed.get(question) ?? question,
  is: typeof is === 'string' ? (renamed.get(is) ?? is) : is,
});

function consentOf(form: Form, { purpose, text }: FormDraft['consents'][number]): Consent {
  const current = form.consents.find((consent) => consent.purpose === purpose);
  if (current && sameText(current.text, text)) return current;
  const versions = [...form.consents, ...form.retiredConsents]
    .filter((consent) => consent.purpose === purpose)
    .map(({ version }) => version);
  return { id: randomUUIDv7(), purpose, version: Math.max(0, ...versions) + 1, text };
}

const sameText = (one: Consent['text'], other: Consent['text']): boolean =>
  (['de', 'en', 'fr'] as const).every((language) => one[language] === other[language]);
