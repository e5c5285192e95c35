import type { Registration } from '../registration.entity.js';
import type { Place } from '../settle/place.js';
import type { PlaceRequest, SwapRequest } from './desk-request.js';
import type { Change } from './desk-writes.js';
import { losesCopies } from './leaving.js';
import { personOf } from './place-of.js';

/** What a swap changes that a history shows. */
const NAMES = ['firstName', 'lastName', 'email', 'organization'] as const;

/**
 * Writes the registration to who has the place now. Whoever comes in somebody's place gets a link of their own, and
 * the old one opens nothing any more.
 */
export function rename(registration: Registration, request: SwapRequest, place: Place): void {
  const { person, corrects, registeredBy } = request;
  const key = personOf(place.person);
  const sameAddress = key.email === registration.emailKey;
  Object.assign(registration, {
    ...(losesCopies(request, registration) && { copyTo: null }),
    ...named(person, registration),
    emailKey: key.email,
    nameKey: key.name,
    language: person.language,
    named: !person.unnamedUntil,
    linkGeneration: registration.linkGeneration + (corrects && sameAddress ? 0 : 1),
    ...(!corrects && { registeredBy: registeredBy ?? registration.registeredBy }),
  });
}

/** What a history says of a request beside the status; `chosen`: the sessions, where they are others. */
export function whatChanged(
  request: PlaceRequest,
  before: Registration,
  after: Registration,
  chosen: Change['detail'],
): Pick<Change, 'what' | 'detail'> {
  if (request.verb === 'change') {
    return { what: 'changed', detail: { ...differences(before, after, ['attendance']), ...chosen } };
  }
  return request.verb === 'swap' ? whatSwapped(request, before) : {};
}

/** What it says of a swap, whether the place has passed on by it or has ended. */
export const whatSwapped = (
  { corrects, person }: SwapRequest,
  before: Registration,
): Pick<Change, 'what' | 'detail'> => ({
  what: corrects ? 'corrected' : 'swapped',
  detail: differences(before, { ...before, ...named(person, before) }, NAMES),
});

const named = (
  { firstName, lastName, email, organization }: SwapRequest['person'],
  before: Registration,
): Pick<Registration, (typeof NAMES)[number]> => ({
  firstName,
  lastName,
  email,
  organization: organization ?? before.organization,
});

function differences(before: Registration, after: Registration, fields: readonly (keyof Registration)[]) {
  const found = fields.filter((field) => before[field] !== after[field]);
  return Object.fromEntries(
    found.map((field) => [field, [before[field], after[field]] as [unknown, unknown]]),
  );
}
