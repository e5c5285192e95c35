import { CsvError, parse } from 'csv-parse/sync';
import { InvalidInputError, InvalidSpreadsheetError, readSheet } from 'read-excel-file/node';
import { FileUnreadable, TooManyLines } from './refusals.js';
import { textOf } from './text.js';

/** Most lines of an import, without the heading. */
export const MOST_LINES = 10_000;

/** Largest spreadsheet, in bytes. */
export const LARGEST_SHEET = 5 * 1024 * 1024;

/** What a packed file may become; a real sheet of {@link MOST_LINES} is a tenth of that. */
const LARGEST_UNPACKED = 100 * 1024 * 1024;

/** One line of a spreadsheet that is not empty, with its number as people count. */
export interface Row {
  line: number;
  cells: string[];
}

/** The lines of a CSV or XLSX file, heading first; throws {@link FileUnreadable} or {@link TooManyLines}. */
export async function readRows(content: Buffer): Promise<Row[]> {
  const packed = content.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'));
  const rows = packed ? await readWorkbook(content) : readCsv(textOf(content));
  if (rows.length === 0) throw new FileUnreadable();
  // The heading comes on top.
  if (rows.length > MOST_LINES + 1) throw new TooManyLines(MOST_LINES);
  return rows;
}

function readCsv(text: string): Row[] {
  // No spreadsheet as text has them; an old workbook (.xls) or a picture has.
  if (/(?![\t\r\n])\p{Cc}/u.test(text)) throw new FileUnreadable();
  try {
    const rows = parse(text, {
      delimiter: separatorOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_records_with_empty_values: true,
      // One more than is allowed is enough to know that it is too many.
      to: MOST_LINES + 2,
      info: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return rows.map(({ record, info }) => ({ line: info.lines, cells: record.map(tidy) }));
  } catch (error) {
    if (error instanceof CsvError) throw new FileUnreadable();
    throw error;
  }
}

/** The sign that parts the heading most often. */
function separatorOf(text: string): string {
  const [heading = ''] = text.split(/\r?\n/, 1);
  const count = (sign: string) => heading.split(sign).length;
  return [';', ',', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

async function readWorkbook(content: Buffer): Promise<Row[]> {
  if (unpackedSize(content) > LARGEST_UNPACKED) throw new FileUnreadable();
  try {
    const rows = await readSheet(content);
    return rows
      .map((cells, index) => ({ line: index + 1, cells: cells.map(said) }))
      .filter(({ cells }) => cells.some(Boolean));
  } catch (error) {
    if (error instanceof InvalidInputError || error instanceof InvalidSpreadsheetError)
      throw new FileUnreadable();
    throw error;
  }
}

/** What the archive's directory says its files come to (APPNOTE 4.3.12: signature, size at 24). */
function unpackedSize(archive: Buffer): number {
  let sum = 0;
  for (let at = archive.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; ) {
    if (at + 46 <= archive.length) sum += archive.readUInt32LE(at + 24);
    at = archive.indexOf('PK\x01\x02', at + 46, 'latin1');
  }
  return sum;
}

// A workbook's day is midnight in UTC.
const said = (cell: unknown): string =>
  cell instanceof Date
    ? Temporal.Instant.fromEpochMilliseconds(cell.getTime()).toString().slice(0, 10)
    : tidy(cell === null || cell === undefined ? '' : String(cell));

// The apostrophe is what exports put before signs that a spreadsheet would calculate.
const tidy = (cell: string): string => cell.trim().replace(/^'(?=[=+\-@])/, '');
