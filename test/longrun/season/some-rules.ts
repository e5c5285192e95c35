import type { EventModel } from '../model/event-model.js';
import type { ModelRules } from '../model/rules.js';
import type { Stage } from './stage.js';

const DAY = 86_400_000;

/** Rules that an office could make for this event: what people meet at the desk, not the limits. */
export function someRules({ dice }: Pick<Stage, 'dice'>, { plan }: EventModel) {
  return {
    promotion: dice.weighted({ automatic: 6, offer: 4 }),
    lineOrder: dice.weighted({ arrival: 6, fair: 4 }),
    approval: dice.happens(0.15),
    lateRequests: dice.happens(0.7),
    requestHoldsSeat: dice.happens(0.4),
    requestDays: dice.between(1, 10),
    verifyMinutes: dice.happens(0.2) ? dice.between(5, 600) : null,
    verifyHoldsSeat: dice.happens(0.6),
    proof: dice.weighted({ choice: 7, address: 3 }),
    collectHours: dice.happens(0.2) ? null : dice.one([0, 1, 24, 72]),
    namingDays: dice.between(1, 10),
    withdrawUntil: dice.happens(0.3) ? plan.start - dice.between(0, 8) * DAY : null,
  } satisfies Partial<ModelRules>;
}

/** Seats kept for members, as an office could say it; undefined where nothing can be kept. */
export function someContingents({ dice, society }: Pick<Stage, 'dice' | 'society'>, event: EventModel) {
  const seats = event.plan.seats[event.ways[0] ?? 'onsite'];
  if (seats === null) return undefined;
  const members = [...society.members.values()];
  const memberGuaranteed = dice.between(0, Math.min(2, Math.floor(seats / members.length)));
  const memberCap = dice.happens(0.7) ? dice.between(Math.max(1, memberGuaranteed), 4) : null;
  const overrides: Record<string, { guaranteed: number; cap: number | null }> = {};
  const spare = seats - memberGuaranteed * members.length;
  const own = { guaranteed: memberGuaranteed + Math.min(1, spare), cap: dice.happens(0.5) ? 5 : null };
  if (dice.happens(0.4)) overrides[dice.one(members)] = own;
  const isNothing = memberGuaranteed === 0 && memberCap === null && !Object.values(overrides).some(isOwn);
  const all = members.map(
    (id) => [id, overrides[id] ?? { guaranteed: memberGuaranteed, cap: memberCap }] as const,
  );
  return {
    memberGuaranteed,
    memberCap,
    contingentsUntil: dice.happens(0.8) ? event.plan.start - dice.between(1, 15) * DAY : null,
    overrides,
    contingents: new Map(isNothing ? [] : all),
  };
}

const isOwn = ({ guaranteed, cap }: { guaranteed: number; cap: number | null }): boolean =>
  guaranteed > 0 || cap !== null;
