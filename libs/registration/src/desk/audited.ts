import type { Deed } from '#audit';
import type { Decision } from '../settle/ask.js';
import type { Case } from './desk-case.js';

/** What of the decided was done in the office's hand and is to be audited: written with it, or neither is. */
export function deedsIn(decided: readonly (readonly [Case, Decision])[]): Deed[] {
  return decided.flatMap(([{ request }, decision]): Deed[] => {
    if (!('audited' in request) || !request.audited) return [];
    const { actor, audited } = request;
    if (decision.outcome === 'registered') {
      return decision.people
        .filter(({ outcome }) => outcome === 'registered')
        .map(({ place }) => ({
          actor,
          action: audited.action,
          subject: audited.subject ?? { type: 'registration', id: place.id },
          before: audited.before,
          after: { status: place.status, ...audited.after },
        }));
    }
    if (decision.outcome !== 'done' || !('registrationId' in request)) return [];
    const { from, place } = decision;
    return [
      {
        actor,
        action: audited.action,
        subject: audited.subject ?? { type: 'registration', id: request.registrationId },
        before: { status: from, ...audited.before },
        after: { status: place.status, ...audited.after, reason: request.reason },
      },
    ];
  });
}
