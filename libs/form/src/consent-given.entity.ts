import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instant } from '#database';

/** One person's decision about one wording, and when it last changed. */
@Entity('consent_given')
export class ConsentGiven {
  @PrimaryColumn('uuid')
  registrationId!: string;

  @PrimaryColumn('uuid')
  consentId!: string;

  @Column('boolean')
  given!: boolean;

  @Column('timestamptz', { transformer: instant })
  at!: Temporal.Instant;
}
