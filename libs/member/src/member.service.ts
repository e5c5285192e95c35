import { randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import { Member, type MemberKind, Membership } from './member.entity.js';

/** What is needed to enter a member into the books; days are `YYYY-MM-DD`, both ends count. */
export interface NewMember {
  name: string;
  kind: MemberKind;
  from: string;
  until?: string;
}

/** The books of who is a member, and was when. */
@Injectable()
export class MemberService {
  constructor(@InjectEntityManager() private readonly manager: EntityManager) {}

  /** Enters members with one membership each, in one transaction. */
  async enter(members: readonly NewMember[], at: Temporal.Instant): Promise<void> {
    await this.manager.transaction(async (manager) => {
      const rows = members.map((member) => ({ ...member, id: randomUUIDv7() }));
      await manager.insert(
        Member,
        rows.map(({ id, name, kind }) => ({ id, name, kind, createdAt: at })),
      );
      await manager.insert(
        Membership,
        rows.map(({ id, from, until }) => ({
          id: randomUUIDv7(),
          memberId: id,
          fromDay: from,
          untilDay: until ?? null,
        })),
      );
    });
  }

  /** Names of those who are members on that day (`YYYY-MM-DD`), in alphabetical order. */
  async namesOn(day: string, manager: EntityManager = this.manager): Promise<string[]> {
    const rows: { name: string }[] = await manager.query(
      `SELECT m.name FROM member m JOIN membership s ON s.member_id = m.id
       WHERE $1::date BETWEEN s.from_day AND coalesce(s.until_day, 'infinity') ORDER BY m.name`,
      [day],
    );
    return rows.map((row) => row.name);
  }
}
