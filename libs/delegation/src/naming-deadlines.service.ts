import { Injectable } from '@nestjs/common';
import { Clock } from '#config';
import type { Event } from '#event';
import { DeskRulesService, NoRegistration, namingDeadline } from '#registration';
import { NamingOver } from './refusals.js';

/** Until when seats of an event may stay without a name, by the event's rules and now. */
@Injectable()
export class NamingDeadlines {
  constructor(
    private readonly rules: DeskRulesService,
    private readonly clock: Clock,
  ) {}

  /** Where the event is; undefined where no seat can be held without a name any more. */
  async of(event: Event): Promise<Temporal.ZonedDateTime | undefined> {
    const deadline = await this.deadline(event);
    return deadline && this.isAhead(deadline) ? deadline : undefined;
  }

  /** The same for somebody who needs one; throws {@link NamingOver}, or NoRegistration without a date to count from. */
  async needed(event: Event): Promise<Temporal.Instant> {
    const deadline = await this.deadline(event);
    if (!deadline) throw new NoRegistration();
    if (!this.isAhead(deadline)) throw new NamingOver(deadline);
    return deadline.toInstant();
  }

  private async deadline(event: Event): Promise<Temporal.ZonedDateTime | undefined> {
    const deadline = namingDeadline(event, await this.rules.of(event.id));
    return deadline?.toZonedDateTimeISO(event.timeZone);
  }

  private isAhead(deadline: Temporal.ZonedDateTime): boolean {
    return Temporal.Instant.compare(this.clock.now(), deadline.toInstant()) < 0;
  }
}
