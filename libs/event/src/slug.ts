const LONGEST_TITLE = 80;

/** German words keep their sound; other letters merely lose their marks. */
const SOUNDS: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o' };

/**
 * The public address that an event's title and first day (`YYYY-MM-DD`) suggest: "Austausch für Städte" in
 * January becomes `austausch-fuer-staedte-2027-01-14`. Where no letter of the title can be spelled, `instead` is
 * taken.
 */
export function slugOf(title: string, day: string, instead: string): string {
  const words = title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüßæœø]/g, (letter) => SOUNDS[letter] as string)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  return [shortened(words) || instead, day].filter(Boolean).join('-');
}

/** The address itself, or with the first number behind it that nobody has. */
export function freeSlug(wanted: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`;
    if (!taken.has(slug)) return slug;
  }
}

// Whole words, as many as there is room for.
function shortened(words: readonly string[]): string {
  const short: string[] = [];
  for (const word of words) {
    if ([...short, word].join('-').length > LONGEST_TITLE) break;
    short.push(word);
  }
  return short.join('-') || (words[0] ?? '').slice(0, LONGEST_TITLE);
}
