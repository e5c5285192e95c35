import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instant } from '#database';

/** The counted seats of one event: the row that every change of a seat locks first. Null capacity: no limit. */
@Entity('standing')
export class Standing {
  @PrimaryColumn('uuid')
  eventId!: string;

  @Column('integer', { nullable: true })
  onsiteCapacity!: number | null;

  @Column('integer', { nullable: true })
  onlineCapacity!: number | null;

  @Column('integer')
  onsiteTaken!: number;

  @Column('integer')
  onlineTaken!: number;

  @Column('integer')
  onsiteWaiting!: number;

  @Column('integer')
  onlineWaiting!: number;

  @Column('bigint')
  nextLine!: string;

  /** Seats above the capacity, by the office's will or left from before it shrank. */
  @Column('integer')
  onsiteOver!: number;

  @Column('integer')
  onlineOver!: number;

  /** Rises with every change of rules, contingents, sessions or form, so that a hot desk reads them once. */
  @Column('integer')
  rulesVersion!: number;

  /** The group for which free seats are being kept, and since when. */
  @Column('uuid', { nullable: true })
  onsiteCollecting!: string | null;

  @Column('timestamptz', { nullable: true, transformer: instant })
  onsiteCollectingSince!: Temporal.Instant | null;

  @Column('uuid', { nullable: true })
  onlineCollecting!: string | null;

  @Column('timestamptz', { nullable: true, transformer: instant })
  onlineCollectingSince!: Temporal.Instant | null;

  /** When the desk must look at this event by itself. */
  @Column('timestamptz', { nullable: true, transformer: instant })
  dueAt!: Temporal.Instant | null;
}
