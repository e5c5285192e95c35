import { randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { type EntityManager, In } from 'typeorm';
import { AuditService } from '#audit';
import { cleanLine, nameKey } from '#database';
import { inDirectory } from './in-directory.js';
import { Member } from './member.entity.js';
import { Municipality, OrganizationSpelling } from './municipality.entity.js';
import { MemberUnknown } from './refusals.js';
import { respell } from './respell.js';

/** What a typed organization means. */
export interface Meaning {
  name: string;
  /** Missing for a municipality that is no member. */
  memberId?: string;
  /** Cities, districts and municipalities that are no members; not other organizations. */
  isMunicipality: boolean;
}

/** What people type as their organization, and what it means. */
@Injectable()
export class SpellingService {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly audit: AuditService,
  ) {}

  /** What each of these names means, by the name as given; what nobody knows is left out. Three queries at most. */
  async resolve(names: readonly string[]): Promise<Map<string, Meaning>> {
    const keys = new Map(names.map((name) => [name, nameKey(name)]));
    const known = await this.meanings([...new Set(keys.values())]);
    return new Map(
      [...keys].flatMap(([name, key]) => {
        const meaning = known.get(key);
        return meaning ? [[name, meaning] as const] : [];
      }),
    );
  }

  /**
   * Declares that these spellings mean the target: a member by id, or whoever is known by that name; what nobody
   * knows becomes a municipality. Answers the name under which they count from now on. Throws {@link MemberUnknown}.
   */
  async merge(
    spellings: readonly string[],
    target: string | { memberId: string },
    actor: string,
  ): Promise<string> {
    return inDirectory(this.manager, async (manager) => {
      const known = await this.known(target, manager);
      const name = known?.name ?? cleanLine(String(target));
      const meant = known?.memberId ? { memberId: known.memberId } : await municipalityOf(manager, name);
      await respell(manager, spellings, meant);
      await this.audit.record(manager, {
        actor,
        action: 'spelling.merge',
        subject:
          'memberId' in meant
            ? { type: 'member', id: meant.memberId }
            : { type: 'municipality', id: meant.municipalityId },
        after: { spellings, name },
      });
      return name;
    });
  }

  /** Names of all members, present and former, and of all municipalities known: what a form may suggest. */
  async suggestions(): Promise<string[]> {
    const rows: { name: string }[] = await this.manager.query(
      `SELECT name FROM (SELECT name FROM member UNION SELECT name FROM municipality) AS known
       ORDER BY name COLLATE "und-x-icu"`,
    );
    return rows.map(({ name }) => name);
  }

  private async known(
    target: string | { memberId: string },
    manager: EntityManager,
  ): Promise<Meaning | undefined> {
    if (typeof target === 'string')
      return (await this.meanings([nameKey(target)], manager)).get(nameKey(target));
    const member = await manager.findOneBy(Member, { id: target.memberId });
    if (!member) throw new MemberUnknown();
    return meaningOf(member);
  }

  private async meanings(
    keys: readonly string[],
    manager: EntityManager = this.manager,
  ): Promise<Map<string, Meaning>> {
    const members = await manager.find(Member, { select: { id: true, name: true, kind: true } });
    const byId = new Map(members.map((member) => [member.id, meaningOf(member)]));
    const spellings = await manager.findBy(OrganizationSpelling, { spellingKey: In([...keys]) });
    const municipalities = await manager.find(Municipality, {
      where: [
        { nameKey: In([...keys]) },
        { id: In(spellings.flatMap(({ municipalityId }) => municipalityId ?? [])) },
      ],
    });
    const places = new Map(
      municipalities.map(({ id, name }): [string, Meaning] => [id, { name, isMunicipality: true }]),
    );
    // What the office declared comes before what a name happens to be.
    return new Map(
      [
        ...municipalities.map(({ id, nameKey }) => [nameKey, places.get(id)] as const),
        ...members.map(({ id, name }) => [nameKey(name), byId.get(id)] as const),
        ...spellings.map(
          ({ spellingKey, memberId, municipalityId }) =>
            [spellingKey, byId.get(memberId ?? '') ?? places.get(municipalityId ?? '')] as const,
        ),
      ].filter((entry): entry is [string, Meaning] => entry[1] !== undefined),
    );
  }
}

const meaningOf = ({ id, name, kind }: Pick<Member, 'id' | 'name' | 'kind'>): Meaning => {
  return { name, memberId: id, isMunicipality: kind !== 'organization' };
};

async function municipalityOf(manager: EntityManager, name: string): Promise<{ municipalityId: string }> {
  const key = nameKey(name);
  const known = await manager.findOneBy(Municipality, { nameKey: key });
  if (known) return { municipalityId: known.id };
  const id = randomUUIDv7();
  await manager.insert(Municipality, { id, name, nameKey: key });
  return { municipalityId: id };
}
