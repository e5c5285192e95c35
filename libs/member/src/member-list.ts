import type { EntityManager } from 'typeorm';
import { cleanLine } from '#database';
import type { MemberKind } from './member.entity.js';

/** Which members to list; `state` is as of `day`. */
export interface MemberFilter {
  /** Words that must all occur in name, address or domains. */
  search?: string;
  kind?: MemberKind;
  state?: 'current' | 'former';
  /** Counted from 1. */
  page?: number;
}

/** A member in a list. */
export interface MemberLine {
  id: string;
  name: string;
  kind: MemberKind;
  /** First and last day of the latest membership; both null without any. */
  since: string | null;
  until: string | null;
  contacts: number;
}

export interface MemberPage {
  members: MemberLine[];
  /** How many match, over all pages. */
  total: number;
  /** Number of pages; at least one. */
  pages: number;
}

const SIZE = 50;

/** One page of the members, by name. */
export async function listMembers(
  manager: EntityManager,
  { search = '', kind, state, page = 1 }: MemberFilter,
  day: string,
): Promise<MemberPage> {
  const rows: (MemberLine & { total: number })[] = await manager.query(
    `WITH listed AS (
       SELECT m.id, m.name, m.kind, latest.from_day::text AS since, latest.until_day::text AS until,
         EXISTS (SELECT FROM membership s WHERE s.member_id = m.id
           AND $3::date BETWEEN s.from_day AND coalesce(s.until_day, 'infinity')) AS current
       FROM member m
       LEFT JOIN LATERAL (SELECT from_day, until_day FROM membership s WHERE s.member_id = m.id
         ORDER BY from_day DESC LIMIT 1) AS latest ON true
       WHERE ($1::text IS NULL OR m.kind = $1)
         AND concat_ws(' ', m.name, m.postal,
           (SELECT string_agg(d.domain, ' ') FROM member_domain d WHERE d.member_id = m.id)) ILIKE ALL ($2::text[]))
     SELECT id, name, kind, since, until, (count(*) OVER ())::integer AS total,
       (SELECT count(*)::integer FROM contact c WHERE c.member_id = listed.id
         AND (c.left_on IS NULL OR c.left_on >= $3::date)) AS contacts
     FROM listed WHERE $4::boolean IS NULL OR current = $4
     ORDER BY name COLLATE "und-x-icu", id LIMIT ${SIZE} OFFSET $5`,
    [kind ?? null, patternsOf(search), day, state ? state === 'current' : null, (page - 1) * SIZE],
  );
  const total = rows[0]?.total ?? 0;
  return {
    members: rows.map(({ total: _, ...line }) => line),
    total,
    pages: Math.max(1, Math.ceil(total / SIZE)),
  };
}

const patternsOf = (search: string): string[] =>
  cleanLine(search)
    .split(' ')
    .filter(Boolean)
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
