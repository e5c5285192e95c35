import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Texts } from '#language';
import type { Speaker } from './words.js';

/** A point of an event's programme. */
@Entity('event_item')
export class EventItem {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  eventId!: string;

  @Column('smallint')
  position!: number;

  /** Wall clock in the event's zone, `YYYY-MM-DDTHH:mm`; null where the hour is open. */
  @Column('text', { nullable: true })
  startsLocal!: string | null;

  @Column('text', { nullable: true })
  endsLocal!: string | null;

  /** What is called off is left out of an event's items; its row stays for what refers to it. */
  @Column('text')
  status!: 'planned' | 'cancelled';

  @Column('jsonb')
  title!: Texts;

  @Column('jsonb')
  speakers!: Speaker[];
}
