const MINUTES = [1, 5, 15, 30, 60, 120, 240, 360] as const;

/** How long we go on trying, from a message's first attempt on. */
export const PERSEVERANCE = Temporal.Duration.from({ hours: 72 });

/**
 * When to try again after so many attempts, the first of them at `since`: after growing pauses, for three days, the
 * last time exactly at their end. Undefined when they are over.
 */
export function nextAttempt(
  attempts: number,
  since: Temporal.Instant,
  now: Temporal.Instant,
): Temporal.Instant | undefined {
  const end = since.add(PERSEVERANCE);
  if (Temporal.Instant.compare(now, end) >= 0) return undefined;
  const next = now.add({ minutes: MINUTES[attempts - 1] ?? MINUTES.at(-1) });
  return Temporal.Instant.compare(next, end) < 0 ? next : end;
}
