import { toInstant } from '#database';
import { GOING_FIRST } from '#registration';
import type { Attendee, AttendeeFilter } from './attendee.js';
import { ALIKE } from './doubles-sql.js';

/**
 * Tables for a `WITH`: in `matching` are the registrations of the event `$1` that contain all of the patterns `$2`,
 * with their positions in the waiting list and their marks. Each table is read once, whatever the planner believes
 * about the number of rows.
 */
export const MATCHING = `
  ${ALIKE},
  ${GOING_FIRST('ARRAY[$1]')},
  maybe_double AS MATERIALIZED (
    SELECT DISTINCT id FROM alike, LATERAL unnest(ids) AS own (id)
    WHERE cardinality(ids) - 1 > (SELECT count(*) FROM known_apart k
      WHERE (k.one = id AND k.other = ANY (ids)) OR (k.other = id AND k.one = ANY (ids)))),
  last_day AS (
    SELECT max(left(ends_local, 10)::date) AS day FROM event_date
    WHERE event_id = $1 AND status = 'planned'),
  resigned AS MATERIALIZED (
    SELECT m.id, m.name FROM member m, last_day
    WHERE EXISTS (SELECT FROM membership s WHERE s.member_id = m.id AND s.until_day < last_day.day)
      AND NOT EXISTS (SELECT FROM membership s WHERE s.member_id = m.id
        AND last_day.day BETWEEN s.from_day AND coalesce(s.until_day, 'infinity'))),
  resigned_name AS MATERIALIZED (
    SELECT lower(name) AS name FROM resigned
    UNION SELECT lower(o.spelling) FROM organization_spelling o JOIN resigned ON resigned.id = o.member_id),
  matching AS (
    SELECT * FROM (
      SELECT *,
        CASE status WHEN 'waitlisted'
          THEN (row_number() OVER (PARTITION BY status, attendance
            ORDER BY id NOT IN (SELECT id FROM going_first), line))::integer END AS position,
        coalesce(member_id IN (SELECT id FROM resigned),
          lower(organization) IN (SELECT name FROM resigned_name), false) AS member_has_left,
        id IN (SELECT id FROM maybe_double) AS maybe_double
      FROM registration
      LEFT JOIN (SELECT id AS known_member, name AS member_name FROM member) AS known ON known_member = member_id
      WHERE event_id = $1) AS listed
    WHERE concat_ws(' ', first_name, last_name, name_key, email, organization, member_name, reference, replace(reference, '-', ''),
      CASE WHEN NOT named THEN 'N. N.' END) ILIKE ALL ($2::text[]))`;

/** A condition on `matching`: the status and the mark of these parameters, where they are given. */
export const NARROWED = (status: string, mark: string): string => `
  (${status}::text IS NULL OR status = ${status})
  AND (${mark}::text IS NULL OR CASE ${mark} WHEN 'double' THEN maybe_double ELSE member_has_left END)`;

/** The columns of an Attendee; see {@link attendeeOf}. */
export const ATTENDEE = `
  id, reference, status, position, attendance, named, last_name AS "lastName", first_name AS "firstName", email,
  coalesce(organization, member_name) AS organization, language, copy_to AS "copyTo", expires_at AS "expiresAt", created_at AS "createdAt",
  member_has_left AS "memberHasLeft", maybe_double AS "maybeDouble"`;

/** As a person sorts names: Ö beside O, small letters beside capitals, whatever the database's own order is. */
export const BY_NAME = `last_name COLLATE "und-x-icu", first_name COLLATE "und-x-icu", id`;

/** The patterns of a search, one for each word; none for an empty one. */
export function patternsOf({ search = '' }: AttendeeFilter): string[] {
  const words = search.replaceAll('\0', '').toWellFormed().normalize('NFC').split(/\s+/).filter(Boolean);
  return words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
}

/** The columns as pg reads them. */
export type AttendeeRow = Omit<Attendee, 'createdAt' | 'expiresAt'> & {
  createdAt: Date;
  expiresAt: Date | null;
};

export const attendeeOf = (row: AttendeeRow): Attendee => ({
  ...row,
  createdAt: toInstant(row.createdAt),
  expiresAt: row.expiresAt && toInstant(row.expiresAt),
});
