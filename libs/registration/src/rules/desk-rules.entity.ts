import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instant } from '#database';

/** How those who wait come to a free seat: at once, or by an offer that they take or leave. */
export const PROMOTIONS = ['automatic', 'offer'] as const;
/** Who comes first: who came first, or a member without a seat before another member's next. */
export const LINE_ORDERS = ['arrival', 'fair'] as const;
/** How a member's people are known: they choose the member, or write from an address of it (or were invited). */
export const PROOFS = ['choice', 'address'] as const;

/** The rules by which the desk of one event decides; an event without a row has those of {@link defaultRules}. */
@Entity('desk_rules')
export class DeskRules {
  @PrimaryColumn('uuid')
  eventId!: string;

  @Column('text')
  promotion!: (typeof PROMOTIONS)[number];

  @Column('text')
  lineOrder!: (typeof LINE_ORDERS)[number];

  /** Nobody gets a seat before the office has said yes. */
  @Column('boolean')
  approval!: boolean;

  /** After closing one can still ask, and the office decides. */
  @Column('boolean')
  lateRequests!: boolean;

  @Column('boolean')
  requestHoldsSeat!: boolean;

  @Column('integer')
  requestDays!: number;

  /** Within how many minutes an address must be confirmed; null: it need not be. */
  @Column('integer', { nullable: true })
  verifyMinutes!: number | null;

  @Column('boolean')
  verifyHoldsSeat!: boolean;

  /** Until when people withdraw and change by themselves; null: until the start. */
  @Column('timestamptz', { nullable: true, transformer: instant })
  withdrawUntil!: Temporal.Instant | null;

  /** Whoever withdraws is asked why, and need not say. */
  @Column('boolean')
  asksReason!: boolean;

  @Column('text')
  proof!: (typeof PROOFS)[number];

  /** What every member is guaranteed, and how many it may have at most: what the contingents were made with. */
  @Column('integer')
  memberGuaranteed!: number;

  @Column('integer', { nullable: true })
  memberCap!: number | null;

  /** Some member has numbers of its own, also where nothing holds for all. */
  @Column('boolean')
  ownContingents!: boolean;

  /** When seats kept for members open for all; null: 21 days before the start. */
  @Column('timestamptz', { nullable: true, transformer: instant })
  contingentsUntil!: Temporal.Instant | null;

  /** How long free seats are kept for a group that waits for more, in hours; null: until they are enough. */
  @Column('integer', { nullable: true })
  collectHours!: number | null;

  /** How long an unnamed seat may stay without a name, in days. */
  @Column('integer')
  namingDays!: number;

  /** How many active registrations one address may have here; null: any number. */
  @Column('integer', { nullable: true })
  mostPerAddress!: number | null;

  /** Events with the same word share `mostInSeries`, the limit per person. */
  @Column('text', { nullable: true })
  series!: string | null;

  @Column('integer', { nullable: true })
  mostInSeries!: number | null;

  /** How many must come until `minimumUntil` (rule T4). */
  @Column('integer', { nullable: true })
  minimum!: number | null;

  @Column('timestamptz', { nullable: true, transformer: instant })
  minimumUntil!: Temporal.Instant | null;

  /** Cancels the event when the minimum was missed; else the office is asked. */
  @Column('boolean')
  minimumCancels!: boolean;

  /** When it was looked at; once. */
  @Column('timestamptz', { nullable: true, transformer: instant })
  minimumSettledAt!: Temporal.Instant | null;
}

/** What holds where the office has said nothing. */
export function defaultRules(eventId: string): DeskRules {
  return {
    eventId,
    promotion: 'automatic',
    lineOrder: 'arrival',
    approval: false,
    lateRequests: true,
    requestHoldsSeat: false,
    requestDays: 14,
    verifyMinutes: null,
    verifyHoldsSeat: true,
    withdrawUntil: null,
    asksReason: false,
    proof: 'choice',
    memberGuaranteed: 0,
    memberCap: null,
    ownContingents: false,
    contingentsUntil: null,
    collectHours: 72,
    namingDays: 14,
    mostPerAddress: null,
    series: null,
    mostInSeries: null,
    minimum: null,
    minimumUntil: null,
    minimumCancels: false,
    minimumSettledAt: null,
  };
}
