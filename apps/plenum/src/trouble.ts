/** Something the person who typed the command can put right; the message is one line that says how. */
export class Trouble extends Error {
  override name = 'Trouble';
}

/** The code or, failing that, the words of a system error; connection attempts to several addresses hide theirs. */
export function reasonOf(error: unknown): string {
  const first = error instanceof AggregateError ? error.errors[0] : error;
  return (first as Error).message || (first as NodeJS.ErrnoException).code || String(first);
}
