import type { Registration } from '../registration.entity.js';
import type { SwapRequest } from './desk-request.js';
import type { Change } from './desk-writes.js';
import { whatSwapped } from './renaming.js';

/** Why a place ended whose person has another here. */
const REGISTERED_TWICE = 'registered twice';

/** The person has a better place here: this one has ended, and what is seen of that is as if it had passed on. */
export const yielded = (request: SwapRequest, before: Registration, after: Registration): Change => ({
  ...ended(before, after, request.actor),
  ...whatSwapped(request, before),
});

/** The person has the other place now and had this worse one besides, which has ended. */
export const dropped = (request: SwapRequest, before: Registration, after: Registration): Change =>
  ended(before, after, request.actor);

const ended = ({ id, status }: Registration, after: Registration, actor: string): Change => ({
  registrationId: id,
  from: status,
  to: after.status,
  actor,
  reason: REGISTERED_TWICE,
});
