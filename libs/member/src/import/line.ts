import { z } from 'zod';
import { cleanLine } from '#database';
import { fieldErrors, type Language, type MessageKey, type MessageValues } from '#language';
import type { ContactRole } from '../contact.entity.js';
import { contactSchema, memberSchema } from '../directory.schema.js';
import type { MemberKind } from '../member.entity.js';
import type { Row } from './cells.js';
import { type Column, kindOf, roleOf } from './columns.js';
import { dayOf } from './day.js';
import { type Header, languageOf } from './headings.js';

/** What is wrong in a line, and in which column; to be said in somebody's language. */
export interface LineError {
  column?: Column;
  key: MessageKey;
  values?: MessageValues;
}

/** A person in a line. */
export interface PersonLine {
  firstName: string;
  lastName: string;
  email?: string;
  phone?: string;
  language?: Language;
  roles?: ContactRole[];
  function?: string;
}

/** A line as understood; an empty cell says nothing, so that an import never takes anything away. */
export interface DirectoryLine {
  line: number;
  /** Empty for people who belong to no member. */
  member: string;
  kind?: MemberKind;
  since?: string;
  until?: string;
  domains: string[];
  postal?: string;
  leitwegId?: string;
  person?: PersonLine;
  errors: LineError[];
}

/** Reads one line; what cannot be understood is among its errors. */
export function readLine({ line, cells }: Row, { columns }: Header<Column>): DirectoryLine {
  const errors: LineError[] = [];
  const text = (column: Column): string => cleanLine(cells[columns.get(column) ?? -1] ?? '');
  const checked = <T>(column: Column, schema: z.ZodType<T>, given = text(column)): T | undefined => {
    if (!given) return undefined;
    const result = schema.safeParse(given);
    if (result.success) return result.data;
    const [error] = fieldErrors(result.error);
    errors.push({ column, key: error?.key ?? 'field.required', values: error?.values });
    return undefined;
  };
  const word = <T>(column: Column, meaning: (word: string) => T | undefined, given = text(column)) => {
    if (!given) return undefined;
    const found = meaning(given);
    if (found === undefined)
      errors.push({ column, key: 'import.word', values: { word: given.slice(0, 60) } });
    return found;
  };

  const { shape: member } = memberSchema;
  const { shape: contact } = contactSchema;
  const lastName = checked('lastName', contact.lastName) ?? '';
  const person = {
    firstName: checked('firstName', contact.firstName) ?? '',
    email: checked('email', contact.email) as string | undefined,
    phone: checked('phone', contact.phone) as string | undefined,
    language: word('language', languageOf),
    function: checked('function', z.string().max(200)),
    roles: rolesOf(text('roles')).flatMap((given) => word('roles', roleOf, given) ?? []),
  };
  const hasPerson = Boolean(
    person.firstName || person.email || person.phone || person.function || text('roles'),
  );
  if (!lastName && hasPerson) errors.push({ column: 'lastName', key: 'field.required' });
  const name = checked('member', member.name) ?? '';
  if (!name && !lastName) errors.push({ column: 'member', key: 'field.required' });
  return {
    line,
    member: name,
    kind: word('kind', kindOf),
    since: word('since', dayOf),
    until: word('until', dayOf),
    domains: (checked('domains', member.domains) as string[] | undefined) ?? [],
    postal: checked('postal', member.postal) as string | undefined,
    leitwegId: checked('leitwegId', member.leitwegId) as string | undefined,
    person: lastName ? { ...person, lastName, roles: text('roles') ? person.roles : undefined } : undefined,
    errors,
  };
}

const rolesOf = (text: string): string[] =>
  text
    .split(/[,;/]/)
    .map((word) => word.trim())
    .filter(Boolean);
