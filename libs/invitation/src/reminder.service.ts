import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import { AuditService } from '#audit';
import { Clock } from '#config';
import { ProgrammeService } from '#event';
import { Outbox } from '#mail';
import { InvitationBook } from './invitation-book.js';
import { mailAbout } from './invitation-mail.js';
import { notInvitable } from './opening.js';

/** Nobody is reminded sooner after any letter about the same invitation. */
const QUIET = Temporal.Duration.from({ hours: 24 });

/** Reminds the silent, and nobody else. */
@Injectable()
export class ReminderService {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly programme: ProgrammeService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Reminds those who have not answered, of all or these members, and answers how many. Who had a letter within a
   * day is left in peace, and so is who has resigned by the event; each is told which colleagues come already.
   */
  async remindSilent(eventId: string, actor: string, memberIds?: readonly string[]): Promise<number> {
    const now = this.clock.now();
    const refusal = notInvitable(await this.programme.byId(eventId), now);
    if (refusal) throw refusal;
    const reminded = await this.manager.transaction(async (manager) => {
      const book = new InvitationBook(manager);
      const silent = await book.silent(eventId, { before: now.subtract(QUIET), now, memberIds });
      if (silent.length === 0) return 0;
      const members = silent.map(({ memberId }) => memberId);
      const names = await book.memberNames(members);
      const coming = await book.coming(eventId, members);
      await this.outbox.write(
        manager,
        silent.map((one) =>
          mailAbout(one, 'reminder', {
            memberName: names.get(one.memberId ?? ''),
            colleagues: coming.get(one.memberId ?? ''),
          }),
        ),
      );
      await this.audit.record(manager, {
        actor,
        action: 'invitation.remind',
        subject: { type: 'event', id: eventId },
        after: { reminded: silent.length },
      });
      return silent.length;
    });
    this.outbox.wake();
    return reminded;
  }

  /** How many {@link remindSilent} would remind now, by event; events without any are left out. */
  async due(eventIds: readonly string[], memberIds?: readonly string[]): Promise<Map<string, number>> {
    const now = this.clock.now();
    return new InvitationBook(this.manager).due(eventIds, { before: now.subtract(QUIET), now, memberIds });
  }

  /** How many are silent but had a letter within a day, by event, and when the first of them can be reminded. */
  async later(
    eventIds: readonly string[],
    memberIds?: readonly string[],
  ): Promise<Map<string, { count: number; from: Temporal.Instant }>> {
    const now = this.clock.now();
    const recent = await new InvitationBook(this.manager).recent(eventIds, {
      since: now.subtract(QUIET),
      now,
      memberIds,
    });
    return new Map(
      [...recent].map(([id, { count, firstMailedAt }]) => [id, { count, from: firstMailedAt.add(QUIET) }]),
    );
  }
}
