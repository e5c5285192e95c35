import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instant } from '#database';

/** How far the set-up of a real installation is; one row with the id 1. */
@Entity('setup')
export class Setup {
  @PrimaryColumn('smallint')
  id!: number;

  /** Hash of the one-time link's token; null when there is none, or it has been used. */
  @Column('text', { nullable: true })
  linkHash!: string | null;

  @Column('timestamptz', { transformer: instant, nullable: true })
  linkExpiresAt!: Temporal.Instant | null;

  /** Steps that somebody ticked off although nothing in the books shows that they were done. */
  @Column('text', { array: true })
  tickedOff!: string[];
}
