import { nameKey } from '#database';
import { LANGUAGES, type Language, type MessageKey, translator } from '#language';

/** Which column stands where; and the headings that mean nothing here. */
export interface Header<C extends string> {
  columns: ReadonlyMap<C, number>;
  ignored: string[];
}

/** Reads the first line of a spreadsheet, in any order; of two equal headings the first counts. */
export function headerOf<C extends string>(
  cells: readonly string[],
  headings: ReadonlyMap<string, C>,
): Header<C> {
  const columns = new Map<C, number>();
  const ignored: string[] = [];
  cells.forEach((cell, index) => {
    const column = headings.get(nameKey(cell));
    if (column && !columns.has(column)) columns.set(column, index);
    else if (cell) ignored.push(cell);
  });
  return { columns, ignored };
}

/**
 * Every word by which one of these is known, as compared: what we call it ourselves in any of our languages, and what
 * else people write, parted by `|`. A word of two choices means the first.
 */
export function wordsFor<T extends string>(
  choices: readonly T[],
  messageOf: (choice: T) => MessageKey,
  others: Partial<Record<T, string>>,
): ReadonlyMap<string, T> {
  const words = choices.flatMap((choice) => {
    const ours = LANGUAGES.map((language) => translator(language)(messageOf(choice)));
    return [choice, ...ours, ...(others[choice]?.split('|') ?? [])].map(
      (word) => [nameKey(word), choice] as const,
    );
  });
  return new Map(words.toReversed());
}

const TONGUES = wordsFor(LANGUAGES, (language) => `language.${language}`, {
  de: 'German|allemand|dt',
  en: 'Englisch|anglais|engl',
  fr: 'Französisch|French|frz',
});

/** The language that a word in a spreadsheet means. */
export const languageOf = (word: string): Language | undefined => TONGUES.get(nameKey(word));
