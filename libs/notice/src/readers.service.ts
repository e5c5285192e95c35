import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { type EntityManager, In, IsNull } from 'typeorm';
import { Clock } from '#config';
import { officeDay } from '#member';
import { ACTIVE, RegistrationService, type RegistrationView } from '#registration';
import { messageKey } from './messages.js';
import { Notice } from './notice.entity.js';
import { NoticeRecipient } from './notice-recipient.entity.js';
import { type Phone, phonesOf } from './reachability.js';
import { NoticeUnknown } from './refusals.js';

/** How far a notice has got with one person, those first who need a call. */
export const READER_STATES = ['undeliverable', 'silent', 'underway', 'read', 'withdrawn'] as const;
export type ReaderState = (typeof READER_STATES)[number];

/** Somebody whom a notice was sent to. */
export interface Reader {
  registrationId: string;
  name: string;
  email: string;
  state: ReaderState;
  /** Known for those who have not read it. */
  phones: Phone[];
}

/** Who has read a notice: a page of them, and how many there are in all. */
export interface Readers {
  notice: Notice;
  readers: Reader[];
  counts: Record<ReaderState, number>;
  all: number;
  /** How many mails the server has taken. */
  delivered: number;
  pages: number;
}

const PER_PAGE = 100;

/** A notice as it was sent to one person. */
export interface OwnNotice {
  notice: Notice;
  readAt: Temporal.Instant | null;
}

/** What somebody opens by the link in a notice's mail. */
export interface NoticeView extends RegistrationView, OwnNotice {}

/** Knows who has read which notice. */
@Injectable()
export class NoticeReaders {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly registrations: RegistrationService,
    private readonly clock: Clock,
  ) {}

  /** All notices of an event, the latest first. */
  noticesOf(eventId: string): Promise<Notice[]> {
    return this.manager.find(Notice, { where: { eventId }, order: { sentAt: 'DESC', id: 'DESC' } });
  }

  /** A page of those whom a notice was sent to, by state and name; throws {@link NoticeUnknown}. */
  async of(eventId: string, noticeId: string, page = 1): Promise<Readers> {
    const notice = await this.manager.findOneBy(Notice, { id: noticeId, eventId });
    if (!notice) throw new NoticeUnknown();
    const whose = [noticeId, messageKey(noticeId, ''), ACTIVE];
    const states: { state: ReaderState; count: number; delivered: number }[] = await this.manager.query(
      COUNTS,
      whose,
    );
    const all = states.reduce((sum, { count }) => sum + count, 0);
    const rows: Omit<Reader, 'phones'>[] = await this.manager.query(PAGE, [
      ...whose,
      READER_STATES,
      PER_PAGE,
      (page - 1) * PER_PAGE,
    ]);
    return {
      notice,
      readers: await this.withPhones(rows),
      counts: Object.fromEntries(
        READER_STATES.map((name) => [name, states.find(({ state }) => state === name)?.count ?? 0]),
      ) as Record<ReaderState, number>,
      all,
      delivered: states.reduce((sum, { delivered }) => sum + delivered, 0),
      pages: Math.max(1, Math.ceil(all / PER_PAGE)),
    };
  }

  /** What was sent about one registration, the latest first. */
  async sentTo(registrationId: string): Promise<OwnNotice[]> {
    const sent = await this.manager.findBy(NoticeRecipient, { registrationId });
    if (sent.length === 0) return [];
    const readAt = new Map(sent.map((one) => [one.noticeId, one.readAt]));
    const notices = await this.manager.find(Notice, {
      where: { id: In([...readAt.keys()]) },
      order: { sentAt: 'DESC', id: 'DESC' },
    });
    return notices.map((notice) => ({ notice, readAt: readAt.get(notice.id) ?? null }));
  }

  /** What a mailed link opens; throws RegistrationUnknown, or {@link NoticeUnknown} for what went to others. */
  async byLink(token: string, noticeId: string): Promise<NoticeView> {
    const view = await this.registrations.byLink(token);
    const where = { noticeId, registrationId: view.registration.id };
    const recipient = UUID.test(noticeId) && (await this.manager.findOneBy(NoticeRecipient, where));
    const notice = recipient && (await this.manager.findOneBy(Notice, { id: noticeId }));
    if (!recipient || !notice) throw new NoticeUnknown();
    return { ...view, notice, readAt: recipient.readAt };
  }

  /** The person says that they have read it; the first time counts. Throws as {@link byLink}. */
  async read(token: string, noticeId: string): Promise<void> {
    const { registration } = await this.byLink(token, noticeId);
    await this.manager.update(
      NoticeRecipient,
      { noticeId, registrationId: registration.id, readAt: IsNull() },
      { readAt: this.clock.now() },
    );
  }

  private async withPhones(rows: readonly Omit<Reader, 'phones'>[]): Promise<Reader[]> {
    const toCall = rows.filter(({ state }) => state === 'undeliverable' || state === 'silent');
    const ids = toCall.map(({ registrationId }) => registrationId);
    const phones = await phonesOf(this.manager, ids, officeDay(this.clock.now()));
    return rows.map((row) => ({ ...row, phones: phones.get(row.registrationId) ?? [] }));
  }
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

const READERS = `
  WITH reader AS (
    SELECT r.id AS "registrationId", r.first_name || ' ' || r.last_name AS name, r.email, r.last_name, r.first_name,
      coalesce(m.status = 'sent', false) AS delivered,
      CASE
        WHEN r.status <> ALL($3) THEN 'withdrawn'
        WHEN n.read_at IS NOT NULL THEN 'read'
        WHEN m.status = 'failed' THEN 'undeliverable'
        WHEN m.status = 'sent' THEN 'silent'
        ELSE 'underway'
      END AS state
    FROM notice_recipient n
    JOIN registration r ON r.id = n.registration_id
    LEFT JOIN message m ON m.key = $2 || r.id
    WHERE n.notice_id = $1)`;
const COUNTS = `${READERS}
  SELECT state, count(*)::integer AS count, count(*) FILTER (WHERE delivered)::integer AS delivered
  FROM reader GROUP BY state`;
const PAGE = `${READERS}
  SELECT "registrationId", name, email, state FROM reader
  ORDER BY array_position($4::text[], state), last_name COLLATE "und-x-icu", first_name COLLATE "und-x-icu",
    "registrationId"
  LIMIT $5 OFFSET $6`;
