import type { Decision } from '../settle/ask.js';
import type { Case } from './desk-case.js';

/** A limit was counted as if the desk did what it does not: what came together is to be asked again one by one. */
class CountedWrongly extends Error {}

/** Throws {@link CountedWrongly} where somebody was let in or refused because of what has not come about. */
export function mustHaveComeAbout(cases: readonly Case[], decisions: ReadonlyMap<Case, Decision>): void {
  const isWrong = (one: Case) => one.isCountedOn && !isDoneAsAsked(decisions.get(one));
  if (cases.some(isWrong)) throw new CountedWrongly();
}

// Who joins two places of theirs leaves one more address, or comes to none.
function isDoneAsAsked(decision: Decision | undefined): boolean {
  if (decision?.outcome === 'registered') return true;
  return decision?.outcome === 'done' && !decision.yieldsTo && !decision.replaces;
}
