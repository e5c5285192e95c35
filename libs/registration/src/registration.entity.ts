import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instant } from '#database';
import type { Attendance } from '#event';
import type { Language } from '#language';
import type { RegistrationStatus } from './words.js';

/** One person's place at one event. */
@Entity('registration')
export class Registration {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  eventId!: string;

  /** Can be read out on the phone; see `reference.ts`. */
  @Column('text')
  reference!: string;

  @Column('text')
  status!: RegistrationStatus;

  /** A fact of its own: always with offered and confirmed, by setting with requested and unverified. */
  @Column('boolean')
  holdsSeat!: boolean;

  @Column('text')
  attendance!: Attendance;

  @Column('text')
  email!: string;

  /** Address and name as compared when asking "is this the same person?"; see `person.ts`. */
  @Column('text')
  emailKey!: string;

  @Column('text')
  firstName!: string;

  @Column('text')
  lastName!: string;

  @Column('text')
  nameKey!: string;

  @Column('text', { nullable: true })
  organization!: string | null;

  @Column('text')
  language!: Language;

  /** A second address that gets every mail too, usually of whoever registered this person. */
  @Column('text', { nullable: true })
  copyTo!: string | null;

  /** Place in the waiting list; orders, is never shown. */
  @Column('bigint', { nullable: true })
  line!: string | null;

  /** Whose seat it is counted as. */
  @Column('uuid', { nullable: true })
  memberId!: string | null;

  /** When an offer, a request, an address to be confirmed or an unnamed seat lapses. */
  @Column('timestamptz', { nullable: true, transformer: instant })
  expiresAt!: Temporal.Instant | null;

  /** Waits together with the others of the same group: all move up, or none. */
  @Column('uuid', { nullable: true })
  groupId!: string | null;

  /** False: a seat whose person is not known yet (N. N.); its names are empty. */
  @Column('boolean')
  named!: boolean;

  /** Who registered this person, in words; null: the person. */
  @Column('text', { nullable: true })
  registeredBy!: string | null;

  @Column('uuid', { nullable: true })
  delegationId!: string | null;

  /** Of the office, for the office. */
  @Column('text', { nullable: true })
  note!: string | null;

  @Column('integer')
  version!: number;

  /** Raising it revokes the links in all mails sent before. */
  @Column('integer')
  linkGeneration!: number;

  /** When this person was last told their status; a repeated registration is answered at most every ten minutes. */
  @Column('timestamptz', { transformer: instant })
  toldAt!: Temporal.Instant;

  @Column('timestamptz', { transformer: instant })
  createdAt!: Temporal.Instant;

  @Column('timestamptz', { transformer: instant })
  changedAt!: Temporal.Instant;
}
