import { z } from 'zod';
import { EVENT_KINDS } from '#event';
import { LANGUAGES } from '#language';
import { placeOf } from './cursor.js';

/** The zone in which a day without a time is meant. */
const ZONE = 'Europe/Berlin';

const MOST = 100;

const languageQuery = z.enum(LANGUAGES).optional().meta({
  description: 'Language of all texts. Left out: the best that Accept-Language names, else German.',
});

/** A moment that may be given as a whole day; `end` is whether that means its end. */
const moment = (end: boolean) =>
  z.string().transform((text, context) => {
    const at = instantOf(text, end);
    if (at) return at;
    context.issues.push({ code: 'custom', params: { key: 'field.moment' }, input: text });
    return z.NEVER;
  });

/** `kind=a&kind=b` and `kind=a,b` mean the same. */
const kinds = z.preprocess(
  (value) => [...new Set([value].flat().flatMap((one) => (typeof one === 'string' ? one.split(',') : one)))],
  z.array(z.enum(EVENT_KINDS)),
);

const limit = z.string().transform((text, context) => {
  const most = Number(text);
  if (/^\d{1,3}$/.test(text) && most >= 1 && most <= MOST) return most;
  const values = { least: 1, most: MOST };
  context.issues.push({ code: 'custom', params: { key: 'field.wholeNumber', values }, input: text });
  return z.NEVER;
});

const cursor = z.string().transform((text, context) => {
  const place = placeOf(text);
  if (place !== undefined) return place;
  context.issues.push({ code: 'custom', params: { key: 'field.cursor' }, input: text });
  return z.NEVER;
});

/** Which part of the programme a program asks for. */
export const programmeQuery = z.strictObject({
  kind: kinds.optional().meta({
    description: 'Only these kinds; several are separated by commas or given by repeating the parameter.',
    examples: [['workshop', 'training']],
  }),
  from: moment(false)
    .optional()
    .meta({
      description: `Only events with a date on or after this day (in ${ZONE}), or one that ends after this moment.`,
      examples: ['2027-01-01'],
    }),
  until: moment(true)
    .optional()
    .meta({
      description: `Only events with a date on or before this day (in ${ZONE}), or one that begins before this moment.`,
      examples: ['2027-12-31'],
    }),
  limit: limit.optional().meta({
    description: 'How many events at most; 50 if left out.',
    override: { type: 'integer', minimum: 1, maximum: MOST },
  }),
  cursor: cursor.optional().meta({ description: 'The nextCursor of the page before.' }),
  lang: languageQuery,
});

/** What a question about one event may name besides its address. */
export const eventQuery = z.strictObject({ lang: languageQuery });

export type ProgrammeQuery = z.infer<typeof programmeQuery>;

// Four digits and no leading zero: PostgreSQL has no year 0, and nobody means the year 900.
const DAY = /^[1-9]\d{3}-\d\d-\d\d$/;
const DATE_TIME = /^[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/i;

function instantOf(text: string, end: boolean): Temporal.Instant | undefined {
  try {
    if (DATE_TIME.test(text)) return Temporal.Instant.from(text);
    if (!DAY.test(text)) return undefined;
    const day = Temporal.PlainDate.from(text, { overflow: 'reject' });
    return day
      .add({ days: end ? 1 : 0 })
      .toZonedDateTime(ZONE)
      .toInstant();
  } catch {
    return undefined;
  }
}
