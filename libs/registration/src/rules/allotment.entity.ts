import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * Something limited beside the seat: a session (its id is the programme item's) or a choice of the form (its id
 * is the option's).
 */
@Entity('allotment')
export class Allotment {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  eventId!: string;

  @Column('text')
  kind!: 'session' | 'option';

  /** Null: as many as there are seats. */
  @Column('integer', { nullable: true })
  capacity!: number | null;

  @Column('integer')
  taken!: number;

  @Column('integer')
  over!: number;
}

/** What a registration chose of what is limited; held with the seat, a wish while waiting. */
@Entity('claim')
export class Claim {
  @PrimaryColumn('uuid')
  registrationId!: string;

  @PrimaryColumn('uuid')
  allotmentId!: string;

  @Column('boolean')
  held!: boolean;
}
