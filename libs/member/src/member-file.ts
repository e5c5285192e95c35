import { randomUUIDv7 } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { insertAll, nameKey } from '#database';
import { Member, MemberDomain, type MemberKind, Membership } from './member.entity.js';
import { DomainClaimed, MemberExists, MemberUnknown } from './refusals.js';

/** What is needed to enter a member into the books; days are `YYYY-MM-DD`, both ends count. */
export interface NewMember {
  name: string;
  kind: MemberKind;
  from: string;
  until?: string;
  /** In one line. */
  postal?: string;
  /** With right check digits; `memberSchema` looks. */
  leitwegId?: string;
  domains?: string[];
}

/** A member with its history, earliest membership first, and its domains. */
export interface MemberFile {
  member: Member;
  memberships: Membership[];
  domains: string[];
}

/** A member as it stands; throws {@link MemberUnknown}. */
export async function fileOf(manager: EntityManager, id: string): Promise<MemberFile> {
  const member = await manager.findOneBy(Member, { id });
  if (!member) throw new MemberUnknown();
  const memberships = await manager.find(Membership, { where: { memberId: id }, order: { fromDay: 'ASC' } });
  const domains = await manager.find(MemberDomain, { where: { memberId: id }, order: { domain: 'ASC' } });
  return { member, memberships, domains: domains.map(({ domain }) => domain) };
}

/** Writes new members with one membership each. */
export async function insertMembers(
  manager: EntityManager,
  members: readonly (NewMember & { id: string })[],
  at: Temporal.Instant,
): Promise<void> {
  const [created_at, changed_at] = [at.toString(), at.toString()];
  await insertAll(
    manager,
    'member',
    members.map(({ id, name, kind, postal, leitwegId }) => {
      return {
        id,
        name,
        kind,
        postal: postal ?? null,
        leitweg_id: leitwegId ?? null,
        created_at,
        changed_at,
      };
    }),
  );
  await insertAll(
    manager,
    'membership',
    members.map(({ id, from, until }) => {
      return { id: randomUUIDv7(), member_id: id, from_day: from, until_day: until ?? null };
    }),
  );
  await insertAll(
    manager,
    'member_domain',
    members.flatMap(({ id, domains = [] }) => domainRows(id, domains)),
  );
}

/** A member's domains as rows. */
export const domainRows = (memberId: string, domains: readonly string[]) =>
  domains.map((domain) => ({ domain, member_id: memberId }));

/** Throws {@link MemberExists} where another member is called alike. */
export async function assertNameFree(manager: EntityManager, id: string, name: string): Promise<void> {
  const members = await manager.find(Member, { select: { id: true, name: true } });
  const other = members.find((member) => member.id !== id && nameKey(member.name) === nameKey(name));
  if (other) throw new MemberExists(other.name);
}

/** Throws {@link DomainClaimed} where one of the domains is another member's. */
export async function assertDomainsFree(
  manager: EntityManager,
  id: string,
  domains: readonly string[],
): Promise<void> {
  const [claimed]: { domain: string; name: string }[] = await manager.query(
    `SELECT d.domain, m.name FROM member_domain d JOIN member m ON m.id = d.member_id
     WHERE d.domain = ANY($1) AND d.member_id <> $2 ORDER BY d.domain LIMIT 1`,
    [domains, id],
  );
  if (claimed) throw new DomainClaimed(claimed.domain, claimed.name);
}
