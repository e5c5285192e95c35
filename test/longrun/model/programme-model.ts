import type { PersonAnswer } from './deed.js';
import { type Entry, type Guest, isThere, type Way, waits } from './entry.js';
import { EventModel } from './event-model.js';
import type { Plan } from './room.js';

/** Several events, and what the office does across them. */
export class ProgrammeModel {
  readonly events: EventModel[] = [];

  add(plan: Plan): EventModel {
    const event: EventModel = new EventModel(plan, (person) =>
      this.events.reduce((sum, other) => sum + (isBeside(event, other) && other.of(person) ? 1 : 0), 0),
    );
    this.events.push(event);
    return event;
  }

  /** To another position of the line; nobody moves up by it until the desk looks. */
  moveInLine(event: EventModel, entry: Entry, position: number): { refused: string } | undefined {
    if (!waits(entry)) return { refused: 'NotWaiting' };
    const line = event.waiting(entry.way);
    const numbers = line.map((one) => one.line);
    const others = line.filter((one) => one !== entry);
    others.splice(position - 1, 0, entry);
    for (const [index, one] of others.entries()) one.line = numbers[index] as number;
    return undefined;
  }

  /** To another event, where they get a seat or a place in the line. */
  moveTo(
    from: EventModel,
    entry: Entry,
    to: EventModel,
    { now, guest, silent }: { now: number; guest: Guest; silent: boolean },
  ): PersonAnswer | { refused: string } {
    if (!isThere(entry)) return { refused: 'RegistrationOver' };
    const other = to.of(entry.person);
    if (other && !(other.expires !== undefined && other.expires <= now)) return { refused: 'PersonDouble' };
    from.ask({ verb: 'withdraw', entry, declined: false, silent }, now);
    const way = to.ways.includes(entry.way) ? entry.way : to.ways[0];
    const moved = { ...guest, way, organization: entry.organization, member: entry.member, sessions: [] };
    const common = { byOffice: true, invited: false, together: false, silent };
    const expected = to.ask({ verb: 'register', guests: [moved], ...common }, now);
    return 'people' in expected ? (expected.people[0] as PersonAnswer) : { refused: 'never' };
  }

  /** The whole event online: everybody keeps the seat or the place in the line. */
  switchOnline(event: EventModel, now: number): void {
    const { plan, collecting } = event;
    if (!event.ways.includes('online')) plan.seats.online = plan.seats.onsite;
    for (const entry of event.all) entry.way = 'online' satisfies Way;
    plan.format = 'online';
    event.collecting = { online: collecting.online ?? collecting.onsite };
    if (!event.collecting.online) event.collecting = {};
    event.recount();
    event.look(now);
  }
}

const isBeside = (event: EventModel, other: EventModel): boolean =>
  other !== event && event.rules.series !== null && event.rules.series === other.rules.series;
