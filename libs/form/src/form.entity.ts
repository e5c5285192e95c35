import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instant } from '#database';

/** That an event has a form, and in which version. */
@Entity('form')
export class FormRow {
  @PrimaryColumn('uuid')
  eventId!: string;

  /** From one sequence for all forms: rises, but not by one. */
  @Column('integer')
  version!: number;

  @Column('timestamptz', { transformer: instant })
  changedAt!: Temporal.Instant;
}
