import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instant } from '#database';
import type { Texts } from '#language';
import type { NoticeDetail } from './change.js';
import type { Happening } from './words.js';

/** A change at short notice, as registered people were told of it; never changed. */
@Entity('notice')
export class Notice {
  /** Made by the form, so that the same form sent twice is one notice. */
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  eventId!: string;

  @Column('text')
  what!: Happening;

  /** In the office's own words. */
  @Column('jsonb')
  text!: Texts;

  @Column('jsonb')
  detail!: NoticeDetail;

  /** `account:<id>`, or `desk` where a rule of the event decided. */
  @Column('text')
  actor!: string;

  @Column('timestamptz', { transformer: instant })
  sentAt!: Temporal.Instant;
}
