import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instant } from '#database';

/** What someone in the office may do: an administrator everything, an organizer all but accounts and settings. */
export const ROLES = ['administrator', 'organizer'] as const;

export type Role = (typeof ROLES)[number];

/** Somebody who works in the office. */
@Entity('account')
export class Account {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  email!: string;

  /** The address as compared: one account per address, whatever its letter case. */
  @Column('text')
  emailKey!: string;

  @Column('text')
  name!: string;

  @Column('text')
  role!: Role;

  @Column('text')
  passwordHash!: string;

  @Column('timestamptz', { transformer: instant })
  createdAt!: Temporal.Instant;
}
