import type { Readable } from 'node:stream';
import { type Stringifier, stringify } from 'csv-stringify';
import type { Language } from '#language';

/**
 * `excel` is what a German or French Excel opens by a double click: semicolons, and a byte order mark because it
 * takes UTF-8 for something else without. `plain` is RFC 4180.
 */
export type Dialect = 'excel' | 'plain';

/** A file on its way out. */
export interface CsvFile {
  name: string;
  content: Readable;
}

/** What readers of a language usually open files with. */
export const dialectOf = (language: Language): Dialect => (language === 'de' ? 'excel' : 'plain');

/** Turns rows, objects by column key, into a file for spreadsheets. */
export function spreadsheet(
  columns: readonly { key: string; header: string }[],
  dialect: Dialect,
): Stringifier {
  return stringify({
    header: true,
    columns: [...columns],
    delimiter: dialect === 'excel' ? ';' : ',',
    bom: dialect === 'excel',
    record_delimiter: 'windows',
    // A cell that a spreadsheet would calculate comes from a stranger's form.
    escape_formulas: true,
  });
}

/** A moment on a zone's wall clock, in the form every spreadsheet reads. */
export function wallClock(at: Temporal.Instant, timeZone: string): string {
  const local = at.toZonedDateTimeISO(timeZone).toPlainDateTime();
  return local.toString({ smallestUnit: 'minute' }).replace('T', ' ');
}
