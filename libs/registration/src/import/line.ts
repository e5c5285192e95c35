import type { z } from 'zod';
import { cleanLine } from '#database';
import type { Attendance } from '#event';
import { fieldErrors, type Language, type MessageKey, type MessageValues } from '#language';
import { type Header, languageOf, type Row } from '#member';
import { newcomerSchema } from '../newcomer.schema.js';
import { attendanceOf, type ListColumn } from './columns.js';

/** What is wrong in a line, and in which column; to be said in somebody's language. */
export interface ListError {
  column: ListColumn;
  key: MessageKey;
  values?: MessageValues;
}

/** A line of a list as understood; what is wrong is among its errors. */
export interface ListLine {
  line: number;
  firstName: string;
  lastName: string;
  email: string;
  organization?: string;
  /** Missing where nobody has to choose. */
  attendance?: Attendance;
  language?: Language;
  errors: ListError[];
}

/** Reads one line for an event with these ways of attending. */
export function readListLine(
  { line, cells }: Row,
  { columns }: Header<ListColumn>,
  ways: readonly Attendance[],
): ListLine {
  const errors: ListError[] = [];
  const text = (column: ListColumn): string => cleanLine(cells[columns.get(column) ?? -1] ?? '');
  const checked = (column: 'firstName' | 'lastName' | 'email' | 'organization'): string => {
    const schema: z.ZodType = newcomerSchema.shape[column];
    const result = schema.safeParse(text(column));
    if (result.success) return (result.data as string | undefined) ?? '';
    const [error] = fieldErrors(result.error);
    errors.push({ column, key: error?.key ?? 'field.required', values: error?.values });
    return text(column).slice(0, 100);
  };
  const word = <T>(column: ListColumn, meaning: (word: string) => T | undefined): T | undefined => {
    const given = text(column);
    const found = given ? meaning(given) : undefined;
    if (given && found === undefined)
      errors.push({ column, key: 'import.word', values: { word: given.slice(0, 60) } });
    return found;
  };
  const attendance = word('attendance', attendanceOf);
  if (attendance && !ways.includes(attendance))
    errors.push({ column: 'attendance', key: 'error.registration.attendance' });
  // On site or online is for the person to say; nobody is sent to the room by a guess.
  if (!text('attendance') && ways.length > 1) errors.push({ column: 'attendance', key: 'field.required' });
  return {
    line,
    firstName: checked('firstName'),
    lastName: checked('lastName'),
    email: checked('email'),
    organization: checked('organization') || undefined,
    attendance,
    language: word('language', languageOf),
    errors,
  };
}
