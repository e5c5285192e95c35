import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Event } from '#event';
import type { Refusal } from '#language';
import type { RegisterRequest } from './desk/desk-request.js';

/**
 * May these people register? Asked inside the desk's transaction, so it must be quick; the first refusal counts.
 * A rule that does not concern the event answers undefined without a query.
 */
export type AdmissionRule = (
  event: Event,
  request: RegisterRequest,
  manager: EntityManager,
) => Promise<Refusal | undefined>;

/** What other rooms have to say about who may register; they add their rules when they start. */
@Injectable()
export class AdmissionRules {
  private readonly rules: AdmissionRule[] = [];

  add(rule: AdmissionRule): void {
    this.rules.push(rule);
  }

  async refusalFor(
    event: Event,
    request: RegisterRequest,
    manager: EntityManager,
  ): Promise<Refusal | undefined> {
    for (const rule of this.rules) {
      const refused = await rule(event, request, manager);
      if (refused) return refused;
    }
    return undefined;
  }
}
