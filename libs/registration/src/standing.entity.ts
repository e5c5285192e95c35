import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The counted seats of one event: the row that every change of a seat locks first. Null capacity: no limit. */
@Entity('standing')
export class Standing {
  @PrimaryColumn('uuid')
  eventId!: string;

  @Column('integer', { nullable: true })
  onsiteCapacity!: number | null;

  @Column('integer', { nullable: true })
  onlineCapacity!: number | null;

  @Column('integer')
  onsiteTaken!: number;

  @Column('integer')
  onlineTaken!: number;

  @Column('integer')
  onsiteWaiting!: number;

  @Column('integer')
  onlineWaiting!: number;

  @Column('bigint')
  nextLine!: string;
}
