import { nameKey } from '#database';

interface Name {
  firstName: string;
  lastName: string;
}

/**
 * Whether both are the same name for certain: spelled otherwise, or with first and last name exchanged. A letter more
 * or less may be a colleague, or a sister.
 */
export function isSameName(before: Name, after: Name): boolean {
  const [first, last] = [nameKey(before.firstName), nameKey(before.lastName)];
  const [newFirst, newLast] = [nameKey(after.firstName), nameKey(after.lastName)];
  return (first === newFirst && last === newLast) || (first === newLast && last === newFirst);
}

/**
 * Whether the one name may be the other with a slip mended: a few letters, first and last name exchanged, or another last
 * name of the same first name. For where somebody says that it is the same person, and never to guess it.
 */
export function isCorrection(before: Name, after: Name): boolean {
  const [first, last] = [nameKey(before.firstName), nameKey(before.lastName)];
  const [newFirst, newLast] = [nameKey(after.firstName), nameKey(after.lastName)];
  return (
    isSameName(before, after) || first === newFirst || (isNear(first, newFirst) && isNear(last, newLast))
  );
}

// One letter of three may be wrong; or the name was cut short.
function isNear(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length > 0 && long.startsWith(short)) return true;
  return distance(one, other) <= Math.max(1, Math.floor(long.length / 3));
}

/** How many letters must be put, taken or changed to make the one of the other. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1];
    for (let to = 1; to <= other.length; to += 1) {
      const changed = (row[to - 1] as number) + Number(letter !== other[to - 1]);
      next.push(Math.min(changed, (row[to] as number) + 1, (next[to - 1] as number) + 1));
    }
    row = next;
  }
  return row[other.length] as number;
}
