import type { EntityManager } from 'typeorm';
import { cleanLine, insertAll, nameKey } from '#database';

/** What a spelling means: one of the two. */
type SpellingTarget = { memberId: string } | { municipalityId: string };

/** Writes down that these spellings mean this member or municipality, whatever they meant before. */
export async function respell(
  manager: EntityManager,
  spellings: readonly string[],
  target: SpellingTarget,
): Promise<void> {
  const byKey = new Map(spellings.map((spelling) => [nameKey(spelling), cleanLine(spelling)]));
  await insertAll(
    manager,
    'organization_spelling',
    [...byKey].map(([spelling_key, spelling]) => ({
      spelling_key,
      spelling,
      member_id: 'memberId' in target ? target.memberId : null,
      municipality_id: 'municipalityId' in target ? target.municipalityId : null,
    })),
    `ON CONFLICT (spelling_key) DO UPDATE SET
       spelling = excluded.spelling, member_id = excluded.member_id, municipality_id = excluded.municipality_id`,
  );
}
