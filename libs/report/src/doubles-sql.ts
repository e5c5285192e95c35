import { ACTIVE, KNOWN_APART } from '#registration';

const active = `('${ACTIVE.join("', '")}')`;

// What is left of a last name when vowels, silent and doubled letters are taken out: Meier is Maier, Schmidt Schmitt.
const SKELETON = `
  regexp_replace(regexp_replace(translate(last, 'd', 't'), '[aeiouyhäöüéèêëàâáîïíôóûú.\\s-]', '', 'g'), '([^0-9])\\1+', '\\1', 'g')`;

/**
 * A table for a `WITH`: each row of `alike` has the `ids` of active registrations at the event `$1` that may be one
 * person. That is the same name under another address; or the same address under a name that people write in several
 * ways: first and last name exchanged, the first one shortened, the last one spelled otherwise. A colleague of quite
 * another name under a shared mailbox is none. Keys are compared and not pairs, so a long list costs no more than
 * to read it. In `known_apart` are the pairs of which the office has said that they are two persons.
 */
export const ALIKE = `
  candidate AS MATERIALIZED (
    SELECT * FROM (
      SELECT id, name_key, email_key, lower(first_name) AS first, lower(last_name) AS last,
        count(*) OVER (PARTITION BY email_key) AS same_address, count(*) OVER (PARTITION BY name_key) AS same_name
      FROM registration WHERE event_id = $1 AND named AND status IN ${active}) AS counted
    WHERE same_address > 1 OR same_name > 1),
  look AS (
    SELECT id, 'n ' || name_key AS key FROM candidate WHERE same_name > 1
    UNION ALL
    SELECT id, 'e ' || email_key || ' ' || least(first, last) || ' ' || greatest(first, last)
    FROM candidate WHERE same_address > 1
    UNION ALL
    SELECT id, 'f ' || email_key || ' ' || left(first, 1) || ' ' || coalesce(nullif(${SKELETON}, ''), last)
    FROM candidate WHERE same_address > 1),
  alike AS MATERIALIZED (SELECT array_agg(id) AS ids FROM look GROUP BY key HAVING count(*) > 1),
  ${KNOWN_APART('$1')}`;
