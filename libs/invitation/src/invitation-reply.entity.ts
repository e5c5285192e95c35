import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instant } from '#database';
import type { Answer } from './words.js';

/** One reply, given on the page or to the office on the phone: appended, never changed. */
@Entity('invitation_reply')
export class InvitationReply {
  @PrimaryColumn('bigint', { generated: 'identity' })
  id!: string;

  @Column('uuid')
  invitationId!: string;

  @Column('text')
  answer!: Answer;

  /** What the person added in a sentence. */
  @Column('text', { nullable: true })
  word!: string | null;

  /** `participant`, or `account:<id>` for whoever took the call. */
  @Column('text')
  actor!: string;

  @Column('timestamptz', { transformer: instant })
  at!: Temporal.Instant;
}
