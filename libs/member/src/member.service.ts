import { randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import { AuditService } from '#audit';
import { Clock } from '#config';
import { addressKey, insertAll, nameKey, type Rows, type Statement } from '#database';
import { officeDay } from './directory-day.js';
import { inDirectory } from './in-directory.js';
import { Member, MemberDomain, type MemberKind, Membership } from './member.entity.js';
import {
  assertDomainsFree,
  assertNameFree,
  domainRows,
  fileOf,
  insertMembers,
  type MemberFile,
  type NewMember,
} from './member-file.js';
import { listMembers, type MemberFilter, type MemberPage } from './member-list.js';
import { MemberMerges } from './member-merges.js';
import { mergeMembers } from './merging.js';
import { respell } from './respell.js';
import { resigned, withStretch } from './stretches.js';

/** What may be changed about a member; what is left out stays, the domains given are all it has then. */
export type MemberChanges = Partial<Omit<NewMember, 'from' | 'until'>>;

/** A member by name. */
export interface MemberName {
  id: string;
  name: string;
  kind: MemberKind;
}

/** The books of who is a member, and was when. Every change is written into the audit. */
@Injectable()
export class MemberService {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly audit: AuditService,
    private readonly merges: MemberMerges,
    private readonly clock: Clock,
  ) {}

  /** Enters members with one membership each, in one transaction; for a first filling of the books. */
  async enter(members: readonly NewMember[], at: Temporal.Instant): Promise<void> {
    await inDirectory(this.manager, async (manager) => {
      await insertMembers(
        manager,
        members.map((member) => ({ ...member, id: randomUUIDv7() })),
        at,
      );
    });
  }

  /** Enters one member; throws {@link MemberExists} or {@link DomainClaimed}. Answers its id. */
  async add(member: NewMember, actor: string): Promise<string> {
    const id = randomUUIDv7();
    await inDirectory(this.manager, async (manager) => {
      withStretch([], { from: member.from, until: member.until ?? null });
      await assertNameFree(manager, id, member.name);
      await assertDomainsFree(manager, id, member.domains ?? []);
      await insertMembers(manager, [{ ...member, id }], this.clock.now());
      await this.note(manager, actor, 'member.add', id, undefined, member);
    });
    return id;
  }

  /** Changes a member; throws {@link MemberUnknown}, {@link MemberExists} or {@link DomainClaimed}. */
  async change(id: string, { domains, ...facts }: MemberChanges, actor: string): Promise<void> {
    await inDirectory(this.manager, async (manager) => {
      const before = await fileOf(manager, id);
      const { member } = before;
      if (facts.name !== undefined) await assertNameFree(manager, id, facts.name);
      const after = {
        name: facts.name ?? member.name,
        kind: facts.kind ?? member.kind,
        postal: 'postal' in facts ? (facts.postal ?? null) : member.postal,
        leitwegId: 'leitwegId' in facts ? (facts.leitwegId ?? null) : member.leitwegId,
      };
      await manager.update(Member, id, { ...after, changedAt: this.clock.now() });
      // Who registered under the old name still came from here.
      if (nameKey(after.name) !== nameKey(member.name))
        await respell(manager, [member.name], { memberId: id });
      if (domains) {
        await assertDomainsFree(manager, id, domains);
        await manager.delete(MemberDomain, { memberId: id });
        await insertAll(manager, 'member_domain', domainRows(id, domains));
      }
      const { name, kind, postal, leitwegId } = member;
      const was = { name, kind, postal, leitwegId, domains: before.domains };
      await this.note(manager, actor, 'member.change', id, was, {
        ...after,
        domains: domains ?? was.domains,
      });
    });
  }

  /**
   * Ends the latest membership with that day; again, it corrects that day. Throws MembershipBackwards for a
   * day before the entry, NoMembership.
   */
  async resign(memberId: string, day: string, actor: string): Promise<void> {
    await inDirectory(this.manager, async (manager) => {
      const { memberships } = await fileOf(manager, memberId);
      const history = memberships.map(({ id, fromDay, untilDay }) => ({
        id,
        from: fromDay,
        until: untilDay,
      }));
      const { id, until } = resigned(history, day);
      const before = history.find((stretch) => stretch.id === id);
      await manager.update(Membership, id, { untilDay: until });
      await this.note(manager, actor, 'member.resign', memberId, { until: before?.until }, { until });
    });
  }

  /** Begins another membership; throws MembershipOverlaps where the member is one on or after that day. */
  async rejoin(memberId: string, day: string, actor: string): Promise<void> {
    await inDirectory(this.manager, async (manager) => {
      const { memberships } = await fileOf(manager, memberId);
      const history = memberships.map(({ fromDay, untilDay }) => ({ from: fromDay, until: untilDay }));
      withStretch(history, { from: day, until: null });
      await manager.insert(Membership, { id: randomUUIDv7(), memberId, fromDay: day, untilDay: null });
      await this.note(manager, actor, 'member.rejoin', memberId, undefined, { from: day });
    });
  }

  /** Makes two rows of one member into one: everything that speaks of the double speaks of `keepId` then. */
  async merge(keepId: string, doubleId: string, actor: string): Promise<void> {
    await inDirectory(this.manager, async (manager) => {
      const [keep, double] = [await fileOf(manager, keepId), await fileOf(manager, doubleId)];
      if (keepId !== doubleId) await this.merges.tell({ keep: keepId, double: doubleId }, manager);
      await mergeMembers(manager, keep, double);
      const { member, memberships, domains } = double;
      const before = { id: member.id, name: member.name, domains, memberships: memberships.map(stretchOf) };
      await this.note(manager, actor, 'member.merge', keepId, before, { name: keep.member.name });
    });
  }

  /** One page of the members by name; `state` is as of today. */
  list(filter: MemberFilter = {}): Promise<MemberPage> {
    return listMembers(this.manager, filter, officeDay(this.clock.now()));
  }

  /** A member with its history; throws {@link MemberUnknown}. */
  byId(id: string): Promise<MemberFile> {
    return fileOf(this.manager, id);
  }

  /** All members there are or ever were, in alphabetical order. */
  names(): Promise<MemberName[]> {
    return this.manager.query('SELECT id, name, kind FROM member ORDER BY name COLLATE "und-x-icu", id');
  }

  /** Who is a member on that day (`YYYY-MM-DD`), in alphabetical order. */
  current(day: string, manager: EntityManager = this.manager): Promise<MemberName[]> {
    return manager.query(
      `SELECT m.id, m.name, m.kind FROM member m JOIN membership s ON s.member_id = m.id
       WHERE $1::date BETWEEN s.from_day AND coalesce(s.until_day, 'infinity')
       ORDER BY m.name COLLATE "und-x-icu"`,
      [day],
    );
  }

  /** The ids of those of these names that are members on that day, by name. */
  async idsOf(
    names: readonly string[],
    day: string,
    manager: EntityManager = this.manager,
  ): Promise<Map<string, string>> {
    const { text, values = [] } = idsStatement(names, day);
    return idsIn(await manager.query(text, [...values]));
  }

  /** Names of those who are members on that day (`YYYY-MM-DD`), in alphabetical order. */
  async namesOn(day: string, manager: EntityManager = this.manager): Promise<string[]> {
    return (await this.current(day, manager)).map(({ name }) => name);
  }

  /** The member whose people write from this domain or from one below it ("amt.essen.de"). */
  async ofDomain(domain: string): Promise<MemberName | undefined> {
    const labels = domain.toLowerCase().split('.');
    const above = labels.map((_, index) => labels.slice(index).join('.'));
    const [found]: MemberName[] = await this.manager.query(
      `SELECT m.id, m.name, m.kind FROM member_domain d JOIN member m ON m.id = d.member_id
       WHERE d.domain = ANY($1) ORDER BY length(d.domain) DESC LIMIT 1`,
      [above],
    );
    return found;
  }

  /**
   * The members of that day whose people these addresses are, by address: those of their contacts, and those under
   * a domain of theirs. An address that belongs to several is nobody's.
   */
  async ofAddresses(
    addresses: readonly string[],
    day: string,
    manager: EntityManager = this.manager,
  ): Promise<Map<string, string>> {
    if (addresses.length === 0) return new Map();
    const rows: { address: string; member: string }[] = await manager.query(OF_ADDRESSES, [
      [...addresses],
      addresses.map(addressKey),
      day,
    ]);
    return new Map(rows.map(({ address, member }) => [address, member]));
  }

  private note(
    manager: EntityManager,
    actor: string,
    action: string,
    id: string,
    before?: object,
    after?: object,
  ) {
    return this.audit.record(manager, { actor, action, subject: { type: 'member', id }, before, after });
  }
}

