import type { Attendance } from '#event';
import type { Contingent, HeldBack, Place, SettleRules } from './place.js';

/** What members hold of the seats that are counted by member, and what is kept for them until the release. */
export class Contingents {
  readonly members: Map<string, Contingent>;
  /** Seats guaranteed to members that have not taken them yet. */
  private kept = 0;
  /** All seats guaranteed, taken or not. */
  private guaranteed = 0;

  constructor(
    private readonly rules: SettleRules,
    members: ReadonlyMap<string, Contingent>,
  ) {
    this.members = new Map([...members].map(([id, one]) => [id, { ...one }]));
    for (const one of this.members.values()) {
      this.kept += untaken(one);
      this.guaranteed += one.guaranteed;
    }
  }

  /** How many seats are kept for others than this member. */
  keptFromOthers(attendance: Attendance, member?: string): number {
    return this.hold(attendance) ? this.kept - this.guarantee(attendance, member) : 0;
  }

  /** How many of the seats kept for this member it has not taken yet. */
  guarantee(attendance: Attendance, member?: string): number {
    const own = this.hold(attendance) && member ? this.members.get(member) : undefined;
    return own ? untaken(own) : 0;
  }

  /** How many more people of this member may have a seat before its cap is reached. */
  leftOfCap(attendance: Attendance, member?: string): number {
    if (!this.hold(attendance) || !member) return Number.POSITIVE_INFINITY;
    const own = this.members.get(member);
    const cap = own ? own.cap : this.rules.cap;
    return cap === null ? Number.POSITIVE_INFINITY : cap - (own?.taken ?? 0);
  }

  /** Says that the cap keeps so many more of this member from having seats, if it does. */
  beyondCap(attendance: Attendance, member: string | undefined, size: number): HeldBack | undefined {
    const left = this.leftOfCap(attendance, member);
    const taken = this.members.get(member ?? '')?.taken ?? 0;
    return left < size ? { by: 'cap', cap: left + taken, taken } : undefined;
  }

  /** How many seats are never this member's while contingents hold, whoever withdraws. */
  neverFor(attendance: Attendance, member?: string): number {
    if (!this.hold(attendance)) return 0;
    return this.guaranteed - (this.members.get(member ?? '')?.guaranteed ?? 0);
  }

  /** Whether the member has no seat yet: then it goes first where the order is fair. */
  hasNone(attendance: Attendance, member?: string): boolean {
    return attendance === this.rules.counted && member !== undefined && !this.members.get(member)?.taken;
  }

  /**
   * Whether a taken seat may be counted for another member: within its cap, and with seats still there for all
   * that is kept. `room` are the seats that are free.
   */
  mayReassign({ attendance, member: from }: Place, to: string | undefined, room: number): boolean {
    if (!this.hold(attendance) || from === to) return true;
    if (this.leftOfCap(attendance, to) < 1) return false;
    const source = from ? this.members.get(from) : undefined;
    const opened = source && source.taken <= source.guaranteed ? 1 : 0;
    const kept = this.kept + opened - Math.min(1, this.guarantee(attendance, to));
    return kept <= this.kept || kept <= room;
  }

  /** Counts a seat taken (1) or given back (-1). */
  count({ attendance, member }: Place, by: 1 | -1): void {
    if (!member || attendance !== this.rules.counted) return;
    const own = this.members.get(member) ?? { guaranteed: 0, cap: this.rules.cap, taken: 0 };
    this.members.set(member, own);
    this.kept -= untaken(own);
    own.taken += by;
    this.kept += untaken(own);
  }

  private hold(attendance: Attendance): boolean {
    return this.rules.contingents && attendance === this.rules.counted;
  }
}

const untaken = ({ guaranteed, taken }: Contingent): number => Math.max(0, guaranteed - taken);
