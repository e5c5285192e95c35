import type { Deed } from '../model/deed.js';
import type { EventModel } from '../model/event-model.js';

/** The product and the model do not agree. */
export class Difference extends Error {
  /** Seed, season and step, to play the same again. */
  where = '';

  constructor(
    readonly lines: readonly string[],
    readonly event?: EventModel,
    readonly deed?: Deed,
  ) {
    super(lines.join('\n'));
  }

  /** All that is needed to understand it. */
  describe(): string {
    const parts = [this.where, ...this.lines];
    if (this.deed) parts.push(`asked: ${inWords(this.deed)}`);
    if (this.event) {
      const { plan, rules } = this.event;
      const { memberOf: _, sessions, ...facts } = plan;
      parts.push(`event: ${inWords({ ...facts, sessions: Object.fromEntries(sessions) })}`);
      parts.push(`rules: ${inWords({ ...rules, contingents: Object.fromEntries(rules.contingents) })}`);
    }
    return `${parts.join('\n')}\n`;
  }
}

/** Facts in one line. */
export const inWords = (facts: object): string => JSON.stringify(facts);
