import { type Event, extent } from '#event';
import { type Language, pick, shortDay } from '#language';

/** An event as the heading of a column: its title with the day, so that events of the same name can be told apart. */
export function eventHeading(event: Event, language: Language): string {
  const start = extent(event)?.start;
  const title = pick(event.title, language, event.mainLanguage).text;
  return start ? `${title}, ${shortDay(start, language)}` : title;
}
