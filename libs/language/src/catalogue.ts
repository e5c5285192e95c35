import type { Language } from './languages.js';

/** Messages of one area: a key, and its ICU text in every language side by side, so that a gap shows at once. */
export type Catalogue = Record<string, Record<Language, string>>;
