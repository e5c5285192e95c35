import { accept, admit, verify, withdraw } from './admitting.js';
import type { Ask, Decision, Turn } from './ask.js';
import { change, resize, swap } from './changing.js';
import { moveUp } from './moving-up.js';
import { OpenDesk } from './open-desk.js';
import type { Allotment, Contingent, Counters, DeskState, Place } from './place.js';
import { register } from './registering.js';

export interface Settlement {
  /** One per ask, in the same order. */
  decisions: Decision[];
  /** What happened to others: who lapsed, moved up or was offered a seat, in order. */
  turns: Turn[];
  counters: Counters;
  /** What members hold and what is left of allotments; those that did not change as well. */
  members: ReadonlyMap<string, Contingent>;
  allotments: ReadonlyMap<string, Allotment>;
  /** Every place that was read and is not as it was. */
  changed: Place[];
}

/**
 * Decides asks one after the other. What is over by now lapses first. A free seat goes to whoever asks, unless
 * somebody who could have it waits; else they join the line's end. Whatever frees a seat moves up those who
 * wait, before the next ask is looked at: so it does not matter how asks are cut into batches. Inputs stay
 * untouched.
 */
export function settle(state: DeskState, asks: readonly Ask[]): Settlement {
  const desk = new OpenDesk(state);
  lapse(desk);
  moveAllUp(desk);
  const decisions = asks.map((ask) => {
    const decision = decide(desk, ask);
    moveAllUp(desk);
    return decision;
  });
  const { counters, contingents, allotments } = desk.counts;
  return {
    decisions,
    turns: desk.turns,
    counters,
    members: contingents.members,
    allotments: allotments.all,
    changed: desk.changed(),
  };
}

// All before anybody moves up, so that their seats and sessions are there for whoever is first.
function lapse(desk: OpenDesk): void {
  for (const place of desk.overdue()) {
    const from = place.status;
    desk.end(place, 'expired');
    desk.turns.push({ place, turn: 'lapsed', from });
  }
}

function moveAllUp(desk: OpenDesk): void {
  moveUp(desk, 'onsite');
  moveUp(desk, 'online');
}

function decide(desk: OpenDesk, ask: Ask): Decision {
  switch (ask.verb) {
    case 'register':
      return register(desk, ask);
    case 'withdraw':
      return withdraw(desk, ask);
    case 'admit':
      return admit(desk, ask);
    case 'verify':
      return verify(desk, ask);
    case 'accept':
      return accept(desk, ask);
    case 'change':
      return change(desk, ask);
    case 'swap':
      return swap(desk, ask);
    case 'resize':
      return resize(desk, ask);
    case 'look':
      return { outcome: 'looked' };
  }
}
