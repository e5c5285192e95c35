import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instant } from '#database';
import type { Texts } from '#language';
import type { ConsentPurpose } from './form.js';

/** A wording that people are or were asked to agree to; see {@link Consent}. */
@Entity('consent')
export class ConsentRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  eventId!: string;

  @Column('text')
  purpose!: ConsentPurpose;

  /** From 1 for each purpose. */
  @Column('integer')
  version!: number;

  @Column('jsonb')
  text!: Texts;

  @Column('timestamptz', { nullable: true, transformer: instant })
  retiredAt!: Temporal.Instant | null;
}
