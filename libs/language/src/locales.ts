import type { Language } from './languages.js';

/** Whose habits numbers and dates follow: those of Europe, in English too. */
export const LOCALES: Record<Language, string> = { de: 'de-DE', en: 'en-GB', fr: 'fr-FR' };
