import { EVENT_KINDS, type EventKind } from '#event';
import { isLanguage, LANGUAGES, type Language, Refusal } from '#language';

/** A feed that does not exist, such as one of an unknown kind: an empty one would look like an empty programme. */
export class FeedUnknown extends Refusal {
  readonly reason = 'unknown';
  readonly key = 'field.choice';
  override readonly values: { choices: string };

  constructor(choices: readonly string[]) {
    super();
    this.values = { choices: choices.join(', ') };
  }
}

/** The language of a feed; only `?lang=` decides, because clients poll without a person in front of them. */
export function feedLanguage(query: unknown): Language {
  const [language, ...others] = valuesOf(query, 'lang');
  if (language === undefined) return LANGUAGES[0];
  if (others.length > 0 || !isLanguage(language)) throw new FeedUnknown(LANGUAGES);
  return language;
}

/** The kinds of a feed, by repeating the parameter or with commas; none for all. Always in the same order. */
export function feedKinds(query: unknown): EventKind[] {
  const wanted = new Set(valuesOf(query, 'kind').flatMap((value) => value.split(',')));
  const kinds = EVENT_KINDS.filter((kind) => wanted.delete(kind));
  if (wanted.size > 0) throw new FeedUnknown(EVENT_KINDS);
  return kinds.length < EVENT_KINDS.length ? kinds : [];
}

/** An empty value, as a form sends it, counts as left out. */
function valuesOf(query: unknown, name: string): string[] {
  const value = (query as Record<string, unknown> | null)?.[name];
  return [value].flat().filter((one): one is string => typeof one === 'string' && one !== '');
}
