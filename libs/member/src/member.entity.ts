import { Column, Entity, JoinColumn, ManyToOne, OneToMany, PrimaryColumn, type Relation } from 'typeorm';
import { instant } from '#database';

export const MEMBER_KINDS = ['city', 'district', 'organization'] as const;
export type MemberKind = (typeof MEMBER_KINDS)[number];

/** A member organization of the association. */
@Entity('member')
export class Member {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  kind!: MemberKind;

  /** Postal address, in one line with commas. */
  @Column('text', { nullable: true })
  postal!: string | null;

  /** Where invoices to an authority go; its check digits are right (rule P5). */
  @Column('text', { nullable: true })
  leitwegId!: string | null;

  @Column('timestamptz', { transformer: instant })
  createdAt!: Temporal.Instant;

  @Column('timestamptz', { transformer: instant })
  changedAt!: Temporal.Instant;

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

/** Whoever writes from this domain belongs to the member; lower case, claimed by one member. */
@Entity('member_domain')
export class MemberDomain {
  @PrimaryColumn('text')
  domain!: string;

  @Column('uuid')
  memberId!: string;
}
