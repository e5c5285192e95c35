import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instant } from '#database';
import type { Answers } from './answers.js';

/** What one person answered. */
@Entity('answer_sheet')
export class AnswerSheet {
  @PrimaryColumn('uuid')
  registrationId!: string;

  @Column('uuid')
  eventId!: string;

  /** The form as it was then. */
  @Column('integer')
  formVersion!: number;

  @Column('jsonb')
  answers!: Answers;

  /** Null: none given, or deleted. Read only by who asks for them. */
  @Column('jsonb', { nullable: true, select: false })
  sensitive!: Answers | null;

  @Column('timestamptz', { nullable: true, transformer: instant })
  sensitiveDeletedAt!: Temporal.Instant | null;

  @Column('timestamptz', { transformer: instant })
  changedAt!: Temporal.Instant;
}
