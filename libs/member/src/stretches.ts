import { MembershipBackwards, MembershipOverlaps, NoMembership } from './refusals.js';

/** One stretch of being a member, by whole days `YYYY-MM-DD`; both ends count, an open end is null. */
export interface Stretch {
  from: string;
  until: string | null;
}

// ISO days compare as text; no day is later than the open end.
const OPEN = '9999-12-31';
const endOf = ({ until }: Stretch): string => until ?? OPEN;

export const isCurrent = (stretch: Stretch, day: string): boolean =>
  stretch.from <= day && day <= endOf(stretch);

const overlap = (a: Stretch, b: Stretch): boolean => a.from <= endOf(b) && b.from <= endOf(a);

/** The history with one more stretch; throws {@link MembershipBackwards} or {@link MembershipOverlaps}. */
export function withStretch<S extends Stretch>(history: readonly S[], added: S): S[] {
  if (added.until !== null && added.until < added.from) throw new MembershipBackwards(added.from);
  const other = history.find((stretch) => overlap(stretch, added));
  if (other) throw new MembershipOverlaps(other);
  return [...history, added].sort(byDay);
}

/**
 * The stretch that a resignation ends: the latest one, also where it has ended on another day, which was a mistake
 * then. Throws {@link NoMembership} where there is none, {@link MembershipBackwards} for a day before the entry.
 */
export function resigned<S extends Stretch>(history: readonly S[], day: string): S {
  const latest = history.toSorted(byDay).at(-1);
  if (!latest) throw new NoMembership();
  if (day < latest.from) throw new MembershipBackwards(latest.from);
  return { ...latest, until: day };
}

/** Both histories as one, where they touch or overlap as one stretch: what remains when doubles become one. */
export function joined(stretches: readonly Stretch[]): Stretch[] {
  const whole: Stretch[] = [];
  for (const next of stretches.toSorted(byDay)) {
    const last = whole.at(-1);
    if (!last || next.from > dayAfter(endOf(last))) whole.push({ from: next.from, until: next.until });
    else if (endOf(next) > endOf(last)) last.until = next.until;
  }
  return whole;
}

export const byDay = (a: Stretch, b: Stretch): number => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0);

export const dayAfter = (day: string): string => shifted(day, 1);
export const dayBefore = (day: string): string => shifted(day, -1);

const shifted = (day: string, days: number): string =>
  day === OPEN ? OPEN : Temporal.PlainDate.from(day).add({ days }).toString();
