import { Refusal } from '#language';
import type { DeskRequest, DeskResult, Newcomer, Registered } from './desk-request.js';
import type { Ask, Decision } from './settle.js';
import type { AnsweredPerson } from './submission.entity.js';

/** A request with the asks it puts to the desk, or why it is refused before. */
export interface Case {
  request: DeskRequest;
  asks: Ask[];
  refused?: Refusal;
  /** The answer given before to the same submission, or the earlier request of this batch with the same key. */
  repeats?: Registered | Case;
}

/** One result or refusal per case, in order; `decisions` are those of all asks in turn. */
export function resultsOf(cases: readonly Case[], decisions: readonly Decision[]): (DeskResult | Refusal)[] {
  const results = new Map<Case, DeskResult | Refusal>();
  let next = 0;
  for (const one of cases) {
    const own = decisions.slice(next, next + one.asks.length);
    next += own.length;
    results.set(one, resultOf(one, own, results));
  }
  return cases.map((one) => results.get(one) as DeskResult | Refusal);
}

function resultOf(
  one: Case,
  decisions: readonly Decision[],
  before: ReadonlyMap<Case, DeskResult | Refusal>,
) {
  if (one.refused) return one.refused;
  if (one.repeats)
    return 'asks' in one.repeats ? (before.get(one.repeats) as DeskResult | Refusal) : one.repeats;
  if (one.request.verb === 'withdraw') {
    const [decision] = decisions;
    return { from: decision?.outcome === 'withdrawn' ? decision.from : undefined };
  }
  const { people, submission } = one.request;
  const answered = decisions.filter((decision) => 'answer' in decision);
  return {
    people: people.map((person, index) => answeredPerson(person, answered[index] as Answered)),
    submissionId: submission?.id,
  };
}

type Answered = Extract<Decision, { answer: unknown }>;

function answeredPerson(person: Newcomer, decision: Answered): AnsweredPerson {
  const { firstName, lastName, email, organization, attendance = 'onsite', language } = person;
  const registrationId = decision.outcome === 'registered' ? decision.place.id : undefined;
  const { answer } = decision;
  return { firstName, lastName, email, organization, attendance, language, answer, registrationId };
}

/** What to keep of a case's answer, so that the same submission gets it again. */
export function keptAnswer(one: Case, result: DeskResult | Refusal | undefined) {
  if (one.request.verb !== 'register' || !one.request.submission || one.repeats) return [];
  if (!result || result instanceof Refusal || !('people' in result)) return [];
  return [{ ...one.request.submission, people: result.people, copyTo: one.request.people[0]?.copyTo }];
}
