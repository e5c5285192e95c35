import { Column, Entity, JoinColumn, ManyToOne, OneToMany, PrimaryColumn, type Relation } from 'typeorm';
import { instant } from '#database';

export type MemberKind = 'city' | 'district' | 'organization';

/** A member organization of the association. */
@Entity('member')
export class Member {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  kind!: MemberKind;

  @Column('timestamptz', { transformer: instant })
  createdAt!: Temporal.Instant;

  @OneToMany(
    () => Membership,
    (membership) => membership.member,
  )
  memberships!: Relation<Membership>[];
}

/** One stretch of being a member, by whole days; both ends count, an open end is null. */
@Entity('membership')
export class Membership {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  memberId!: string;

  @ManyToOne(
    () => Member,
    (member) => member.memberships,
  )
  @JoinColumn({ name: 'member_id' })
  member!: Relation<Member>;

  @Column('date')
  fromDay!: string;

  @Column('date', { nullable: true })
  untilDay!: string | null;
}
