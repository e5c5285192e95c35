import { z } from 'zod';
import { line, optional } from '#database';
import {
  AUDIENCES,
  EVENT_KINDS,
  type Event,
  FORMATS,
  type Format,
  FREE_KINDS,
  heldDates,
  type Rework,
  runsForward,
  type Sitting,
  zoned,
} from '#event';
import { type FieldError, fieldErrors, type Language, type MessageKey, type Texts } from '#language';
import type { SeatPlan } from '#registration';
import { fieldOf } from '../door/own-form.js';
import { TEXT_FIELDS, texts, textsOf, typedTexts } from './plan-texts.js';
import { typedBound, WINDOW_FIELDS, windowIn } from './plan-window.js';
import { typedDay, typedHour } from './typed-time.js';

/** What the office can say about an event in its forms; each form has some of it. */
export const PLAN_FIELDS = [
  'kind',
  'title.de',
  'title.en',
  'title.fr',
  'day',
  'from',
  'until',
  'format',
  'audience',
  'place',
  'meetingPoint',
  'joiningLink',
  ...TEXT_FIELDS,
  ...WINDOW_FIELDS,
  'onsite',
  'online',
] as const;
export type PlanField = (typeof PLAN_FIELDS)[number];

/** A form as typed; a missing field is empty. */
export type PlanInput = Record<PlanField, string>;

/** Kinds that are planned here; a listing is somebody else's. */
export const PLANNED_KINDS = EVENT_KINDS.filter((kind) => kind !== 'listing');

const MOST_SEATS = 100_000;

const wrong = (key: MessageKey) => ({ params: { key } });
const oneOf = <T extends string>(values: readonly T[]) =>
  z.custom<T>((value) => values.includes(value as T), wrong('field.required'));

const seats = z
  .string()
  .refine(
    (text) => text === '' || (/^\d{1,6}$/.test(text) && Number(text) <= MOST_SEATS),
    wrong('planning.seats.wrong'),
  )
  .transform((text) => (text === '' ? null : Number(text)));

const titles = {
  'title.de': optional(line(200)),
  'title.en': optional(line(200)),
  'title.fr': optional(line(200)),
};
const hours = {
  day: z.string().refine(typedDay, wrong('planning.day.wrong')),
  from: z.string().refine(typedHour, wrong('planning.hour.wrong')),
  until: z.string().refine(typedHour, wrong('planning.hour.wrong')),
};
const access = {
  format: oneOf(FORMATS),
  audience: oneOf(AUDIENCES),
  place: optional(line(300)),
  meetingPoint: optional(line(300)),
  joiningLink: optional(z.string().max(1000).refine(isLink, wrong('planning.link.wrong'))),
};
const copyFields = z.object({ ...titles, ...hours });
const freeKind = z.enum(FREE_KINDS, { error: 'field.required' }).or(z.literal('').transform(() => undefined));
const planFields = z.object({ ...titles, ...hours, ...access, ...texts });
const freePlanFields = planFields.extend({ kind: freeKind });
const newFields = z.object({
  ...titles,
  ...hours,
  ...access,
  kind: oneOf(PLANNED_KINDS),
  onsite: seats,
  online: seats,
});

/** What a form is checked against. */
export interface PlanContext {
  timeZone: string;
  mainLanguage: Language;
  /** The sitting must begin after this; undefined where it may be over. */
  now?: Temporal.Instant;
  /** How many midnights the first sitting spans. */
  nights?: number;
}

/** A form that was understood, or what is wrong with it. */
export type Checked<Wish> = { wish: Wish; errors?: undefined } | { wish?: undefined; errors: FieldError[] };

export type CopyForm = Sitting & { title: Texts };
export type NewForm = Rework & { kind: (typeof PLANNED_KINDS)[number]; format: Format; seats: SeatPlan };

/** Reads the flat fields of a form; nothing is checked here, so that everything typed comes back to the page. */
export const readPlanForm = (body: unknown): PlanInput =>
  Object.fromEntries(PLAN_FIELDS.map((field) => [field, fieldOf(body, field)])) as PlanInput;

export const checkCopy = (input: PlanInput, context: PlanContext): Checked<CopyForm> =>
  checked(copyFields, input, context, () => ({}));

/** Checks the changes of an event that has been planned. */
export const checkPlan = (input: PlanInput, event: Event, now?: Temporal.Instant): Checked<Rework> => {
  const { timeZone, mainLanguage } = event;
  const nights = nightsOf(event);
  const fields: z.ZodType<PlanForm> = canChangeKind(event) ? freePlanFields : planFields;
  const form = checked(fields, input, { timeZone, mainLanguage, nights, now }, (form) => ({
    ...accessOf(form),
    kind: form.kind,
    summary: textsOf(form, 'summary'),
    description: textsOf(form, 'description'),
  }));
  const sitting = heldDates(event).length > 1 ? undefined : sittingOf(input, nights);
  const window = windowIn(input, { timeZone, was: planInput(event), sitting });
  const errors = inOrder([...(form.errors ?? []), ...window.errors]);
  return form.wish && errors.length === 0 ? { wish: { ...form.wish, ...window.wish } } : { errors };
};

