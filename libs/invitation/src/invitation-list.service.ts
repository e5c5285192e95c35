import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import { toInstant } from '#database';
import type { Language } from '#language';
import { STATES } from './invitation-sql.js';
import type { InvitationState } from './words.js';

/** One line of who is invited to an event. */
export interface InvitationLine {
  id: string;
  firstName: string;
  lastName: string;
  email: string;
  language: Language;
  memberId: string | null;
  memberName: string | null;
  /** Who named this person as a substitute. */
  principal: string | null;
  state: InvitationState;
  coming: number;
  waiting: number;
  /** Who comes or waits by this invitation. */
  names: string[];
  /** What was said with the latest reply. */
  word: string | null;
  reminders: number;
  invitedAt: Temporal.Instant;
  mailedAt: Temporal.Instant;
  answeredAt: Temporal.Instant | null;
}

/** Which invitations of an event. */
export interface InvitationFilter {
  state?: InvitationState;
  memberId?: string;
}

/** Who is invited to an event and what became of it. */
@Injectable()
export class InvitationList {
  constructor(@InjectEntityManager() private readonly manager: EntityManager) {}

  /** All that match, by member and name, in one statement; an event has hundreds of invitations, not millions. */
  async of(eventId: string, { state, memberId }: InvitationFilter = {}): Promise<InvitationLine[]> {
    const rows: Row[] = await this.manager.query(
      `WITH chosen AS (
         SELECT * FROM invitation
         WHERE event_id = $1 AND revoked_at IS NULL AND ($3::uuid IS NULL OR member_id = $3)),
       ${STATES}
       SELECT s.id, s.first_name AS "firstName", s.last_name AS "lastName", s.email, s.language,
         s.member_id AS "memberId", m.name AS "memberName", s.state, s.coming, s.waiting, s.names,
         p.first_name || ' ' || p.last_name AS principal, said.word, s.reminders,
         s.invited_at AS "invitedAt", s.mailed_at AS "mailedAt", s.answered_at AS "answeredAt"
       FROM states s
       LEFT JOIN member m ON m.id = s.member_id
       LEFT JOIN invitation p ON p.id = s.substitute_for
       LEFT JOIN LATERAL (
         SELECT word FROM invitation_reply WHERE invitation_id = s.id ORDER BY id DESC LIMIT 1) said ON true
       WHERE $2::text IS NULL OR s.state = $2
       ORDER BY m.name COLLATE "und-x-icu" NULLS LAST, s.last_name COLLATE "und-x-icu", s.id`,
      [eventId, state ?? null, memberId ?? null],
    );
    return rows.map((row) => ({
      ...row,
      invitedAt: toInstant(row.invitedAt),
      mailedAt: toInstant(row.mailedAt),
      answeredAt: row.answeredAt && toInstant(row.answeredAt),
    }));
  }
}

type Row = Omit<InvitationLine, 'invitedAt' | 'mailedAt' | 'answeredAt'> & {
  invitedAt: Date;
  mailedAt: Date;
  answeredAt: Date | null;
};
