import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instant } from '#database';
import type { Texts } from '#language';

/** Whose registration desk this is, as an administrator entered it; one row with the id 1. */
@Entity('association')
export class AssociationRow {
  @PrimaryColumn('smallint')
  id!: number;

  @Column('text')
  shortName!: string;

  @Column('jsonb')
  name!: Texts;

  /** Postal address, one line each. */
  @Column('text')
  postal!: string;

  @Column('text')
  email!: string;

  @Column('text', { nullable: true })
  phone!: string | null;

  /** Null: the product's own text is shown. */
  @Column('jsonb', { nullable: true })
  imprint!: Texts | null;

  /** Null: the product's own text is shown. */
  @Column('jsonb', { nullable: true })
  privacy!: Texts | null;

  @Column('timestamptz', { transformer: instant })
  changedAt!: Temporal.Instant;
}
