import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instant } from '#database';
import type { Language } from '#language';
import type { Answer } from './words.js';

/** An event offered to one person, mostly on behalf of a member. */
@Entity('invitation')
export class Invitation {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  eventId!: string;

  /** Whose line of the matrix it is in; null for single persons. */
  @Column('uuid', { nullable: true })
  memberId!: string | null;

  @Column('uuid', { nullable: true })
  contactId!: string | null;

  @Column('uuid', { nullable: true })
  functionId!: string | null;

  @Column('text')
  email!: string;

  /** Address and name as compared when asking "is this person invited already?". */
  @Column('text')
  emailKey!: string;

  @Column('text')
  firstName!: string;

  @Column('text')
  lastName!: string;

  @Column('text')
  nameKey!: string;

  @Column('text')
  language!: Language;

  /** The invitation that named this person as a substitute. */
  @Column('uuid', { nullable: true })
  substituteFor!: string | null;

  /** The latest reply; the history is in {@link InvitationReply}. */
  @Column('text', { nullable: true })
  answer!: Answer | null;

  @Column('timestamptz', { nullable: true, transformer: instant })
  answeredAt!: Temporal.Instant | null;

  /** Raising it revokes the links in all mails sent before. */
  @Column('integer')
  linkGeneration!: number;

  /** How many letters were written about it; part of the key that makes each unique. */
  @Column('integer')
  letters!: number;

  @Column('timestamptz', { nullable: true, transformer: instant })
  revokedAt!: Temporal.Instant | null;

  /** `account:<id>`, or `participant` for a substitute. */
  @Column('text')
  invitedBy!: string;

  @Column('timestamptz', { transformer: instant })
  invitedAt!: Temporal.Instant;

  @Column('timestamptz', { transformer: instant })
  mailedAt!: Temporal.Instant;

  @Column('integer')
  reminders!: number;
}
