import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import { AccountService } from '#account';
import { ContactService } from '#member';
import { RegistrationChange, type RegistrationStatus } from '#registration';

/** One change of a registration, as the office reads it. */
export interface HistoryLine {
  id: string;
  at: Temporal.Instant;
  /** Undefined where the registration began. */
  from?: RegistrationStatus;
  to: RegistrationStatus;
  by: 'participant' | 'desk' | 'office' | 'coordinator';
  /** Who in the office or at the member it was, as long as that is known. */
  name?: string;
  reason?: string;
  /** What changed beside the status; see {@link RegistrationChange}. */
  what?: string;
  /** The values before and after, by field. */
  detail?: Record<string, [unknown, unknown]>;
}

/** What happened to a registration. */
@Injectable()
export class RegistrationHistory {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly accounts: AccountService,
    private readonly contacts: ContactService,
  ) {}

  /** All changes, the latest first. */
  async of(registrationId: string): Promise<HistoryLine[]> {
    const changes = await this.manager.find(RegistrationChange, {
      where: { registrationId },
      order: { id: 'DESC' },
    });
    const names = await this.namesOf(changes.map(({ actor }) => actor));
    return changes.map(({ id, at, fromStatus, toStatus, actor, reason, what, detail }) => ({
      id,
      at,
      from: fromStatus ?? undefined,
      to: toStatus,
      by: kindOf(actor),
      name: names.get(actor),
      reason: reason ?? undefined,
      what: what ?? undefined,
      detail: detail ?? undefined,
    }));
  }

  private async namesOf(actors: readonly string[]): Promise<Map<string, string>> {
    const contactIds = actors.flatMap((actor) => /^contact:(.*)$/.exec(actor)?.[1] ?? []);
    const contacts = contactIds.length > 0 ? await this.contacts.byIds(contactIds) : [];
    return new Map([
      ...(await this.accounts.namesOf(actors)),
      ...contacts.map(
        ({ id, firstName, lastName }) => [`contact:${id}`, `${firstName} ${lastName}`.trim()] as const,
      ),
    ]);
  }
}

function kindOf(actor: string): HistoryLine['by'] {
  if (actor.startsWith('account:')) return 'office';
  if (actor.startsWith('contact:')) return 'coordinator';
  return actor === 'desk' ? 'desk' : 'participant';
}
