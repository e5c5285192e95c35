import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instant } from '#database';
import type { Attendance } from '#event';
import type { Language } from '#language';
import type { Answer } from './settle/ask.js';
import type { HeldBack } from './settle/place.js';

/** One person of a submission as answered; `registrationId` only where this submission made the registration. */
export interface AnsweredPerson {
  firstName: string;
  lastName: string;
  email: string;
  organization?: string;
  attendance: Attendance;
  language: Language;
  answer: Answer;
  /** Why it is the line, where seats are free. */
  heldBack?: HeldBack;
  registrationId?: string;
}

/** A form or call that was answered; sent again, it gets the stored answer and changes nothing. */
@Entity('submission')
export class Submission {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  eventId!: string;

  /** Whose key it is: `page`, `public` or an API token's id. */
  @Column('text')
  client!: string;

  @Column('text')
  key!: string;

  /** Hash of what was submitted; the same key with another content is a mistake. */
  @Column('text')
  fingerprint!: string;

  @Column('jsonb')
  answer!: { people: AnsweredPerson[]; copyTo?: string };

  @Column('timestamptz', { transformer: instant })
  createdAt!: Temporal.Instant;
}
