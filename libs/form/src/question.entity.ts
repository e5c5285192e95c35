import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instant } from '#database';
import type { Texts } from '#language';
import type { Condition, Option, QuestionKind } from './form.js';

/** A question of an event's form; see {@link Question}. */
@Entity('question')
export class QuestionRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  eventId!: string;

  /** Of a retired question the last it had. */
  @Column('smallint')
  position!: number;

  @Column('text')
  kind!: QuestionKind;

  @Column('jsonb')
  label!: Texts;

  @Column('jsonb')
  help!: Texts;

  @Column('boolean')
  required!: boolean;

  @Column('boolean')
  sensitive!: boolean;

  @Column('jsonb')
  options!: Option[];

  @Column('jsonb', { nullable: true })
  shownWhen!: Condition | null;

  /** PostgreSQL's decimal, as text. */
  @Column('numeric', { nullable: true })
  least!: string | null;

  @Column('numeric', { nullable: true })
  most!: string | null;

  @Column('timestamptz', { nullable: true, transformer: instant })
  retiredAt!: Temporal.Instant | null;
}
