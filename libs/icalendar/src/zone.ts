import { tzlib_get_ical_block, tzlib_get_timezones } from 'timezones-ical-library';

/** A time zone as iCalendar tells it: its identifier and its VTIMEZONE, which is CRLF-separated lines. */
interface TimeZone {
  tzid: string;
  vtimezone: string;
}

/** What of an entry decides how its times are written. */
interface Span {
  start: Temporal.ZonedDateTime;
  end: Temporal.ZonedDateTime;
}

/**
 * The zone in which the times of an entry are written; undefined means in UTC. UTC is also the way out where a
 * zone does not tell the moment, since one wrong line can cost the whole feed: in a zone that the library does not
 * know (a bare offset), and in the hour that autumn repeats, which clients read in different ways.
 */
export function timeZoneOf({ start, end }: Span): TimeZone | undefined {
  const name = start.timeZoneId;
  if (!known.has(name) || comesTwice(start) || comesTwice(end.withTimeZone(name))) return undefined;
  const zone = timeZone(name);
  return zone.tzid === utc ? undefined : zone;
}

/** A block that means nothing, for a calendar without entries: one component there has to be (RFC 5545, 3.6). */
export function placeholder(): string {
  return timeZone(utc).vtimezone;
}

const utc = 'Etc/UTC';
const known = new Set(tzlib_get_timezones(false));
const zones = new Map<string, TimeZone>();

/** The library unpacks all zones for each question, so the answers are kept. */
function timeZone(name: string): TimeZone {
  return zones.getOrInsertComputed(name, lookUp);
}

/** An old name (`US/Eastern`) gives the zone under its present name, so that a calendar tells each zone once. */
function lookUp(name: string): TimeZone {
  const [vtimezone = '', parameter = ''] = tzlib_get_ical_block(name, false);
  return { vtimezone, tzid: parameter.replace('TZID=', '') };
}

function comesTwice(time: Temporal.ZonedDateTime): boolean {
  const wallClock = time.toPlainDateTime();
  const [first, last] = (['earlier', 'later'] as const).map((disambiguation) =>
    wallClock.toZonedDateTime(time.timeZoneId, { disambiguation }),
  );
  return first?.epochMilliseconds !== last?.epochMilliseconds;
}
