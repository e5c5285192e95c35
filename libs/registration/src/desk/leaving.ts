import type { Fact } from '../letter/notices.js';
import { personKey } from '../person.js';
import type { Registration } from '../registration.entity.js';
import type { SwapRequest } from './desk-request.js';

/**
 * What is told to whoever the registration was before, be it theirs no more or written about to another address; the
 * same whether the place has passed on or has ended because the other has a better one.
 */
export function leaving(request: SwapRequest, before: Registration, after: Registration): Fact[] {
  const notice = request.corrects ? 'relocated' : 'replaced';
  if (!before.named || (request.corrects && !relocates(request, before))) return [];
  const { actor, reason, silent } = request;
  const { version } = after;
  // A second address that is still written to hears of it with the registration.
  const copyTo = notice === 'relocated' && !losesCopies(request, before) ? null : before.copyTo;
  const registration = { ...before, version, status: 'cancelled' as const, copyTo };
  return [{ notice, registration, from: before.status, actor, reason, silent }];
}

/**
 * Whether whoever got copies gets none any more: of the mails to somebody else, and of those to an address that is
 * another by the link, because that may be somebody else's too.
 */
export const losesCopies = (request: SwapRequest, before: Registration): boolean =>
  !request.corrects || (request.actor === 'participant' && !request.mistyped && isElsewhere(request, before));

// Whose registration goes to another address reads so at the old one, unless nobody ever said that it is theirs.
const relocates = (request: SwapRequest, before: Registration): boolean =>
  !request.mistyped && before.status !== 'unverified' && isElsewhere(request, before);

const isElsewhere = ({ person }: SwapRequest, { emailKey }: Registration): boolean =>
  personKey(person).email !== emailKey;
