import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instant } from '#database';
import type { Texts } from '#language';

/** One sitting of an event. */
@Entity('event_date')
export class EventDate {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  eventId!: string;

  @Column('smallint')
  position!: number;

  /** Wall clock in the event's zone, `YYYY-MM-DDTHH:mm`: the fact. */
  @Column('text')
  startsLocal!: string;

  @Column('text')
  endsLocal!: string;

  /** The instants of the wall clock, for ordering and for asking "is it over". */
  @Column('timestamptz', { transformer: instant })
  startsAt!: Temporal.Instant;

  @Column('timestamptz', { transformer: instant })
  endsAt!: Temporal.Instant;

  @Column('text')
  status!: 'planned' | 'cancelled';

  @Column('jsonb')
  place!: Texts;

  @Column('jsonb')
  meetingPoint!: Texts;

  /** For confirmed people only (rule T9). */
  @Column('text', { nullable: true })
  joiningLink!: string | null;

  @Column('integer')
  sequence!: number;

  /** When the sequence last rose; null: never, or before this was kept. */
  @Column('timestamptz', { nullable: true, transformer: instant })
  raisedAt!: Temporal.Instant | null;

  @Column('timestamptz', { transformer: instant })
  changedAt!: Temporal.Instant;
}