const stretchOf = ({ fromDay, untilDay }: Membership) => ({ from: fromDay, until: untilDay });

/** Asks for the ids of those of these names that are members on that day, to be sent together with other statements. */
export const idsStatement = (names: readonly string[], day: string): Statement => ({
  text: `SELECT m.id, m.name FROM member m JOIN membership s ON s.member_id = m.id
    WHERE m.name = ANY ($2) AND $1::date BETWEEN s.from_day AND coalesce(s.until_day, 'infinity')`,
  values: [day, names],
});

/** The ids by name in the rows of {@link idsStatement}. */
export const idsIn = (rows: Rows): Map<string, string> =>
  new Map(rows.map(({ id, name }) => [String(name), String(id)]));

// A contact's own address says more than the domain it is under.
const OF_ADDRESSES = `
  SELECT asked.address, coalesce(contacts.member, domains.member) AS member
  FROM unnest($1::text[], $2::text[]) AS asked (address, key),
  LATERAL (SELECT CASE WHEN count(DISTINCT c.member_id) = 1 THEN min(c.member_id::text) END AS member
    FROM contact c JOIN membership s ON s.member_id = c.member_id
    WHERE c.email_key = asked.key AND (c.left_on IS NULL OR c.left_on > $3::date)
      AND $3::date BETWEEN s.from_day AND coalesce(s.until_day, 'infinity')) AS contacts,
  LATERAL (SELECT min(d.member_id::text) AS member FROM (
    SELECT d.member_id FROM member_domain d JOIN membership s ON s.member_id = d.member_id
    WHERE (split_part(asked.key, '@', 2) = d.domain OR right(asked.key, length(d.domain) + 1) = '.' || d.domain)
      AND $3::date BETWEEN s.from_day AND coalesce(s.until_day, 'infinity')
    ORDER BY length(d.domain) DESC LIMIT 1) AS d) AS domains
  WHERE coalesce(contacts.member, domains.member) IS NOT NULL`;
