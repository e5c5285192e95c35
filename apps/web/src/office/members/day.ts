import { type Language, shortDay } from '#language';

/** "04.01.2027": a whole day in a table. */
export const dayText = (day: string, language: Language): string =>
  shortDay(Temporal.PlainDate.from(day), language);
