import { z } from 'zod';
import { line, optional } from '#database';
import { type Event, type EventItem, heldDates, type ItemPlan, runsForward } from '#event';
import { type FieldError, fieldErrors, LANGUAGES, type Language } from '#language';
import { fieldOf } from '../door/own-form.js';
import { textsOf, typedTexts } from './plan-texts.js';
import { typedDay, typedHour } from './typed-time.js';

const FIELDS = ['id', 'title.de', 'title.en', 'title.fr', 'day', 'from', 'until', 'remove'] as const;
export type ItemField = (typeof FIELDS)[number];

/** A point of the programme as typed; a missing field is empty. */
export type ItemRow = Record<ItemField, string>;

/** Points that one event can have. */
export const MOST_ITEMS = 100;

/** What a field of a row is called in the form. */
export const itemField = (index: number, field: ItemField): string => `items.${index}.${field}`;

/** Row and field of such a name. */
export function itemFieldIn(name: string): { index: number; field: ItemField } | undefined {
  const [, index, field] = /^items\.(\d+)\.(.+)$/.exec(name) ?? [];
  return index && field ? { index: Number(index), field: field as ItemField } : undefined;
}

/** Reads the rows; nothing is checked here, so that everything typed comes back to the page. */
export function readItems(body: unknown): ItemRow[] {
  const rows = Array.from({ length: MOST_ITEMS }, (_, index) =>
    Object.fromEntries(FIELDS.map((field) => [field, fieldOf(body, itemField(index, field))])),
  ) as ItemRow[];
  return rows.slice(0, rows.findLastIndex((row) => Object.values(row).some(Boolean)) + 1);
}

/** An event's programme as its form shows it. */
export const itemRows = (event: Event): ItemRow[] =>
  event.items.map(({ id, title, startsLocal, endsLocal }) => ({
    id,
    ...typedTexts('title', title),
    day: startsLocal?.slice(0, 10) ?? '',
    from: startsLocal?.slice(11) ?? '',
    until: endsLocal?.slice(11) ?? '',
    remove: '',
  }));

/** A row to be filled in, on the event's first day. */
export const freshRow = (event: Event): ItemRow => ({
  id: '',
  ...typedTexts('title', {}),
  day: heldDates(event)[0]?.startsLocal.slice(0, 10) ?? '',
  from: '',
  until: '',
  remove: '',
});

/** The programme that the rows describe, in the order of its hours, or what is wrong with them. */
export function checkItems(
  rows: readonly ItemRow[],
  event: Event,
): { wish: ItemPlan[]; errors?: undefined } | { wish?: undefined; errors: FieldError[] } {
  const errors: FieldError[] = [];
  const wish: ItemPlan[] = [];
  for (const [index, row] of rows.entries()) {
    if (row.remove || isBlank(row)) continue;
    const item = event.items.find(({ id }) => id === row.id);
    const mistakes = mistakesIn(row, event.mainLanguage, item, event.timeZone);
    errors.push(...mistakes.map((one) => ({ ...one, field: itemField(index, one.field as ItemField) })));
    // A row whose point was called off meanwhile has nothing left to say.
    if (mistakes.length === 0 && (item || !row.id)) wish.push(planOf(row, item));
  }
  return errors.length > 0 ? { errors } : { wish: wish.sort(byStart) };
}

const titles = z.object({
  'title.de': optional(line(200)),
  'title.en': optional(line(200)),
  'title.fr': optional(line(200)),
});

const isBlank = (row: ItemRow): boolean =>
  !row.id && LANGUAGES.every((language) => !row[`title.${language}`]) && !row.from && !row.until;

function mistakesIn(
  row: ItemRow,
  main: Language,
  item: EventItem | undefined,
  timeZone: string,
): FieldError[] {
  const checked = titles.safeParse(row);
  const errors = checked.success ? [] : fieldErrors(checked.error);
  if (!row[`title.${main}`]) errors.push({ field: `title.${main}`, key: 'field.required' });
  if (row.from && !typedDay(row.day)) errors.push({ field: 'day', key: 'planning.day.wrong' });
  if (row.from && !typedHour(row.from)) errors.push({ field: 'from', key: 'planning.hour.wrong' });
  if (row.until && !row.from) errors.push({ field: 'from', key: 'planning.items.until.alone' });
  else if (row.until && !typedHour(row.until)) errors.push({ field: 'until', key: 'planning.hour.wrong' });
  if (errors.length > 0) return errors;
  const { starts, ends } = timesIn(row, item);
  const backwards = starts && ends && !runsForward({ starts, ends }, timeZone);
  return backwards ? [{ field: 'until', key: 'planning.until.before' }] : [];
}

const planOf = (row: ItemRow, item: EventItem | undefined): ItemPlan => ({
  id: item?.id,
  title: textsOf(titles.parse(row), 'title'),
  ...timesIn(row, item),
});

// A point that went on past midnight still does.
function timesIn(row: ItemRow, item: EventItem | undefined): Pick<ItemPlan, 'starts' | 'ends'> {
  const [day, from, until] = [typedDay(row.day), typedHour(row.from), typedHour(row.until)];
  if (!day || !from) return {};
  const [first, last] = [item?.startsLocal, item?.endsLocal].map(
    (local) => local && Temporal.PlainDate.from(local),
  );
  const days = first && last ? first.until(last).days : 0;
  return {
    starts: `${day}T${from}`,
    ends: until && `${Temporal.PlainDate.from(day).add({ days })}T${until}`,
  };
}

// What has no hour yet comes last.
const byStart = (a: ItemPlan, b: ItemPlan): number => {
  const [one = '~', other = '~'] = [a.starts, b.starts];
  return one < other ? -1 : one > other ? 1 : 0;
};
