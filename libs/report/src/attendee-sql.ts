import { toInstant } from '#database';
import type { Attendee, AttendeeFilter } from './attendee.js';

/**
 * A table for a `WITH`: the registrations of the event `$1` that contain all of the patterns `$2`, with their
 * positions in the waiting list. One pass over the event's rows, whatever the planner believes about their number.
 */
export const MATCHING = `
  matching AS (
    SELECT * FROM (
      SELECT *, CASE status WHEN 'waitlisted'
        THEN (row_number() OVER (PARTITION BY status, attendance ORDER BY line))::integer END AS position
      FROM registration WHERE event_id = $1) AS listed
    WHERE concat_ws(' ', first_name, last_name, name_key, email, organization, reference, replace(reference, '-', ''))
      ILIKE ALL ($2::text[]))`;

/** The columns of an Attendee; see {@link attendeeOf}. */
export const ATTENDEE = `
  id, reference, status, position, attendance, last_name AS "lastName", first_name AS "firstName", email,
  organization, language, copy_to AS "copyTo", created_at AS "createdAt"`;

/** As a person sorts names: Ö beside O, small letters beside capitals, whatever the database's own order is. */
export const BY_NAME = `last_name COLLATE "und-x-icu", first_name COLLATE "und-x-icu", id`;

/** The patterns of a search, one for each word; none for an empty one. */
export function patternsOf({ search = '' }: AttendeeFilter): string[] {
  const words = search.replaceAll('\0', '').toWellFormed().normalize('NFC').split(/\s+/).filter(Boolean);
  return words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
}

/** The columns as pg reads them. */
export type AttendeeRow = Omit<Attendee, 'createdAt'> & { createdAt: Date };

export const attendeeOf = (row: AttendeeRow): Attendee => ({ ...row, createdAt: toInstant(row.createdAt) });
