import type { DeskRules, RulesInput } from '#registration';
import {
  hourOf,
  momentIn,
  numberIn,
  readTicks,
  readTyped,
  type Typed,
  ticksOf,
  typedMoment,
} from './typed.js';

const CHOICES = ['promotion', 'lineOrder', 'proof'] as const;
const NUMBERS = ['requestDays', 'namingDays'] as const;
const LIMITS = ['collectHours', 'verifyMinutes', 'mostPerAddress', 'mostInSeries', 'minimum'] as const;
const MOMENTS = ['withdrawUntil', 'minimumUntil'] as const;

/** Rules that hold or not, under the question that they answer. */
export const TICKS = {
  entry: ['approval', 'lateRequests', 'requestHoldsSeat'],
  holds: ['verifyHoldsSeat'],
  leaving: ['asksReason'],
  missed: ['minimumCancels'],
} as const;
export type Tick = keyof typeof TICKS;

/** The rules as their form shows them. */
export function typedRules(rules: DeskRules, timeZone: string): Typed {
  const texts = [...CHOICES, ...NUMBERS, ...LIMITS, 'series' as const].map((name) => [
    name,
    String(rules[name] ?? ''),
  ]);
  const ticks = tickNames().map((tick) => [tick, TICKS[tick].filter((name) => rules[name]).join(' ')]);
  return {
    ...Object.fromEntries([...texts, ...ticks]),
    ...typedMoment('withdrawUntil', rules.withdrawUntil, timeZone),
    ...typedMoment('minimumUntil', rules.minimumUntil, timeZone),
  };
}

export function readRules(body: unknown): Typed {
  const names = [...CHOICES, ...NUMBERS, ...LIMITS, ...MOMENTS, ...MOMENTS.map(hourOf), 'series'];
  const ticks = tickNames().map((tick) => [tick, readTicks(body, tick)]);
  return { ...readTyped(body, names), ...Object.fromEntries(ticks) };
}

/** What a form says, for the rules to check; a question that was not asked changes nothing. */
export function rulesIn(typed: Typed, timeZone: string): RulesInput {
  const ticks = tickNames().flatMap((tick) =>
    TICKS[tick].map((name) => [name, ticksOf(typed, tick).includes(name)]),
  );
  const choices = CHOICES.filter((name) => typed[name]).map((name) => [name, typed[name]]);
  const numbers = [...NUMBERS, ...LIMITS].map((name) => [name, numberIn(typed[name])]);
  return {
    ...Object.fromEntries([...choices, ...numbers, ...ticks]),
    series: typed.series || null,
    withdrawUntil: momentIn(typed, 'withdrawUntil', { timeZone, hour: '23:59' }),
    minimumUntil: momentIn(typed, 'minimumUntil', { timeZone, hour: '00:00' }),
  };
}

const tickNames = () => Object.keys(TICKS) as Tick[];
