import { CONSENT_PURPOSES, type ConsentDraft, type ConsentPurpose, type Form, type FormDraft } from '#form';
import { type FieldError, LANGUAGES, type Language } from '#language';
import { fieldOf } from '../door/own-form.js';

export type ConsentField = `consent.${ConsentPurpose}.${Language}`;

export const consentField = (purpose: ConsentPurpose, language: Language): ConsentField =>
  `consent.${purpose}.${language}`;

/** The consents' form as typed. */
export type ConsentInput = Record<ConsentField, string>;

export const readConsentForm = (body: unknown): ConsentInput =>
  eachField((purpose, language) => fieldOf(body, consentField(purpose, language)));

/** The consents as their form shows them. */
export const consentInput = (form: Form): ConsentInput =>
  eachField(
    (purpose, language) => form.consents.find((one) => one.purpose === purpose)?.text[language] ?? '',
  );

/** All consents as typed, empty ones too. */
export const consentsIn = (input: ConsentInput): ConsentDraft[] =>
  CONSENT_PURPOSES.map((purpose) => ({
    purpose,
    text: Object.fromEntries(LANGUAGES.map((language) => [language, input[consentField(purpose, language)]])),
  }));

/** Complaints about a draft's consents by the fields of the page; others are left out. */
export const consentErrors = (errors: readonly FieldError[], draft: FormDraft): FieldError[] =>
  errors.flatMap((error) => {
    const [, place, language] = /^consents\.(\d+)\.text\.(de|en|fr)$/.exec(error.field) ?? [];
    const purpose = draft.consents[Number(place)]?.purpose;
    return purpose ? [{ ...error, field: consentField(purpose, language as Language) }] : [];
  });

const eachField = (value: (purpose: ConsentPurpose, language: Language) => string): ConsentInput =>
  Object.fromEntries(
    CONSENT_PURPOSES.flatMap((purpose) =>
      LANGUAGES.map((language) => [consentField(purpose, language), value(purpose, language)]),
    ),
  ) as ConsentInput;
