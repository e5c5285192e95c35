import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A function at a member ("climate officer") that outlives its holders. */
@Entity('member_function')
export class MemberFunction {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  memberId!: string;

  @Column('text')
  name!: string;

  /** The name as compared; a member has each function once. */
  @Column('text')
  nameKey!: string;
}

/** Who holds a function, by whole days; both ends count, an open end is null. */
@Entity('function_term')
export class FunctionTerm {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  functionId!: string;

  @Column('uuid')
  contactId!: string;

  @Column('date')
  fromDay!: string;

  @Column('date', { nullable: true })
  untilDay!: string | null;
}
