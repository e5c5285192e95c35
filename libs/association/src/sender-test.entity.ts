import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instant } from '#database';

/** A sender that was tried with a mail; it counts once somebody has confirmed that the mail arrived. */
@Entity('sender_test')
export class SenderTest {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  address!: string;

  /** Where the test mail went. */
  @Column('text')
  toAddress!: string;

  @Column('text')
  requestedBy!: string;

  @Column('timestamptz', { transformer: instant })
  requestedAt!: Temporal.Instant;

  @Column('timestamptz', { transformer: instant, nullable: true })
  confirmedAt!: Temporal.Instant | null;
}
