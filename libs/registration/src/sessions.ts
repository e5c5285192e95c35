import { type Event, type EventItem, zoned } from '#event';

/** A point of the programme that people choose, with seats of its own; without a start where the hour is open. */
export interface Session {
  /** The programme item's. */
  id: string;
  item: EventItem;
  start?: Temporal.ZonedDateTime;
  end?: Temporal.ZonedDateTime;
  /** Null: as many as there are seats. */
  capacity: number | null;
  taken: number;
}

/** When a session takes place; what two of them are compared by. */
export type Span = Pick<Session, 'id' | 'start' | 'end'>;

/** The sessions of an event in the order of its programme: those items that have an allotment. */
export function sessionsOf(
  event: Pick<Event, 'items' | 'timeZone'>,
  allotments: readonly { id: string; capacity: number | null; taken: number }[],
): Session[] {
  const seats = new Map(allotments.map((allotment) => [allotment.id, allotment]));
  return event.items.flatMap((item) => {
    const own = seats.get(item.id);
    return own ? [{ ...spanOf(event, item), item, capacity: own.capacity, taken: own.taken }] : [];
  });
}

/** When those of an event's points take place that have these ids. */
export const spansOf = (event: Pick<Event, 'items' | 'timeZone'>, ids: ReadonlySet<string>): Span[] =>
  event.items.filter(({ id }) => ids.has(id)).map((item) => spanOf(event, item));

function spanOf({ timeZone }: Pick<Event, 'timeZone'>, { id, startsLocal, endsLocal }: EventItem): Span {
  const clock = (local: string | null) => (local ? zoned(local, timeZone) : undefined);
  return { id, start: clock(startsLocal), end: clock(endsLocal) };
}

/** How many seats a session has left; null: it has no limit of its own. */
export const seatsLeft = ({ capacity, taken }: Pick<Session, 'capacity' | 'taken'>): number | null =>
  capacity === null ? null : Math.max(0, capacity - taken);

/**
 * The first two of the chosen sessions that nobody can attend both, or undefined. One may begin when another ends;
 * where the end is open only the beginning counts, and where the hour is open nothing is known.
 */
export function overlapIn<S extends Span>(
  sessions: readonly S[],
  chosen: readonly string[],
): [S, S] | undefined {
  const wished = sessions.filter(({ id }) => chosen.includes(id));
  for (const [index, one] of wished.entries()) {
    const other = wished.slice(index + 1).find((later) => overlap(one, later));
    if (other) return [one, other];
  }
  return undefined;
}

function overlap(one: Span, other: Span): boolean {
  if (!one.start || !other.start) return false;
  if (isBefore(one.start, other.start)) return isBefore(other.start, one.end ?? one.start);
  if (isBefore(other.start, one.start)) return isBefore(one.start, other.end ?? other.start);
  return true;
}

const isBefore = (one: Temporal.ZonedDateTime, other: Temporal.ZonedDateTime): boolean =>
  Temporal.ZonedDateTime.compare(one, other) < 0;
