/** Has so many clients do this work, each the next piece as soon as it is done with one; answers in order of the work. */
export async function crowd<T, R>(
  clients: number,
  work: readonly T[],
  doIt: (piece: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const waiting = work.entries();
  const client = async () => {
    for (const [index, piece] of waiting) results[index] = await doIt(piece);
  };
  await Promise.all(Array.from({ length: clients }, client));
  return results;
}

/** Numbers from 0 to 1 that look random and are the same for the same seed. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    // mulberry32
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
