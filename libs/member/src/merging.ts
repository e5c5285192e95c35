import { randomUUIDv7 } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { insertAll, nameKey } from '#database';
import { Contact } from './contact.entity.js';
import type { MemberFile } from './member-file.js';
import { mergeContacts } from './merging-contacts.js';
import { references } from './references.js';
import { SameMember } from './refusals.js';
import { respell } from './respell.js';
import { joined } from './stretches.js';

/**
 * Makes everything that refers to the double refer to the one that is kept, and removes the double. Its name stays
 * as a spelling, so that what people typed once still counts. Throws {@link SameMember}.
 */
export async function mergeMembers(
  manager: EntityManager,
  keep: MemberFile,
  double: MemberFile,
): Promise<void> {
  if (keep.member.id === double.member.id) throw new SameMember();
  const ids = [keep.member.id, double.member.id];
  await mergeMemberships(manager, keep, double);
  await mergeFunctions(manager, ids);
  for (const { table, column } of await references(manager, 'member')) {
    await manager.query(`UPDATE ${table} SET ${column} = $1 WHERE ${column} = $2`, ids);
  }
  await manager.query(
    `UPDATE member AS kept SET postal = coalesce(kept.postal, double.postal),
       leitweg_id = coalesce(kept.leitweg_id, double.leitweg_id)
     FROM member AS double WHERE kept.id = $1 AND double.id = $2`,
    ids,
  );
  await mergeTwins(manager, keep.member.id);
  await manager.query('DELETE FROM member WHERE id = $1', [double.member.id]);
  await respell(manager, [double.member.name], { memberId: keep.member.id });
}

async function mergeMemberships(manager: EntityManager, keep: MemberFile, double: MemberFile): Promise<void> {
  const all = [...keep.memberships, ...double.memberships];
  const whole = joined(all.map(({ fromDay, untilDay }) => ({ from: fromDay, until: untilDay })));
  await manager.query('DELETE FROM membership WHERE member_id = ANY($1)', [
    [keep.member.id, double.member.id],
  ]);
  await insertAll(
    manager,
    'membership',
    whole.map(({ from, until }) => {
      return { id: randomUUIDv7(), member_id: keep.member.id, from_day: from, until_day: until };
    }),
  );
}

// A function that both have is one from now on. Where both had a holder at the same time, the kept one's stays.
async function mergeFunctions(manager: EntityManager, [keepId, doubleId]: string[]): Promise<void> {
  const twins: { kept: string; twin: string }[] = await manager.query(
    `SELECT kept.id AS kept, twin.id AS twin FROM member_function kept
     JOIN member_function twin ON twin.name_key = kept.name_key AND twin.member_id = $2 WHERE kept.member_id = $1`,
    [keepId, doubleId],
  );
  for (const { kept, twin } of twins) {
    await manager.query(
      `DELETE FROM function_term AS t WHERE t.function_id = $2 AND EXISTS (
         SELECT FROM function_term AS k WHERE k.function_id = $1
         AND daterange(k.from_day, k.until_day, '[]') && daterange(t.from_day, t.until_day, '[]'))`,
      [kept, twin],
    );
    for (const { table, column } of await references(manager, 'member_function')) {
      await manager.query(`UPDATE ${table} SET ${column} = $1 WHERE ${column} = $2`, [kept, twin]);
    }
    await manager.query('DELETE FROM member_function WHERE id = $1', [twin]);
  }
}

// Who was written down at both, with one address, is one person.
async function mergeTwins(manager: EntityManager, memberId: string): Promise<void> {
  const contacts = await manager.find(Contact, { where: { memberId }, order: { createdAt: 'ASC' } });
  const alike = Map.groupBy(contacts, ({ firstName, lastName, emailKey }) =>
    JSON.stringify([nameKey(`${firstName} ${lastName}`), emailKey]),
  );
  for (const [kept, ...twins] of alike.values()) {
    for (const twin of twins) if (kept) await mergeContacts(manager, kept.id, twin.id);
  }
}
