import { randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import { AuditService } from '#audit';
import { nameKey } from '#database';
import { Contact } from './contact.entity.js';
import { inDirectory } from './in-directory.js';
import { FunctionTerm, MemberFunction } from './member-function.entity.js';
import { HeldSince, NotOfThisMember } from './refusals.js';
import { dayBefore } from './stretches.js';

/** A function of a member with everybody who held it, the latest first. */
export interface FunctionFile {
  id: string;
  name: string;
  terms: { contactId: string; from: string; until: string | null }[];
}

/** The functions at members ("climate officer"), which outlive their holders. */
@Injectable()
export class FunctionService {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly audit: AuditService,
  ) {}

  /**
   * Gives a function to a contact of the member from that day on, and makes the function if the member has none of
   * that name; whoever held it until then ends the day before. Throws {@link NotOfThisMember} or {@link HeldSince}.
   */
  async assign(
    memberId: string,
    { name, contactId, from }: { name: string; contactId: string; from: string },
    actor: string,
  ): Promise<string> {
    return inDirectory(this.manager, async (manager) => {
      if (!(await manager.existsBy(Contact, { id: contactId, memberId }))) throw new NotOfThisMember();
      const functionId = await functionOf(manager, memberId, name);
      const terms = await manager.find(FunctionTerm, { where: { functionId }, order: { fromDay: 'DESC' } });
      const [latest] = terms;
      if (latest && (latest.untilDay ?? from) >= from) {
        if (latest.contactId === contactId && latest.untilDay === null) return functionId;
        if (latest.fromDay >= from) throw new HeldSince(latest.fromDay);
        await manager.update(FunctionTerm, latest.id, { untilDay: dayBefore(from) });
      }
      await manager.insert(FunctionTerm, {
        id: randomUUIDv7(),
        functionId,
        contactId,
        fromDay: from,
        untilDay: null,
      });
      await this.audit.record(manager, {
        actor,
        action: 'function.assign',
        subject: { type: 'member', id: memberId },
        before: latest && { contactId: latest.contactId },
        after: { name, contactId, from },
      });
      return functionId;
    });
  }

  /** All functions of a member by name. */
  async ofMember(memberId: string): Promise<FunctionFile[]> {
    return this.manager.query(
      `SELECT f.id, f.name, coalesce(jsonb_agg(jsonb_build_object(
           'contactId', t.contact_id, 'from', t.from_day::text, 'until', t.until_day::text)
         ORDER BY t.from_day DESC) FILTER (WHERE t.id IS NOT NULL), '[]') AS terms
       FROM member_function f LEFT JOIN function_term t ON t.function_id = f.id
       WHERE f.member_id = $1 GROUP BY f.id ORDER BY f.name COLLATE "und-x-icu"`,
      [memberId],
    );
  }

  /** Function names that any current member has, with the functions behind each: for "invite all climate officers". */
  async names(): Promise<{ name: string; functionIds: string[] }[]> {
    return this.manager.query(
      `SELECT min(name) AS name, array_agg(id) AS "functionIds" FROM member_function
       GROUP BY name_key ORDER BY min(name) COLLATE "und-x-icu"`,
    );
  }
}

async function functionOf(manager: EntityManager, memberId: string, name: string): Promise<string> {
  const key = nameKey(name);
  const known = await manager.findOneBy(MemberFunction, { memberId, nameKey: key });
  if (known) return known.id;
  const id = randomUUIDv7();
  await manager.insert(MemberFunction, { id, memberId, name, nameKey: key });
  return id;
}
