import type { EntityManager } from 'typeorm';

/** Who holds a seat when the minimum is looked at; all of these count (rule T4). */
export interface Turnout {
  named: number;
  /** Seats held without a name yet. */
  unnamed: number;
  /** Of all these, entered by the office: those who have not registered online. */
  byOffice: number;
  /** Those in the line, who do not count. */
  waiting: number;
}

/** What the office is told of a missed minimum. */
export interface ProposalFacts extends Turnout {
  needed: number;
  counted: number;
}

/** How many count towards the minimum. */
export const countedIn = ({ named, unnamed }: Turnout): number => named + unnamed;

/** How many hold a seat at an event. */
export async function turnoutOf(manager: EntityManager, eventId: string): Promise<Turnout> {
  const [turnout] = await manager.query(
    `SELECT count(*) FILTER (WHERE holds_seat AND named)::integer AS named,
       count(*) FILTER (WHERE holds_seat AND NOT named)::integer AS unnamed,
       count(*) FILTER (WHERE holds_seat AND EXISTS (SELECT FROM registration_change c
         WHERE c.registration_id = r.id AND c.from_status IS NULL AND c.actor LIKE 'account:%'))::integer AS "byOffice",
       count(*) FILTER (WHERE status = 'waitlisted')::integer AS waiting
     FROM registration r WHERE event_id = $1`,
    [eventId],
  );
  return turnout;
}
