import type { Attendance } from '#event';
import type { MessageKey } from '#language';
import { isFull } from '../event/event-brief.js';
import { type Seats, seatsSentence, type Visit } from '../view/index.js';

/** How many seats there are for a way of attending, in brackets; `own`: they have one of them, said so. */
export function seatsHint(visit: Visit, all: readonly Seats[], way: Attendance, own?: MessageKey) {
  const seats = all.find(({ attendance }) => attendance === way);
  // The last seat is not taken to who has it.
  if (seats && own && isFull({ seats: [seats] })) return `(${visit.t(own)})`;
  return seats && `(${seatsSentence(visit, seats)})`;
}
