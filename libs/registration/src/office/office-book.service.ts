import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditService } from '#audit';
import { Clock } from '#config';
import { sendTogether } from '#database';
import { DeskBook } from '../desk/desk-book.js';
import { history } from '../desk/desk-writes.js';
import { RegistrationUnknown } from '../refusals.js';
import { Registration } from '../registration.entity.js';

/** Who in the office does something, and why. */
export interface OfficeAct {
  /** `account:<id>`. */
  actor: string;
  reason?: string;
  /** No mail about it. */
  silent?: boolean;
}

/** What everything that only the office does has in common: it is done under the event's lock and written down. */
@Injectable()
export class OfficeBook {
  constructor(
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** The registration, with the seats of its event locked; throws RegistrationUnknown. */
  async locked(id: string, manager: EntityManager): Promise<Registration> {
    const found = await manager.findOneBy(Registration, { id });
    if (!found) throw new RegistrationUnknown();
    await new DeskBook(manager, found.eventId).lock();
    return (await manager.findOneBy(Registration, { id })) as Registration;
  }

  /** Writes a line for the history and one for the audit. */
  async write(
    manager: EntityManager,
    { id, status }: Pick<Registration, 'id' | 'status'>,
    change: { actor: string; reason?: string; what: string; detail: Record<string, [unknown, unknown]> },
  ): Promise<void> {
    const line = { registrationId: id, from: status, to: status, ...change };
    await sendTogether(manager, history([line], this.clock.now()));
    await this.audit.record(manager, {
      actor: change.actor,
      action: `registration.${change.what}`,
      subject: { type: 'registration', id },
      after: { ...change.detail, reason: change.reason },
    });
  }
}
