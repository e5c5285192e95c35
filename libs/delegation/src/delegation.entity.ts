import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instant } from '#database';

/** Whom a member sends to an event; the people and the seats without a name are registrations that point here. */
@Entity('delegation')
export class Delegation {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  eventId!: string;

  @Column('uuid')
  memberId!: string;

  /** The contact who is written to about seats without a name. */
  @Column('uuid')
  coordinatorId!: string;

  /** `contact:<id>` or `account:<id>`. */
  @Column('text')
  createdBy!: string;

  @Column('timestamptz', { transformer: instant })
  createdAt!: Temporal.Instant;
}
