import { Refusal } from '#language';
import { ChoiceTaken, CorrectionOver, PersonDouble, SeatsFull } from '../refusals.js';
import type { Answered, Decision, Turn } from '../settle/ask.js';
import type { AnsweredPerson } from '../submission.entity.js';
import type { Case } from './desk-case.js';
import type { DeskResult, Newcomer, RegisterRequest, Resized } from './desk-request.js';
import type { KeptAnswer } from './desk-writes.js';

/** One result or refusal per case, in order; `decisions` are those of the asks, by case, and `turns` what followed. */
export function resultsOf(
  cases: readonly Case[],
  decisions: ReadonlyMap<Case, Decision>,
  turns: readonly Turn[],
): (DeskResult | Refusal)[] {
  const results = new Map<Case, DeskResult | Refusal>();
  for (const one of cases) {
    const resized = one.request.verb === 'resize' && movedBy(turns);
    results.set(one, resized || resultOf(one, decisions.get(one), results));
  }
  return cases.map((one) => results.get(one) as DeskResult | Refusal);
}

const movedBy = (turns: readonly Turn[]): Resized => ({
  promoted: turns.filter(({ turn }) => turn === 'promoted').length,
  offered: turns.filter(({ turn }) => turn === 'offered').length,
});

function resultOf(
  one: Case,
  decision: Decision | undefined,
  before: ReadonlyMap<Case, DeskResult | Refusal>,
): DeskResult | Refusal {
  if (one.refused) return one.refused;
  if (one.repeats)
    return 'request' in one.repeats ? (before.get(one.repeats) as DeskResult | Refusal) : one.repeats;
  switch (decision?.outcome) {
    case 'registered': {
      const { people, submission } = one.request as RegisterRequest;
      return {
        people: people.map((person, index) => answeredPerson(person, decision.people[index] as Answered)),
        submissionId: submission?.id,
      };
    }
    case 'taken':
      return new ChoiceTaken(decision.allotment, decision.person);
    case 'full':
      return new SeatsFull();
    case 'double':
      return new PersonDouble();
    case 'gone':
      return new CorrectionOver();
    case 'done':
      return { from: decision.from, to: decision.place.status };
    case 'unchanged':
      return { to: decision.place?.status };
    default:
      return {};
  }
}

function answeredPerson(person: Newcomer, { outcome, place, answer, heldBack }: Answered): AnsweredPerson {
  const { firstName, lastName, email, organization, attendance = 'onsite', language } = person;
  const registrationId = outcome === 'registered' ? place.id : undefined;
  return { firstName, lastName, email, organization, attendance, language, answer, heldBack, registrationId };
}

/** What to keep of a case's answer, so that the same submission gets it again. */
export function keptAnswer(one: Case, result: DeskResult | Refusal | undefined): KeptAnswer[] {
  if (one.request.verb !== 'register' || !one.request.submission || one.repeats) return [];
  if (!result || result instanceof Refusal || !('people' in result)) return [];
  return [{ ...one.request.submission, people: result.people, copyTo: one.request.people[0]?.copyTo }];
}
