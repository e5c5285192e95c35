import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import { Clock } from '#config';
import { toInstant } from '#database';
import { type Event, ProgrammeService } from '#event';
import type { Language } from '#language';
import { officeDay } from '#member';
import { STATES } from './invitation-sql.js';
import type { InvitationState } from './words.js';

/** One line of who is invited to an event. */
export interface InvitationLine {
  id: string;
  eventId: string;
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
  /** `account:<id>`, or `participant` for a substitute. */
  invitedBy: string;
  invitedAt: Temporal.Instant;
  mailedAt: Temporal.Instant;
  answeredAt: Temporal.Instant | null;
}

/** Which invitations of an event. */
export interface InvitationFilter {
  state?: InvitationState;
  memberId?: string;
}

/** An invitation of a member, with what it invites to. */
export interface MemberInvitation extends InvitationLine {
  event: Event;
}

/** Who is invited and what became of it. */
@Injectable()
export class InvitationList {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly programme: ProgrammeService,
    private readonly clock: Clock,
  ) {}

  /** All that match, by member and name, in one statement; an event has hundreds of invitations, not millions. */
  async of(eventId: string, { state, memberId }: InvitationFilter = {}): Promise<InvitationLine[]> {
    const lines = await this.lines('event_id = $1 AND ($2::uuid IS NULL OR member_id = $2)', [
      eventId,
      memberId ?? null,
    ]);
    return state ? lines.filter((line) => line.state === state) : lines;
  }

  /** Those of a member to events that are not over, in the order of the events, then by name. */
  async ofMember(memberId: string): Promise<MemberInvitation[]> {
    const lines = await this.lines(
      `member_id = $1 AND NOT EXISTS (
         SELECT FROM event_date d WHERE d.event_id = invitation.event_id GROUP BY d.event_id HAVING max(d.ends_at) <= $2)`,
      [memberId, this.clock.now().toString()],
    );
    const events = await this.programme.load([...new Set(lines.map(({ eventId }) => eventId))]);
    const inOrder = events.toSorted((a, b) => (startOf(a) < startOf(b) ? -1 : 1));
    return inOrder.flatMap((event) =>
      lines.filter(({ eventId }) => eventId === event.id).map((line) => ({ ...line, event })),
    );
  }

  private async lines(which: string, parameters: readonly unknown[]): Promise<InvitationLine[]> {
    const rows: Row[] = await this.manager.query(
      `WITH chosen AS (SELECT * FROM invitation WHERE revoked_at IS NULL AND ${which}),
       ${STATES(`$${parameters.length + 1}`)}
       SELECT s.id, s.event_id AS "eventId", s.first_name AS "firstName", s.last_name AS "lastName", s.email, s.language,
         s.member_id AS "memberId", m.name AS "memberName", s.state, s.coming, s.waiting, s.names,
         p.first_name || ' ' || p.last_name AS principal, said.word, s.reminders,
         s.invited_by AS "invitedBy", s.invited_at AS "invitedAt", s.mailed_at AS "mailedAt", s.answered_at AS "answeredAt"
       FROM states s
       LEFT JOIN member m ON m.id = s.member_id
       LEFT JOIN invitation p ON p.id = s.substitute_for
       LEFT JOIN LATERAL (
         SELECT word FROM invitation_reply WHERE invitation_id = s.id ORDER BY id DESC LIMIT 1) said ON true
       ORDER BY m.name COLLATE "und-x-icu" NULLS LAST, s.last_name COLLATE "und-x-icu", s.id`,
      [...parameters, officeDay(this.clock.now())],
    );
    return rows.map((row) => ({
      ...row,
      invitedAt: toInstant(row.invitedAt),
      mailedAt: toInstant(row.mailedAt),
      answeredAt: row.answeredAt && toInstant(row.answeredAt),
    }));
  }
}

// What has no date comes last.
const startOf = ({ dates: [first] }: Event): number =>
  first?.startsAt.epochMilliseconds ?? Number.POSITIVE_INFINITY;

type Row = Omit<InvitationLine, 'invitedAt' | 'mailedAt' | 'answeredAt'> & {
  invitedAt: Date;
  mailedAt: Date;
  answeredAt: Date | null;
};
