/**
 * A table for a `WITH`: in `known_apart` are the pairs of registrations of one event of which the office has said that
 * they are two persons, each once with the lesser id first. It was said of those who stood there then: whoever comes in
 * the place of one of them may be the same as the other. `event` is a parameter, the event's id.
 */
export const KNOWN_APART = (event: string): string => `
  known_apart AS MATERIALIZED (
    SELECT n.one, n.other FROM not_double n
    WHERE n.event_id = ${event} AND NOT EXISTS (
      SELECT FROM registration_change c
      WHERE c.registration_id IN (n.one, n.other) AND c.what = 'swapped' AND c.at > n.at))`;
