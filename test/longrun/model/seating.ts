import { answerBy } from './calendar.js';
import { type Entry, type Status, WAYS } from './entry.js';
import { whoseTurn } from './line.js';
import { Room } from './room.js';

/** A room in which people sit down, queue and leave; and what happens there by itself. */
export class Seating extends Room {
  private lines = 0;

  /** What happens by itself: deadlines pass, then those who wait move up. */
  look(now: number): void {
    for (const entry of this.there) {
      if (entry.expires !== undefined && entry.expires <= now) this.end(entry, 'expired');
    }
    this.tidy();
    if (!this.isAhead(now)) return;
    for (const way of WAYS) {
      for (let party = whoseTurn(this, way, now); party; party = whoseTurn(this, way, now)) {
        for (const entry of party) this.promote(entry, now);
      }
    }
  }

  private promote(entry: Entry, now: number): void {
    const until = this.rules.promotion === 'offer' ? answerBy(now, this.plan.start) : undefined;
    const isAsked = until !== undefined && entry.group === undefined && entry.expires === undefined;
    this.set(entry, isAsked ? 'offered' : 'confirmed');
    if (isAsked) entry.expires = until;
    this.sit(entry);
  }

  protected sit(entry: Entry): void {
    entry.holds = true;
    this.holdWishes(entry);
  }

  protected rise(entry: Entry): void {
    entry.holds = false;
    entry.held = [];
  }

  protected holdWishes(entry: Entry): void {
    for (const id of entry.wishes) {
      if (!entry.held.includes(id) && this.hasRoom(id)) entry.held = [...entry.held, id];
    }
  }

  protected queue(entry: Entry, group?: number): void {
    this.set(entry, 'waitlisted');
    this.lines += 1;
    entry.line = this.lines;
    entry.group = group;
  }

  protected end(entry: Entry, to: Status): void {
    this.set(entry, to);
    this.rise(entry);
    entry.expires = undefined;
    this.tidy();
  }

  protected set(entry: Entry, status: Status): void {
    entry.trail.push(status);
    entry.group = undefined;
    if (!this.there.includes(entry)) this.tidy();
  }
}
