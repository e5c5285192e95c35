import type { EventPlan } from '#event';
import { MemberService } from '#member';
import { type ContingentsInput, DeskRulesService, type RulesInput, type SeatPlan } from '#registration';
import { planEvent } from './events.js';
import type { House } from './house.js';

/** An event, its seats, and the rules by which they are given; what is left out is as for every new event. */
export interface RuledPlan {
  event?: Partial<EventPlan>;
  seats?: SeatPlan;
  rules?: RulesInput;
  /** What is kept for members; left out: nothing. */
  contingents?: Partial<ContingentsInput>;
}

/** Puts an event with rules of its own into the house; members that shall have contingents must be there before. */
export async function planByRules(
  house: House,
  { event = {}, seats = {}, rules, contingents }: RuledPlan,
): Promise<{ id: string; slug: string }> {
  const planned = await planEvent(house, event, seats);
  const desk = house.get(DeskRulesService);
  if (rules) await desk.save(planned.id, rules, OFFICE);
  if (contingents) {
    const kept = { memberGuaranteed: 0, memberCap: null, overrides: {}, ...contingents };
    await desk.saveContingents(planned.id, kept, OFFICE);
  }
  return planned;
}

/** A city that has been a member for years; answers its id. */
export const aMember = (house: House, name: string): Promise<string> =>
  house.get(MemberService).add({ name, kind: 'city', from: '2020-01-01' }, OFFICE);

const OFFICE = 'account:1';
