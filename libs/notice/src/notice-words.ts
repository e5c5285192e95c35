import type { MessageKey, Translate } from '#language';
import type { NoticeDetail } from './change.js';
import type { Happening } from './words.js';

/** How a notice is said: its subject without the event's title, its first sentence, and what calendars do. */
export interface NoticeWords {
  subject: string;
  first: string;
  calendar?: string;
}

/** The fixed words for what has happened; they tell apart an event, one date of it and one point of its programme. */
export function noticeWords(
  { what, detail }: { what: Happening; detail: NoticeDetail },
  say: Translate,
): NoticeWords {
  const topic = topicOf(what, detail);
  const calendar = calendarKey(what, detail);
  const first =
    topic === 'minimum' ? say('notice.minimum.first', { ...detail.minimum }) : say(`notice.${topic}.first`);
  return { subject: say(`notice.${topic}.subject`), first, calendar: calendar && say(calendar) };
}

/** What happens in the calendars of those who come, as the office and they read it; undefined: nothing. */
export function calendarKey(
  what: Happening,
  { dates: told, altered = [] }: NoticeDetail,
): 'notice.calendar.changed' | 'notice.calendar.removed' | 'notice.calendar.file' | undefined {
  const dates = altered.length > 0 ? altered : told;
  if (dates.length === 0) return undefined;
  // A mail carries at most one appointment to be processed (rule C12).
  if (dates.length > 1) return 'notice.calendar.file';
  const isOff = what === 'postponed' || what === 'cancelled';
  return isOff && altered.length === 0 ? 'notice.calendar.removed' : 'notice.calendar.changed';
}

type Topic =
  Extract<MessageKey, `notice.${string}.subject`> extends `notice.${infer Name}.subject` ? Name : never;

function topicOf(what: Happening, { scope, again, minimum }: NoticeDetail): Topic {
  if (minimum) return 'minimum';
  if (what === 'moved') return again ? 'again' : scope === 'event' ? 'moved' : 'movedDate';
  if (what !== 'cancelled') return what;
  return scope === 'event' ? 'cancelled' : scope.startsWith('date:') ? 'cancelledDate' : 'cancelledItem';
}
