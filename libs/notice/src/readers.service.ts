import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { type EntityManager, IsNull } from 'typeorm';
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

/** Who has read a notice. */
export interface Readers {
  notice: Notice;
  readers: Reader[];
  /** How many mails the server has taken. */
  delivered: number;
}

/** What somebody opens by the link in a notice's mail. */
export interface NoticeView extends RegistrationView {
  notice: Notice;
  readAt: Temporal.Instant | null;
}

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

  /** Everybody whom a notice was sent to, by state and name; throws {@link NoticeUnknown}. */
  async of(eventId: string, noticeId: string): Promise<Readers> {
    const notice = await this.manager.findOneBy(Notice, { id: noticeId, eventId });
    if (!notice) throw new NoticeUnknown();
    const rows: (Omit<Reader, 'phones'> & { delivered: boolean })[] = await this.manager.query(READERS, [
      noticeId,
      messageKey(noticeId, ''),
      ACTIVE,
      READER_STATES,
    ]);
    const toCall = rows.filter(({ state }) => state === 'undeliverable' || state === 'silent');
    const phones = await phonesOf(
      this.manager,
      toCall.map(({ registrationId }) => registrationId),
      officeDay(this.clock.now()),
    );
    return {
      notice,
      delivered: rows.filter(({ delivered }) => delivered).length,
      readers: rows.map(({ delivered: _, ...row }) => ({
        ...row,
        phones: phones.get(row.registrationId) ?? [],
      })),
    };
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
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

const READERS = `
  SELECT * FROM (
    SELECT r.id AS "registrationId", r.first_name || ' ' || r.last_name AS name, r.email,
      coalesce(m.status = 'sent', false) AS delivered, r.last_name, r.first_name,
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
    WHERE n.notice_id = $1) AS reader
  ORDER BY array_position($4::text[], state), last_name COLLATE "und-x-icu", first_name COLLATE "und-x-icu", "registrationId"`;
