import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instant } from '#database';
import type { Language, Texts } from '#language';
import type { EventDate } from './event-date.entity.js';
import type { EventItem } from './event-item.entity.js';
import type { Audience, EventKind, EventStatus, Format, Host, OurRole, Speaker } from './words.js';

/** Something in the programme. */
@Entity('event')
export class Event {
  @PrimaryColumn('uuid')
  id!: string;

  /** The public address; never changes once published. */
  @Column('text')
  slug!: string;

  @Column('text')
  kind!: EventKind;

  @Column('text')
  status!: EventStatus;

  @Column('text', { nullable: true })
  format!: Format | null;

  @Column('text')
  audience!: Audience;

  @Column('text')
  mainLanguage!: Language;

  /** IANA zone in which all wall-clock times of the event are meant. */
  @Column('text')
  timeZone!: string;

  @Column('jsonb')
  title!: Texts;

  @Column('jsonb')
  summary!: Texts;

  @Column('jsonb')
  description!: Texts;

  @Column('jsonb')
  hosts!: Host[];

  @Column('jsonb')
  speakers!: Speaker[];

  @Column('text', { nullable: true })
  ourRole!: OurRole | null;

  /** A listing's own page, where one registers with its organizer. */
  @Column('text', { nullable: true })
  link!: string | null;

  /** First and last possible day of a save-the-date, `YYYY-MM-DD`. */
  @Column('date', { nullable: true })
  announcedFrom!: string | null;

  @Column('date', { nullable: true })
  announcedUntil!: string | null;

  /** How the save-the-date says it, where months do not ("spring 2027"). */
  @Column('jsonb')
  announcedAs!: Texts;

  @Column('timestamptz', { nullable: true, transformer: instant })
  opensAt!: Temporal.Instant | null;

  /** Where null, the default of `registrationWindow` applies. */
  @Column('timestamptz', { nullable: true, transformer: instant })
  closesAt!: Temporal.Instant | null;

  @Column('integer')
  sequence!: number;

  @Column('timestamptz', { transformer: instant })
  createdAt!: Temporal.Instant;

  @Column('timestamptz', { transformer: instant })
  changedAt!: Temporal.Instant;

  /** In order; read by a query of their own (see ProgrammeService.load). */
  dates!: EventDate[];

  /** The points of its programme that take place. */
  items!: EventItem[];
}
