import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instant } from '#database';

/** Somebody whom a notice was sent to. */
@Entity('notice_recipient')
export class NoticeRecipient {
  @PrimaryColumn('uuid')
  noticeId!: string;

  @PrimaryColumn('uuid')
  registrationId!: string;

  /** When the person said so; opening the page is not enough, since mail scanners do that. */
  @Column('timestamptz', { nullable: true, transformer: instant })
  readAt!: Temporal.Instant | null;
}
