import type { Texts } from '#language';

export const QUESTION_KINDS = ['short', 'long', 'single', 'multiple', 'yesNo', 'number', 'date'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** What people are asked to agree to, each by itself. */
export const CONSENT_PURPOSES = ['photo', 'list', 'other'] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

/** One answer to choose. */
export interface Option {
  id: string;
  label: Texts;
  /** How many people can have it; null: no limit. Who counts them follows FormChanges. */
  limit: number | null;
  /** No longer offered; whoever chose it keeps it. */
  retired?: boolean;
}

/** The answer to an earlier question that makes a question appear: one of its options, or a yes or no. */
export interface Condition {
  question: string;
  is: string | boolean;
}

export interface Question {
  id: string;
  kind: QuestionKind;
  label: Texts;
  help: Texts;
  required: boolean;
  /** Seen by few, deleted early, never required (GDPR, Art. 9). */
  sensitive: boolean;
  /** Of single and multiple choices, retired ones too. */
  options: Option[];
  /** Null: always asked. */
  shownWhen: Condition | null;
  /** Bounds of a number, both included; null: none. */
  least: number | null;
  most: number | null;
}

/** A wording to agree to; a new wording is a new consent with the next version. */
export interface Consent {
  id: string;
  purpose: ConsentPurpose;
  version: number;
  text: Texts;
}

/** What one event asks. */
export interface Form {
  eventId: string;
  /** Rises with every change; null where no form was ever saved. */
  version: number | null;
  /** In the order asked. */
  questions: Question[];
  /** No longer asked, but answered once. */
  retired: Question[];
  consents: Consent[];
  /** Wordings that were replaced. */
  retiredConsents: Consent[];
}

/** The form of an event that asks nothing. */
export const emptyForm = (eventId: string): Form => ({
  eventId,
  version: null,
  questions: [],
  retired: [],
  consents: [],
  retiredConsents: [],
});

/** Whether there is anything to ask. */
export const asksAnything = (form: Form): boolean => form.questions.length + form.consents.length > 0;

/** A limited option and how many can have it. */
export interface OptionLimit {
  id: string;
  limit: number;
}

/** Every option that has a limit, retired ones too: whoever chose one keeps it. */
export const limitsOf = (form: Form): OptionLimit[] =>
  [...form.questions, ...form.retired]
    .flatMap(({ options }) => options)
    .flatMap(({ id, limit }) => (limit === null ? [] : [{ id, limit }]));
