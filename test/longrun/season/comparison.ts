import { type Entry, isThere, statusOf, WAYS, type Way } from '../model/entry.js';
import type { EventModel } from '../model/event-model.js';
import { type CountRow, countsDiffer, readCounts } from './counts.js';
import { Difference } from './difference.js';
import type { Stage } from './stage.js';

interface PlaceRow {
  id: string;
  eventId: string;
  status: string;
  holds: boolean;
  way: Way;
  line: number;
  member: string | null;
  group: string | null;
  expires: number | null;
  wishes: string[];
  held: string[];
}

/** Holds everything that stands in the tables against the model. Throws a {@link Difference}. */
export async function compare(
  { house, programme }: Stage,
  { withGone = false, of = programme.events }: { withGone?: boolean; of?: readonly EventModel[] } = {},
): Promise<void> {
  const ids = of.map(({ plan }) => plan.id);
  const rows: PlaceRow[] = await house.manager.query(PLACES, [ids, !withGone]);
  const counted = await readCounts(house, ids);
  for (const event of of) {
    const own = rows.filter(({ eventId }) => eventId === event.plan.id);
    const lines = [
      ...placesDiffer(event, own, withGone),
      ...lineDiffers(event, own),
      ...countsDiffer(event, own, counted.find(({ eventId }) => eventId === event.plan.id) as CountRow),
    ];
    if (lines.length > 0) throw new Difference(lines.slice(0, 12), event);
  }
}

function placesDiffer(event: EventModel, rows: readonly PlaceRow[], withGone: boolean): string[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const expected = withGone ? event.all : event.there;
  const lines = expected.flatMap((entry) => {
    const row = byId.get(entry.id ?? '');
    byId.delete(entry.id ?? '');
    const [is, mustBe] = [row ? rowWords(row) : 'not there', entryWords(entry)];
    return is === mustBe
      ? []
      : [
          `registration ${entry.number} (${entry.id}): is ${is}; must be ${mustBe} after ${entry.trail.join(', ')}`,
        ];
  });
  return [
    ...lines,
    ...[...byId.values()].map((row) => `registration ${row.id}: is ${rowWords(row)}; the model has none`),
  ];
}

function rowWords({ status, holds, way, member, expires, wishes, held, group }: PlaceRow): string {
  return words({ status, holds, way, member, expires, wishes, held, grouped: group !== null });
}

function entryWords(entry: Entry): string {
  const { holds, way, member = null, wishes, held, group } = entry;
  const expires = isThere(entry) ? (entry.expires ?? null) : null;
  return words({
    status: statusOf(entry),
    holds,
    way,
    member,
    expires,
    wishes,
    held,
    grouped: group !== undefined,
  });
}

const words = ({
  wishes,
  held,
  ...facts
}: (Omit<PlaceRow, 'id' | 'eventId' | 'line' | 'group'> & { grouped: boolean }) | WordFacts) =>
  JSON.stringify({ ...facts, wishes: [...wishes].sort(), held: [...held].sort() });

interface WordFacts {
  status: string;
  holds: boolean;
  way: Way;
  member: string | null;
  expires: number | null;
  wishes: readonly string[];
  held: readonly string[];
  grouped: boolean;
}

function lineDiffers(event: EventModel, rows: readonly PlaceRow[]): string[] {
  return WAYS.flatMap((way) => {
    const line = rows
      .filter((row) => row.status === 'waitlisted' && row.way === way)
      .sort((a, b) => a.line - b.line);
    const [is, mustBe] = [
      line.map(({ id }) => id).join(),
      event
        .waiting(way)
        .map(({ id }) => id)
        .join(),
    ];
    return is === mustBe ? [] : [`the line ${way} is ${is}; must be ${mustBe}`];
  });
}

const PLACES = `
  SELECT r.id, r.event_id AS "eventId", r.status, r.holds_seat AS holds, r.attendance AS way, r.line::integer AS line,
    r.member_id AS member, r.group_id AS "group",
    (extract(epoch FROM r.expires_at) * 1000)::float AS expires,
    (SELECT coalesce(json_agg(c.allotment_id), '[]') FROM claim c WHERE c.registration_id = r.id) AS wishes,
    (SELECT coalesce(json_agg(c.allotment_id), '[]') FROM claim c WHERE c.registration_id = r.id AND c.held) AS held
  FROM registration r
  WHERE r.event_id = ANY($1) AND NOT ($2 AND r.status IN ('cancelled', 'declined', 'expired'))`;
