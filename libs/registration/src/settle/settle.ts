import type { Ask, Decision, Turn } from './ask.js';
import { OpenDesk } from './open-desk.js';
import type { Allotment, Contingent, Counters, DeskState, Place } from './place.js';

export interface Settlement {
  /** One per ask, in the same order. */
  decisions: Decision[];
  /** What happened to others: who moved up, was offered a seat or lapsed, in order. */
  turns: Turn[];
  counters: Counters;
  /** What members hold and what is left of allotments; those that did not change as well. */
  members: ReadonlyMap<string, Contingent>;
  allotments: ReadonlyMap<string, Allotment>;
  /** Every known place that is not as it was. */
  changed: Place[];
}

/**
 * Decides asks one after the other. What is over by now lapses first. A free seat goes to whoever asks, unless
 * somebody who could have it waits; else they join the line's end. Whatever frees a seat moves up those who
 * wait within the same decision. Inputs stay untouched.
 */
export function settle(state: DeskState, asks: readonly Ask[]): Settlement {
  const desk = new OpenDesk(state);
  desk.lapse();
  desk.moveUp('onsite');
  desk.moveUp('online');
  const decisions = asks.map((ask) => desk.decide(ask));
  const { counters, members, allotments } = desk.counts;
  return { decisions, turns: desk.turns, counters, members, allotments, changed: [...desk.changed] };
}
