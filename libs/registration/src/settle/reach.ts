import type { Attendance } from '#event';
import type { Ask } from './ask.js';
import type { Counters } from './place.js';

/** Asks that give nothing back and take nobody out of the line. */
const ONLY_TAKING: readonly Ask['verb'][] = ['register', 'accept', 'look', 'resize'];

/**
 * How many of each queue may move up or leave the line while these asks are decided: so many must be read, in
 * order. Infinite where a line without a limit begins to move. `lapsing` is how many places lapse now; `due` says
 * that seats which were free before may go to those who wait: unless it is certain that nothing but asks
 * happened since the desk settled (no other rules, no deadline over, the event takes place as it did), it is so.
 */
export function reach(
  counters: Counters,
  asks: readonly Ask[],
  { lapsing, due }: { lapsing: number; due: boolean },
): Record<Attendance, number> {
  const leaving = lapsing + asks.filter(({ verb }) => !ONLY_TAKING.includes(verb)).length;
  const of = (attendance: Attendance) => {
    const { capacity, taken, waiting } = counters[attendance];
    if (waiting === 0) return 0;
    // When a group leaves the line, all seats collected for it may go to others.
    const before = due || counters.collecting[attendance] ? Math.max(0, roomOf(capacity) - taken) : 0;
    return before + leaving + growth(asks, attendance, capacity);
  };
  return { onsite: of('onsite'), online: of('online') };
}

function growth(asks: readonly Ask[], attendance: Attendance, capacity: number | null): number {
  let [current, sum] = [roomOf(capacity), 0];
  for (const ask of asks) {
    if (ask.verb !== 'resize' || ask[attendance] === undefined) continue;
    const next = roomOf(ask[attendance]);
    if (next > current) sum += next - current;
    current = next;
  }
  return sum;
}

const roomOf = (capacity: number | null): number => capacity ?? Number.POSITIVE_INFINITY;
