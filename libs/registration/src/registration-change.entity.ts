import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instant } from '#database';
import type { RegistrationStatus } from './words.js';

/** One line of a registration's history: appended, never changed. */
@Entity('registration_change')
export class RegistrationChange {
  @PrimaryColumn('bigint', { generated: 'identity' })
  id!: string;

  @Column('uuid')
  registrationId!: string;

  @Column('timestamptz', { transformer: instant })
  at!: Temporal.Instant;

  @Column('text', { nullable: true })
  fromStatus!: RegistrationStatus | null;

  @Column('text')
  toStatus!: RegistrationStatus;

  /** `participant`, `desk` (a promotion), or `account:<id>`. */
  @Column('text')
  actor!: string;

  @Column('text', { nullable: true })
  reason!: string | null;

  /** Beside the status: `changed`, `swapped`, `corrected`, `moved`, `line`, `note`, `apart`; null: the status. */
  @Column('text', { nullable: true })
  what!: string | null;

  /** The values before and after, as `{field: [before, after]}`. */
  @Column('jsonb', { nullable: true })
  detail!: Record<string, [unknown, unknown]> | null;
}
