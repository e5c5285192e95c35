import type { EntityManager } from 'typeorm';
import { references } from './references.js';

/** Makes everything that refers to the double refer to the one that is kept, with all roles, and removes the double. */
export async function mergeContacts(manager: EntityManager, keepId: string, doubleId: string): Promise<void> {
  for (const { table, column } of await references(manager, 'contact')) {
    await manager.query(`UPDATE ${table} SET ${column} = $1 WHERE ${column} = $2`, [keepId, doubleId]);
  }
  await manager.query(
    `UPDATE contact AS kept SET email = coalesce(kept.email, double.email),
       email_key = coalesce(kept.email_key, double.email_key), phone = coalesce(kept.phone, double.phone),
       roles = ARRAY(SELECT DISTINCT unnest(kept.roles || double.roles)),
       left_on = CASE WHEN double.left_on IS NULL THEN NULL ELSE greatest(kept.left_on, double.left_on) END
     FROM contact AS double WHERE kept.id = $1 AND double.id = $2`,
    [keepId, doubleId],
  );
  await manager.query('DELETE FROM contact WHERE id = $1', [doubleId]);
}
