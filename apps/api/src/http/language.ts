import { type Language, negotiate } from '#language';

/** The parts of a request that say in which language its sender reads. */
interface Asking {
  query: unknown;
  headers: { 'accept-language'?: string | undefined };
}

/** The language of an answer: `?lang=`, else the best that Accept-Language names, else German. */
export const languageOf = ({ query, headers }: Asking): Language =>
  negotiate({ query: wantedIn(query), header: headers['accept-language'] });

/** The same for who polls without a person in front: only `?lang=` counts. */
export const wantedLanguage = (query: unknown): Language => negotiate({ query: wantedIn(query) });

const wantedIn = (query: unknown): unknown => (query as { lang?: unknown } | null)?.lang;
