import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What one address has in its calendar for one date, however many colleagues share the mailbox (rule C13). */
@Entity('appointment')
export class Appointment {
  @PrimaryColumn('text')
  emailKey!: string;

  @PrimaryColumn('uuid')
  dateId!: string;

  /** Rises with every mail that carries the appointment (RFC 5546, 2.1.4). */
  @Column('integer')
  sequence!: number;
}
