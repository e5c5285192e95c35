import type { Statement } from '#database';
import { type Event, type EventDate, heldDates } from '#event';

/** What addresses have in their calendars for an event's one date, and what they get by this batch. */
export class Appointments {
  private readonly raised = new Map<string, number>();
  private readonly date: EventDate | undefined;

  /** `known`: the sequences so far, by address as compared. */
  constructor(
    private readonly event: Event,
    private readonly known: ReadonlyMap<string, number>,
  ) {
    const [date, other] = heldDates(event);
    this.date = other ? undefined : date;
  }

  /**
   * The sequence that a mail to this address must carry; the same for all of a batch. Undefined for a series, whose
   * dates travel as a file (rule C12).
   */
  raise(key: string): number | undefined {
    if (!this.date) return undefined;
    const least = this.event.sequence + this.date.sequence;
    const sequence = this.raised.get(key) ?? Math.max(least, (this.known.get(key) ?? -1) + 1);
    this.raised.set(key, sequence);
    return sequence;
  }

  /** Writes down what was raised. */
  statements(): Statement[] {
    if (!this.date || this.raised.size === 0) return [];
    return [{ text: RAISE, values: [[...this.raised.keys()], [...this.raised.values()], this.date.id] }];
  }
}

const RAISE = `
  INSERT INTO appointment (email_key, date_id, sequence)
  SELECT key, $3::uuid, sequence FROM unnest($1::text[], $2::integer[]) AS raised (key, sequence)
  ON CONFLICT (email_key, date_id) DO UPDATE SET sequence = excluded.sequence`;
