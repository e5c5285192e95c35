import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import { AuditService } from '#audit';
import { Clock } from '#config';
import { insertAll } from '#database';
import { type Event, EventUnknown, PlanningService, ProgrammeService } from '#event';
import { Outbox } from '#mail';
import { Caretakers, DeskMatters, DeskRulesService, RegistrationService } from '#registration';
import { addresseesOf, companionsOf } from './addressees.js';
import { raiseAppointments } from './appointments.js';
import { type Change, changeOf, type NoticeDetail } from './change.js';
import { circumstancesOf } from './circumstances.js';
import { messagesFor } from './messages.js';
import { Notice } from './notice.entity.js';
import { EventChanged, NoticeUnknown } from './refusals.js';
import type { NoticeWish } from './wish.js';

/** Who sends a notice, and how a second click on the same form is known. */
export interface Sending {
  /** A UUID that the form carries: sent again it is the same notice. */
  id: string;
  /** What {@link versionOf} said of the event in the preview; left out where nobody looked at one. */
  seen?: string;
  actor: string;
  minimum?: NoticeDetail['minimum'];
}

/** Changes events at short notice and tells everybody whom it concerns. */
@Injectable()
export class NoticeService {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly programme: ProgrammeService,
    private readonly planning: PlanningService,
    private readonly rules: DeskRulesService,
    private readonly registrations: RegistrationService,
    private readonly matters: DeskMatters,
    private readonly caretakers: Caretakers,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Changes the event and writes to all, once; answers how many people are told. Throws what is wrong with the
   * wish, EventChanged, NoRegistration or EventUnknown, and then nothing has changed and nobody is told.
   */
  async send(eventId: string, wish: NoticeWish, sending: Sending): Promise<number> {
    const told = await this.manager.transaction((manager) =>
      this.sendWithin(manager, eventId, wish, sending),
    );
    this.outbox.wake();
    // A new date or more seats online: those who wait may move up.
    await this.registrations.ask({ verb: 'look', eventId });
    return told;
  }

  /** The same within a larger transaction; then the caller wakes the outbox, and the desk, after the commit. */
  async sendWithin(
    manager: EntityManager,
    eventId: string,
    wish: NoticeWish,
    { id, seen, actor, minimum }: Sending,
  ): Promise<number> {
    await this.matters.lock(manager, eventId);
    const sent = await manager.findOneBy(Notice, { id });
    if (sent && sent.eventId !== eventId) throw new NoticeUnknown();
    if (sent) return recipients(manager, id);
    const now = this.clock.now();
    const { before, event, detail } = await this.change(manager, eventId, wish, { seen, actor });
    const notice = { id, eventId, what: wish.what, text: wish.text, detail: { ...detail, minimum }, actor };
    const addressees = await addresseesOf(manager, this.caretakers, eventId, detail);
    const released = detail.items.map((item) => item.id);
    await this.matters.releaseSessions(manager, eventId, released, actor);
    if (event.status === 'published') await this.matters.reopenWithdrawal(manager, eventId);
    await this.matters.moveDeadlines(manager, before, event);
    await manager.insert(Notice, { ...notice, sentAt: now });
    const named = addressees.filter((one) => one.named);
    await insertAll(
      manager,
      'notice_recipient',
      named.map(({ registrationId }) => ({ notice_id: id, registration_id: registrationId })),
    );
    const companions = companionsOf(addressees);
    const dateIds = [...detail.dates.map((date) => date.id), ...(detail.altered ?? [])];
    const raised = await raiseAppointments(
      manager,
      this.matters,
      { event, dateIds },
      { addressees, companions },
    );
    await this.outbox.write(manager, messagesFor(notice, addressees, companions, raised));
    await this.audit.record(manager, {
      actor,
      action: 'event.notice',
      subject: { type: 'event', id: eventId },
      after: { notice: id, ...wish, told: named.length, ...notice.detail },
    });
    return named.length;
  }

  // Decided when nobody else can change the event any more, on the event as it is then.
  private async change(
    manager: EntityManager,
    eventId: string,
    wish: NoticeWish,
    { seen, actor }: Pick<Sending, 'seen' | 'actor'>,
  ): Promise<{ before: Event; event: Event; detail: NoticeDetail }> {
    const changes: Change[] = [];
    const circumstances = await circumstancesOf(manager, eventId, this.clock.now());
    const before = await this.planning.revise(
      eventId,
      (event) => {
        if (seen !== undefined && seen !== versionOf(event)) throw new EventChanged();
        const change = changeOf(event, wish, circumstances);
        changes.push(change);
        return wish.what === 'online' ? {} : change.revision;
      },
      manager,
    );
    if (wish.what === 'online') {
      await this.rules.switchOnline(eventId, { joiningLink: wish.joiningLink }, actor, manager);
    }
    const [event] = await this.programme.load([eventId], manager);
    const [change] = changes;
    if (!event || !change) throw new EventUnknown();
    return { before, event, detail: change.detail };
  }
}

/** What a preview was made of; another one of the same event says that it was changed. */
export const versionOf = ({ changedAt, sequence, dates }: Event): string =>
  [changedAt, sequence, ...dates.map((date) => date.sequence)].join(' ');

const recipients = async (manager: EntityManager, id: string): Promise<number> => {
  const [{ count }] = await manager.query(
    'SELECT count(*)::integer AS count FROM notice_recipient WHERE notice_id = $1',
    [id],
  );
  return count;
};
