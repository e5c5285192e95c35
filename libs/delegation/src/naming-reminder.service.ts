import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import { Clock } from '#config';
import { toInstant } from '#database';
import { ProgrammeService } from '#event';
import { Outbox } from '#mail';
import { Coordinations } from './coordinations.service.js';
import { mailAbout } from './delegation-mail.js';
import { REMINDERS, reminderKey, stageOf } from './reminding.js';

/** Reminds coordinators of seats without a name; each reminder is one mail, however often it is looked. */
@Injectable()
export class NamingReminders {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly programme: ProgrammeService,
    private readonly coordinations: Coordinations,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Writes the reminders that are due. */
  async remindDue(): Promise<void> {
    const now = this.clock.now();
    const due = await this.due(now);
    if (due.length === 0) return;
    const events = await this.programme.load([...new Set(due.map(({ eventId }) => eventId))]);
    const held = new Set(events.filter(({ status }) => status === 'published').map(({ id }) => id));
    const mails = await Promise.all(
      due
        .filter(({ eventId }) => held.has(eventId))
        .map(async ({ contact: contactId, stage, nameBy, ...delegation }) => {
          const contact = await this.coordinations.keeper(contactId, delegation.memberId);
          const { unnamed, memberName } = delegation;
          const facts = { memberName, unnamed, nameBy: nameBy.toString() };
          const key = reminderKey(nameBy, stage);
          return contact.email ? [mailAbout(delegation, contact, 'reminder', facts, key)] : [];
        }),
    );
    await this.manager.transaction((manager) => this.outbox.write(manager, mails.flat()));
    this.outbox.wake();
  }

  private async due(now: Temporal.Instant): Promise<Due[]> {
    const [first] = REMINDERS;
    const rows: UnnamedRow[] = await this.manager.query(UNNAMED, [now.toString(), now.add(first).toString()]);
    return rows.flatMap(({ nameBy: by, since: from, ...row }) => {
      const [nameBy, since] = [toInstant(by), toInstant(from)];
      const stage = stageOf(nameBy, now);
      const moment = nameBy.subtract(REMINDERS[stage] ?? first);
      // Who asked for the seats after that moment has just read the deadline.
      return stage >= 0 && Temporal.Instant.compare(since, moment) < 0 ? [{ ...row, nameBy, stage }] : [];
    });
  }
}

interface UnnamedRow {
  id: string;
  eventId: string;
  memberId: string;
  memberName: string;
  contact: string;
  unnamed: number;
  nameBy: Date;
  /** Since when the first of the seats is held. */
  since: Date;
}

type Due = Omit<UnnamedRow, 'nameBy' | 'since'> & { nameBy: Temporal.Instant; stage: number };

const UNNAMED = `
  SELECT d.id, d.event_id AS "eventId", d.member_id AS "memberId", m.name AS "memberName",
    d.coordinator_id AS contact, r.unnamed, r.name_by AS "nameBy", r.since
  FROM (
    SELECT delegation_id, expires_at AS name_by, count(*)::integer AS unnamed, min(created_at) AS since
    FROM registration
    WHERE NOT named AND delegation_id IS NOT NULL AND expires_at > $1 AND expires_at <= $2
      AND status IN ('waitlisted', 'offered', 'confirmed')
    GROUP BY delegation_id, expires_at) r
  JOIN delegation d ON d.id = r.delegation_id JOIN member m ON m.id = d.member_id
  ORDER BY d.id, r.name_by`;
