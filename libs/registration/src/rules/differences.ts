/** Of two states of the same thing what is not the same, before and after; for the books of who changed what. */
export function differences(before: object, after: object): { before: object; after: object } {
  const was = Object.entries(before);
  const is = Object.entries(after);
  return { before: missingIn(was, after), after: missingIn(is, before) };
}

const missingIn = (entries: readonly [string, unknown][], other: object): object =>
  Object.fromEntries(
    entries.filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(Reflect.get(other, key))),
  );
