/**
 * A line of text as PostgreSQL can store it and people would write it: no NUL, no half of a surrogate pair, no
 * control characters, composed accents (NFC), single blanks. One NUL would otherwise fail a whole set-based
 * statement.
 */
export function cleanLine(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\uFFFD', '')
    .replaceAll('\0', '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .normalize('NFC')
    .trim();
}
