import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instant } from '#database';

/** What a session remembers besides who it belongs to. */
export type SessionFacts = object;

/** A browser that is in the office, or about to sign in. */
@Entity('account_session')
export class AccountSession {
  /** The cookie's id, hashed: who reads the table opens no session. */
  @PrimaryColumn('text')
  idHash!: string;

  /** Null before the sign-in. */
  @Column('uuid', { nullable: true })
  accountId!: string | null;

  @Column('jsonb')
  data!: SessionFacts;

  @Column('timestamptz', { transformer: instant })
  expiresAt!: Temporal.Instant;
}
