import type { Event } from '#event';
import type { Refusal } from '#language';
import { closedFor } from '../admission.js';
import type { DeskRules } from '../rules/desk-rules.entity.js';
import type { RegisterRequest } from './desk-request.js';

/** Says whether the event is closed, once for all of a batch who come the same way. */
export class Closing {
  private readonly said = new Map<string, Refusal | undefined>();

  constructor(
    private readonly event: Event,
    private readonly rules: DeskRules,
    private readonly now: Temporal.Instant,
  ) {}

  to({ invited = false, byOffice = false }: RegisterRequest): Refusal | undefined {
    const way = `${invited} ${byOffice}`;
    if (!this.said.has(way)) {
      const { now, rules } = this;
      this.said.set(way, closedFor(this.event, { now, rules, invited, byOffice }));
    }
    return this.said.get(way);
  }
}
