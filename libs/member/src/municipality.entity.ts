import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A municipality that is no member; participants are counted by where they come from. */
@Entity('municipality')
export class Municipality {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  nameKey!: string;
}

/** What people typed as their organization, and which member or municipality it means. */
@Entity('organization_spelling')
export class OrganizationSpelling {
  @PrimaryColumn('text')
  spellingKey!: string;

  @Column('text')
  spelling!: string;

  @Column('uuid', { nullable: true })
  memberId!: string | null;

  @Column('uuid', { nullable: true })
  municipalityId!: string | null;
}
