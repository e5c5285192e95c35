import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Tells whoever holds these seats without a name, in the transaction that has brought their deadline nearer. */
type Teller = (registrationIds: readonly string[], manager: EntityManager) => Promise<void>;

/** Who must know when people are to be named sooner than was said; rooms that hold such seats enter themselves. */
@Injectable()
export class NearerDeadlines {
  private readonly tellers: Teller[] = [];

  add(teller: Teller): void {
    this.tellers.push(teller);
  }

  /** Tells everybody whom it concerns, one after the other. */
  async tell(registrationIds: readonly string[], manager: EntityManager): Promise<void> {
    for (const teller of this.tellers) await teller(registrationIds, manager);
  }
}
