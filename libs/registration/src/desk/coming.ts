import { personKey } from '../person.js';
import type { DeskRequest, Newcomer, RegisterRequest } from './desk-request.js';
import type { Setting } from './setting.js';

/**
 * The people who come by a request, as if they registered; undefined where nobody does. Whoever comes in somebody's
 * place by the mailed link is asked what any newcomer is, or places would be handed to those who may not have one. A
 * correction that leaves the address alone brings nobody new.
 */
export function comingOf(request: DeskRequest, known: Setting['known']): RegisterRequest | undefined {
  if (request.verb === 'register') return request;
  if (request.verb !== 'swap' || request.actor !== 'participant') return undefined;
  const registration = known.get(request.registrationId)?.registration;
  if (!registration || personKey(request.person).email === registration.emailKey) return undefined;
  const { eventId, actor, person } = request;
  const { attendance } = registration;
  // Their member is known already, and its proof was given with it.
  const people = [{ ...person, attendance }];
  return { verb: 'register', eventId, actor, people };
}

/** What says whose people somebody is. */
export type Belongs = Pick<Newcomer, 'email' | 'organization' | 'memberId'>;

/** Those whose member is to be found: newcomers, and whoever comes in somebody's place as from the same organization. */
export function peopleOf(request: DeskRequest, known: Setting['known']): readonly Belongs[] {
  if (request.verb === 'register') return request.people;
  if (request.verb !== 'swap') return [];
  const before = known.get(request.registrationId)?.registration;
  const { email, organization = before?.organization ?? undefined } = request.person;
  // Whose seat it is does not change with a letter of the name.
  const stays = request.corrects && organization === (before?.organization ?? undefined);
  const memberId = request.person.memberId ?? (stays ? (before?.memberId ?? undefined) : undefined);
  return [{ email, organization, memberId }];
}