export const checkNew = (input: PlanInput, context: PlanContext): Checked<NewForm> => {
  const form = checked(newFields, input, context, (form) => ({
    ...accessOf(form),
    kind: form.kind,
    seats: {
      onsite: form.format === 'online' ? null : form.onsite,
      online: form.format === 'onsite' ? null : form.online,
    },
  }));
  const needless = needlessSeats(input);
  return needless.length > 0 ? { errors: inOrder([...(form.errors ?? []), ...needless]) } : form;
};

/** An event as its form shows it. */
export function planInput(event: Event): PlanInput {
  const [first] = heldDates(event);
  return {
    kind: event.kind,
    'title.de': event.title.de ?? '',
    'title.en': event.title.en ?? '',
    'title.fr': event.title.fr ?? '',
    ...hoursOf(first && { starts: first.startsLocal, ends: first.endsLocal }),
    format: event.format ?? '',
    audience: event.audience,
    place: first?.place[event.mainLanguage] ?? '',
    meetingPoint: first?.meetingPoint[event.mainLanguage] ?? '',
    joiningLink: first?.joiningLink ?? '',
    ...typedTexts('summary', event.summary),
    ...typedTexts('description', event.description),
    ...typedBound('opens', event.opensAt, event.timeZone),
    ...typedBound('closes', event.kind === 'assembly' ? null : event.closesAt, event.timeZone),
    onsite: '',
    online: '',
  };
}

/** A sitting as a form shows it. */
export const hoursOf = (sitting: Sitting | undefined): Pick<PlanInput, 'day' | 'from' | 'until'> => ({
  day: sitting?.starts.slice(0, 10) ?? '',
  from: sitting?.starts.slice(11) ?? '',
  until: sitting?.ends.slice(11) ?? '',
});

/** How many midnights an event's first sitting spans. */
export function nightsOf(event: Event): number {
  const [first] = heldDates(event);
  if (!first) return 0;
  const [from, until] = [first.startsLocal, first.endsLocal].map((local) => Temporal.PlainDate.from(local));
  return from && until ? from.until(until).days : 0;
}

/** Whether the event can be called another kind of event. */
export const canChangeKind = ({ kind }: Pick<Event, 'kind'>): boolean =>
  FREE_KINDS.some((free) => free === kind);

type TimedForm = z.output<typeof copyFields>;
type PlanForm = z.output<typeof planFields> & { kind?: (typeof FREE_KINDS)[number] };

function checked<Form extends TimedForm, More extends object>(
  schema: z.ZodType<Form>,
  input: PlanInput,
  context: PlanContext,
  more: (form: Form) => More,
): Checked<CopyForm & More> {
  const form = schema.safeParse(input);
  const mistakes = form.success ? [] : fieldErrors(form.error);
  const main: PlanField = `title.${context.mainLanguage}`;
  if (!input[main] && !mistakes.some(({ field }) => field === main)) {
    mistakes.unshift({ field: main, key: 'field.required' });
  }
  const sitting = sittingOf(input, context.nights ?? 0);
  if (sitting) mistakes.push(...mistimed(sitting, context));
  if (!form.success || !sitting || mistakes.length > 0) return { errors: inOrder(mistakes) };
  return { wish: { title: titleOf(form.data), ...sitting, ...more(form.data) } };
}

function sittingOf(input: PlanInput, nights: number): Sitting | undefined {
  const [day, from, until] = [typedDay(input.day), typedHour(input.from), typedHour(input.until)];
  if (!day || !from || !until) return undefined;
  const last = Temporal.PlainDate.from(day).add({ days: nights });
  return { starts: `${day}T${from}`, ends: `${last}T${until}` };
}

function mistimed(sitting: Sitting, { timeZone, now }: PlanContext): FieldError[] {
  const over = now && Temporal.Instant.compare(zoned(sitting.starts, timeZone).toInstant(), now) <= 0;
  return [
    ...(over ? [{ field: 'day', key: 'planning.day.past' } as const] : []),
    ...(runsForward(sitting, timeZone) ? [] : [{ field: 'until', key: 'planning.until.before' } as const]),
  ];
}

// Nothing keeps a member's delegate out of an assembly; who types seats there should learn that they do not count.
const needlessSeats = ({ kind, onsite, online }: PlanInput): FieldError[] =>
  kind !== 'assembly'
    ? []
    : Object.entries({ onsite, online }).flatMap(([field, typed]) =>
        typed === '' ? [] : [{ field, key: 'planning.seats.assembly' } as const],
      );

const inOrder = (errors: readonly FieldError[]): FieldError[] =>
  PLAN_FIELDS.flatMap((field) => errors.filter((error) => error.field === field));

function titleOf(form: TimedForm): Texts {
  const title = { de: form['title.de'], en: form['title.en'], fr: form['title.fr'] };
  return Object.fromEntries(Object.entries(title).filter(([, text]) => text));
}

const accessOf = ({ format, audience, place, meetingPoint, joiningLink }: z.output<typeof planFields>) => ({
  format,
  audience,
  place: place ?? '',
  meetingPoint: meetingPoint ?? '',
  joiningLink,
});

/** Whether a browser can follow it to some web page. */
export function isLink(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
