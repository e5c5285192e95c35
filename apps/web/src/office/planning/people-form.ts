import { z } from 'zod';
import { line, optional } from '#database';
import type { Event, Host, Rework, Speaker } from '#event';
import { type FieldError, fieldErrors, LANGUAGES, type Language } from '#language';
import { fieldOf } from '../door/own-form.js';
import { isLink } from './plan-form.js';
import { textsOf, typedTexts } from './plan-texts.js';

const FIELDS = {
  hosts: ['name', 'link'],
  speakers: ['name', 'function.de', 'function.en', 'function.fr'],
} as const;
export type PeopleList = keyof typeof FIELDS;
export type PersonField<List extends PeopleList = PeopleList> = (typeof FIELDS)[List][number];

/** Who invites and who speaks, as typed, a row for each; a list that was not on the page is left out. */
export type PeopleInput = { [List in PeopleList]?: PersonRow<List>[] };
type PersonRow<List extends PeopleList> = Record<PersonField<List>, string>;

/** People that one event can have in each list. */
const MOST_PEOPLE = 30;
/** Rows to be filled in. */
const FRESH = 2;

/** What a field of a row is called in the form. */
export const personField = (list: PeopleList, index: number, field: PersonField): string =>
  `${list}.${index}.${field}`;

/** List, row and field of such a name. */
export function personFieldIn(name: string) {
  const [, list, index, field] = /^(hosts|speakers)\.(\d+)\.(.+)$/.exec(name) ?? [];
  return list && field
    ? { list: list as PeopleList, index: Number(index), field: field as PersonField }
    : undefined;
}

/** Reads the rows; nothing is checked here, so that everything typed comes back to the page. */
export const readPeople = (body: unknown): PeopleInput => ({
  hosts: readRows(body, 'hosts'),
  speakers: readRows(body, 'speakers'),
});

function readRows<List extends PeopleList>(body: unknown, list: List): PersonRow<List>[] | undefined {
  if (!Object.keys(body ?? {}).some((name) => name.startsWith(`${list}.`))) return undefined;
  const rows = Array.from({ length: MOST_PEOPLE }, (_, index) =>
    Object.fromEntries(FIELDS[list].map((field) => [field, fieldOf(body, personField(list, index, field))])),
  );
  return rows.slice(0, rows.findLastIndex(isFilled) + 1) as PersonRow<List>[];
}

/** Who invites to an event and who speaks there, as its form shows them. */
export const peopleInput = ({ hosts, speakers }: Event): PeopleInput => ({
  hosts: hosts.map(({ name, link = '' }) => ({ name, link })),
  speakers: speakers.map((one) => ({ name: one.name, ...typedTexts('function', one.function ?? {}) })),
});

/** The same with rows to be filled in. */
export const withFresh = ({ hosts = [], speakers = [] }: PeopleInput): Required<PeopleInput> => ({
  hosts: [...hosts, ...fresh(hosts, { name: '', link: '' })],
  speakers: [...speakers, ...fresh(speakers, { name: '', ...typedTexts('function', {}) })],
});

const fresh = <Row>(rows: readonly Row[], empty: Row): Row[] =>
  Array.from({ length: Math.min(FRESH, Math.max(0, MOST_PEOPLE - rows.length)) }, () => empty);

/** The people meant, or what is wrong; an empty row is nobody. */
export function checkPeople(
  { hosts, speakers }: PeopleInput,
  main: Language,
): { wish: Pick<Rework, 'hosts' | 'speakers'>; errors: FieldError[] } {
  const hosting = hosts && checkRows('hosts', hosts, hostRow, hostOf);
  const speaking = speakers && checkRows('speakers', speakers, speakerRow(main), speakerOf);
  return {
    wish: { ...(hosting && { hosts: hosting.people }), ...(speaking && { speakers: speaking.people }) },
    errors: [...(hosting?.errors ?? []), ...(speaking?.errors ?? [])],
  };
}

const isFilled = (row: Readonly<Record<string, string>>): boolean => Object.values(row).some(Boolean);

function checkRows<Row extends Record<string, string>, Checked, Person>(
  list: PeopleList,
  rows: readonly Row[],
  schema: z.ZodType<Checked>,
  personOf: (row: Checked) => Person,
): { people: Person[]; errors: FieldError[] } {
  const people: Person[] = [];
  const errors: FieldError[] = [];
  for (const [index, row] of rows.entries()) {
    if (!isFilled(row)) continue;
    const read = schema.safeParse(row);
    if (read.success) people.push(personOf(read.data));
    else
      for (const error of fieldErrors(read.error)) {
        errors.push({ ...error, field: personField(list, index, error.field as PersonField) });
      }
  }
  return { people, errors };
}

const LONGEST = 200;
const link = z
  .string()
  .max(1000)
  .refine(isLink, { params: { key: 'planning.link.wrong' } });
const hostRow = z.object({ name: line(LONGEST), link: optional(link) });

const words = optional(line(LONGEST));
// What is said in no other language than another's is said to nobody else.
const speakerRow = (main: Language) =>
  z
    .object({ name: line(LONGEST), 'function.de': words, 'function.en': words, 'function.fr': words })
    .superRefine((row, { issues }) => {
      const isSaid = LANGUAGES.some((language) => row[`function.${language}`]);
      if (!isSaid || row[`function.${main}`]) return;
      issues.push({ code: 'custom', path: [`function.${main}`], message: 'field.required', input: row });
    });

const hostOf = ({ name, link }: z.output<typeof hostRow>): Host => (link ? { name, link } : { name });

function speakerOf(row: z.output<ReturnType<typeof speakerRow>>): Speaker {
  const said = textsOf(row, 'function');
  return Object.keys(said).length > 0 ? { name: row.name, function: said } : { name: row.name };
}
