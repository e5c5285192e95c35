import { z } from 'zod';
import { cleanText, line, optional } from '#database';
import { type Event, heldDates, type Sitting } from '#event';
import { type FieldError, fieldErrors, LANGUAGES, type MessageKey, type Texts, translator } from '#language';
import { dateIn, HAPPENINGS, type Happening, type NoticeWish, type Scope, type WishMistaken } from '#notice';
import { fieldOf } from '../door/own-form.js';
import { isLink } from '../planning/plan-form.js';
import { typedDay, typedHour } from '../planning/typed-time.js';

/** What the office says about what has happened; each happening asks for some of it. */
export const NOTICE_FIELDS = [
  'scope',
  'day',
  'from',
  'until',
  'place',
  'joiningLink',
  'text.de',
  'text.en',
  'text.fr',
] as const;
export type NoticeField = (typeof NOTICE_FIELDS)[number];

/** A form as typed; a missing field is empty. */
export type NoticeInput = Record<NoticeField, string>;

const LONGEST_TEXT = 2000;

const wrong = (key: MessageKey) => ({ params: { key } });
const text = optional(z.string().overwrite(cleanText).max(LONGEST_TEXT));
const texts = { 'text.de': text, 'text.en': text, 'text.fr': text };

const FORMS = {
  programme: z.object(texts),
  postponed: z.object(texts),
  cancelled: z.object(texts),
  online: z.object({
    ...texts,
    joiningLink: z.string().max(1000).refine(isLink, wrong('planning.link.wrong')),
  }),
  moved: z.object({
    ...texts,
    day: z.string().refine(typedDay, wrong('planning.day.wrong')),
    from: z.string().refine(typedHour, wrong('planning.hour.wrong')),
    until: z.string().refine(typedHour, wrong('planning.hour.wrong')),
    place: optional(line(300)),
  }),
} satisfies Record<Happening, z.ZodType>;

/** What has happened, as an address or a form says it; undefined for nothing we know. */
export const happeningOf = (given: unknown): Happening | undefined =>
  HAPPENINGS.find((what) => what === fieldOf(given, 'what'));

/** Reads the flat fields of a form; nothing is checked here, so that everything typed comes back to the page. */
export const readNoticeForm = (body: unknown): NoticeInput =>
  Object.fromEntries(NOTICE_FIELDS.map((field) => [field, fieldOf(body, field)])) as NoticeInput;

/** The form before anything is typed: as the event is. `reason` fills in what is known of it. */
export function freshInput(event: Event, scope: Scope, reason?: 'minimum'): NoticeInput {
  const date = dateIn(event, scope) ?? heldDates(event)[0];
  const [de, en, fr] = LANGUAGES.map((language) =>
    reason ? translator(language)('notice.minimum.text') : '',
  );
  return {
    scope,
    day: date?.startsLocal.slice(0, 10) ?? '',
    from: date?.startsLocal.slice(11) ?? '',
    until: date?.endsLocal.slice(11) ?? '',
    place: date?.place[event.mainLanguage] ?? '',
    joiningLink: date?.joiningLink ?? '',
    'text.de': de ?? '',
    'text.en': en ?? '',
    'text.fr': fr ?? '',
  };
}

/** A form that was understood, or what is wrong with how it is filled in. */
export function checkNotice(
  what: Happening,
  input: NoticeInput,
  event: Event,
): { wish: NoticeWish; errors?: undefined } | { wish?: undefined; errors: FieldError[] } {
  const form = FORMS[what].safeParse(input);
  if (!form.success) return { errors: inOrder(fieldErrors(form.error)) };
  const scope = input.scope as Scope;
  const said = { text: textOf(form.data) };
  switch (what) {
    case 'moved':
      return { wish: { ...said, what, scope, to: { ...sittingOf(input, event), place: input.place } } };
    case 'online':
      return { wish: { ...said, what, joiningLink: input.joiningLink } };
    case 'cancelled':
      return { wish: { ...said, what, scope } };
    default:
      return { wish: { ...said, what } };
  }
}

/** A wish that the event does not allow, at the field where it was said. */
export function mistakeAt({ field, key, values }: WishMistaken, event: Event): FieldError {
  return { field: field === 'text' ? `text.${event.mainLanguage}` : field, key, values };
}

// A sitting that went on past midnight still does.
function sittingOf(input: NoticeInput, event: Event): Sitting {
  const date = dateIn(event, input.scope as Scope) ?? heldDates(event)[0];
  const [first, last] = [date?.startsLocal, date?.endsLocal].map(
    (local) => local && Temporal.PlainDate.from(local),
  );
  const days = first && last ? first.until(last).days : 0;
  const day = Temporal.PlainDate.from(typedDay(input.day) ?? '');
  return {
    starts: `${day}T${typedHour(input.from)}`,
    ends: `${day.add({ days })}T${typedHour(input.until)}`,
  };
}

function textOf(form: z.output<(typeof FORMS)['programme']>): Texts {
  const all = LANGUAGES.map((language) => [language, form[`text.${language}`]]);
  return Object.fromEntries(all.filter(([, text]) => text));
}

const inOrder = (errors: readonly FieldError[]): FieldError[] =>
  NOTICE_FIELDS.flatMap((field) => errors.filter((error) => error.field === field));
