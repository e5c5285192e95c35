import Negotiator from 'negotiator';
import { isLanguage, LANGUAGES, type Language } from './languages.js';

/** Where a wish for a language can come from; the first that names one of ours is taken. */
export interface LanguageWishes {
  /** `?lang=` of the address. */
  query?: unknown;
  /** What somebody chose before. */
  cookie?: unknown;
  /** The Accept-Language header (RFC 9110, 12.5.4). */
  header?: string;
}

/** The language to answer in; German where nobody asks for another. */
export function negotiate({ query, cookie, header }: LanguageWishes): Language {
  if (isLanguage(query)) return query;
  if (isLanguage(cookie)) return cookie;
  const accepted = new Negotiator({ headers: { 'accept-language': header ?? '' } }).language([...LANGUAGES]);
  return isLanguage(accepted) ? accepted : LANGUAGES[0];
}
