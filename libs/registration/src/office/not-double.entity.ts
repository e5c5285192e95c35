import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instant } from '#database';

/** Two registrations that look like one person and are two, as the office has said; `one` is the lesser id. */
@Entity('not_double')
export class NotDouble {
  @PrimaryColumn('uuid')
  eventId!: string;

  @PrimaryColumn('uuid')
  one!: string;

  @PrimaryColumn('uuid')
  other!: string;

  @Column('timestamptz', { transformer: instant })
  at!: Temporal.Instant;

  @Column('text')
  actor!: string;
}
