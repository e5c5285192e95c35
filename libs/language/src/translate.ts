import { IntlMessageFormat } from 'intl-messageformat';
import { messages } from './areas/index.js';
import type { Language } from './languages.js';
import { LOCALES } from './locales.js';

export type MessageKey = keyof typeof messages;

export type MessageValues = Record<string, string | number>;

/** Says one message of the catalogue in one language. */
export type Translate = (key: MessageKey, values?: MessageValues) => string;

/** The translator of a language; ICU arguments such as `{count, plural, …}` are filled from the values. */
export function translator(language: Language): Translate {
  return (key, values) => String(compiled(language, key).format(values));
}

const cache = new Map<string, IntlMessageFormat>();

// Parsing ICU text costs more than formatting it, and there are only as many texts as the catalogue has.
function compiled(language: Language, key: MessageKey): IntlMessageFormat {
  const id = `${language} ${key}`;
  let format = cache.get(id);
  if (!format) {
    format = new IntlMessageFormat(messages[key][language], LOCALES[language], undefined, {
      ignoreTag: true,
    });
    cache.set(id, format);
  }
  return format;
}
