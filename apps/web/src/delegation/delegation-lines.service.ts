import { Injectable } from '@nestjs/common';
import { Clock } from '#config';
import { DelegationList } from '#delegation';
import type { Language } from '#language';
import { toEventBrief } from '../event/to-event-view.js';
import type { DelegationsLine } from './delegations.page.js';

/** A member's delegations as its coordinator's pages list them. */
@Injectable()
export class DelegationLines {
  constructor(
    private readonly list: DelegationList,
    private readonly clock: Clock,
  ) {}

  /** Those to events that are not over; `home` begins the address of each. */
  async of(
    memberId: string,
    { home, language }: { home: string; language: Language },
  ): Promise<DelegationsLine[]> {
    const now = this.clock.now();
    return (await this.list.ofMember(memberId)).map(({ event, ...line }) => ({
      ...line,
      href: `${home}/${line.id}`,
      event: toEventBrief({ event, language, now }),
    }));
  }
}
