import { type Attendance, type Event, heldDates, timesOf } from '#event';
import { type Language, pick, span, type Translate } from '#language';
import type { Said } from '#mail';

/**
 * What, when and where, as every letter about an event says it; what is not known is left out. `attendance`: the
 * letter is to somebody who attends or attended that way, and needs no room if that is from a desk.
 */
export function eventFacts(
  event: Event,
  language: Language,
  say: Translate,
  attendance?: Attendance,
): [string, Said][] {
  const dates = heldDates(event);
  const shown = (texts: Parameters<typeof pick>[0]): Said => pick(texts, language, event.mainLanguage);
  const when = dates.map((date, index): [string, Said] => {
    const { start, end } = timesOf(event, date);
    const label = dates.length > 1 ? say('letter.fact.date', { number: index + 1 }) : say('letter.fact.when');
    return [label, span(start, end, language)];
  });
  const [date] = dates;
  const remote = event.format === 'hybrid' && attendance === 'online';
  const where: [string, Said][] =
    date && !remote
      ? [
          [say('letter.fact.where'), shown(date.place)],
          [say('letter.fact.meetingPoint'), shown(date.meetingPoint)],
        ]
      : [];
  return [[say('letter.fact.event'), shown(event.title)], ...when, ...where].filter(
    (fact): fact is [string, Said] => textOf(fact[1] as Said) !== '',
  );
}

const textOf = (said: Said): string => (typeof said === 'string' ? said : said.text);
