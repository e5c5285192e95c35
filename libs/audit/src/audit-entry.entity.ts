import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instant } from '#database';

/** One deed: who did what to what, and what that looked like before and after. Appended, never changed. */
@Entity('audit_entry')
export class AuditEntry {
  /** Rises with time. */
  @PrimaryColumn('bigint', { generated: 'identity' })
  id!: string;

  @Column('timestamptz', { transformer: instant })
  at!: Temporal.Instant;

  /** `account:<id>`, `setup` or `link` for who came by a secret link, or `command` for whoever sits at the machine. */
  @Column('text')
  actor!: string;

  /** A noun and a verb, for example `registration.withdraw`. */
  @Column('text')
  action!: string;

  @Column('text')
  subjectType!: string;

  @Column('text')
  subjectId!: string;

  @Column('jsonb', { nullable: true })
  before!: object | null;

  @Column('jsonb', { nullable: true })
  after!: object | null;
}
