// What most people type: printable ASCII with single blanks.
const CLEAN = /^[!-~]+(?: [!-~]+)*$/;

/**
 * A line of text as PostgreSQL can store it and people would write it: no NUL, no half of a surrogate pair, no
 * control characters, composed accents (NFC), single blanks. One NUL would otherwise fail a whole set-based
 * statement.
 */
export function cleanLine(text: string): string {
  if (CLEAN.test(text)) return text;
  return text
    .toWellFormed()
    .replaceAll('\uFFFD', '')
    .replaceAll('\0', '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .normalize('NFC')
    .trim();
}

/** The same for a text of several lines: each is cleaned, and no more than one empty line parts paragraphs. */
export function cleanText(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map(cleanLine)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
