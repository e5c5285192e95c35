import { Injectable } from '@nestjs/common';
import { Clock } from '#config';
import type { Event } from '#event';
import { DeskRulesService, NoRegistration, namingDeadline, timeToName } from '#registration';
import { NamingOver } from './refusals.js';

/** Until when seats of an event may stay without a name, by the event's rules and now. */
@Injectable()
export class NamingDeadlines {
  constructor(
    private readonly rules: DeskRulesService,
    private readonly clock: Clock,
  ) {}

  /**
   * For a seat that is held from now on, where the event is; undefined where none can be held without a name any more.
   */
  async of(event: Event): Promise<Temporal.ZonedDateTime | undefined> {
    const { deadline, until } = await this.deadlines(event);
    return deadline && this.isAhead(deadline) ? until : undefined;
  }

  /** The same for somebody who needs one; throws {@link NamingOver}, or NoRegistration without a date to count from. */
  async needed(event: Event): Promise<Temporal.Instant> {
    const { deadline, until } = await this.deadlines(event);
    if (!deadline || !until) throw new NoRegistration();
    if (!this.isAhead(deadline)) throw new NamingOver(deadline);
    return until.toInstant();
  }

  // The event's own, and that of a seat that is held from now on: there is always a day to name somebody.
  private async deadlines(event: Event) {
    const rules = await this.rules.of(event.id);
    const there = (instant?: Temporal.Instant) => instant?.toZonedDateTimeISO(event.timeZone);
    return {
      deadline: there(namingDeadline(event, rules)),
      until: there(timeToName(event, rules, this.clock.now())),
    };
  }

  private isAhead(deadline: Temporal.ZonedDateTime): boolean {
    return Temporal.Instant.compare(this.clock.now(), deadline.toInstant()) < 0;
  }
}
