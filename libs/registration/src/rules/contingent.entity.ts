import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Seats kept for one member, and how many it may have at most, until the contingents are released. */
@Entity('contingent')
export class Contingent {
  @PrimaryColumn('uuid')
  eventId!: string;

  @PrimaryColumn('uuid')
  memberId!: string;

  @Column('integer')
  guaranteed!: number;

  @Column('integer', { nullable: true })
  cap!: number | null;
}

/** How many of the contested seats a member's people hold; counted along where the rules ask for it. */
@Entity('member_standing')
export class MemberStanding {
  @PrimaryColumn('uuid')
  eventId!: string;

  @PrimaryColumn('uuid')
  memberId!: string;

  @Column('integer')
  taken!: number;
}
