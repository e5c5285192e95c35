import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instant } from '#database';

/** A process that takes jobs, as long as it says so. */
@Entity('worker')
export class WorkerProcess {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  host!: string;

  @Column('integer')
  pid!: number;

  @Column('timestamptz', { transformer: instant })
  startedAt!: Temporal.Instant;

  @Column('timestamptz', { transformer: instant })
  seenAt!: Temporal.Instant;
}
