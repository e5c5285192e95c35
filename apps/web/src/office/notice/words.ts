import type { Event } from '#event';
import type { Happening } from '#notice';

/** What has happened, in a few words; to a postponed event a new time is news of another sort. */
export const happeningWord = (what: Happening, { status }: Pick<Event, 'status'>) =>
  what === 'moved' && status === 'postponed' ? 'notice.what.again' : (`notice.what.${what}` as const);
