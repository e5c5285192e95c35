import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instant } from '#database';
import type { Language } from '#language';

/** What a contact is for its member. */
export const CONTACT_ROLES = ['coordinator', 'legal', 'delegate', 'alternate', 'speaker', 'billing'] as const;
export type ContactRole = (typeof CONTACT_ROLES)[number];

/** A person the office knows: at a member, or a host or speaker of nobody's. */
@Entity('contact')
export class Contact {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { nullable: true })
  memberId!: string | null;

  @Column('text')
  firstName!: string;

  @Column('text')
  lastName!: string;

  @Column('text', { nullable: true })
  email!: string | null;

  /** The address as compared; a shared mailbox serves many contacts. */
  @Column('text', { nullable: true })
  emailKey!: string | null;

  @Column('text', { nullable: true })
  phone!: string | null;

  @Column('text')
  language!: Language;

  @Column('text', { array: true })
  roles!: ContactRole[];

  /** Raising it revokes the links in all mails sent before. */
  @Column('integer')
  linkGeneration!: number;

  /** The last day in office, `YYYY-MM-DD`; null while the contact is current. */
  @Column('date', { nullable: true })
  leftOn!: string | null;

  @Column('timestamptz', { transformer: instant })
  createdAt!: Temporal.Instant;

  @Column('timestamptz', { transformer: instant })
  changedAt!: Temporal.Instant;
}
