import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { type EntityManager, IsNull } from 'typeorm';
import { Links } from '#account';
import { AuditService } from '#audit';
import { Clock } from '#config';
import { type Event, ProgrammeService } from '#event';
import type { Texts } from '#language';
import { Outbox } from '#mail';
import { ContactService } from '#member';
import { personKey } from '#registration';
import { type FreshGuests, GuestLists } from './guest-list.service.js';
import { Invitation } from './invitation.entity.js';
import { InvitationBook } from './invitation-book.js';
import { mailAbout } from './invitation-mail.js';
import { dayOf, notInvitable } from './opening.js';
import { InvitationUnknown } from './refusals.js';
import type { Whom } from './whom.js';

/** What came of inviting. */
export interface Invited {
  invited: number;
  /** How many of those meant had an invitation before. */
  already: number;
  /** Members and functions that no mail can reach, by name. */
  unreachable: string[];
}

/** Who would be invited, before anybody is. */
export type InvitationPreview = FreshGuests;

/** An invitation with its event. */
export interface InvitationView {
  invitation: Invitation;
  event: Event;
}

/** Invites people to events, again if need be, and takes invitations back. */
@Injectable()
export class InvitationService {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly programme: ProgrammeService,
    private readonly guests: GuestLists,
    private readonly contacts: ContactService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
    private readonly links: Links,
    private readonly clock: Clock,
  ) {}

  /** Whom an invitation would reach; throws what {@link invite} would. */
  async preview(eventId: string, whom: Whom): Promise<InvitationPreview> {
    return this.guestsOf(eventId, whom);
  }

  /**
   * Invites everybody meant who is not invited yet, each with a mail; rejects with a Refusal, and then nobody.
   * `interest`: the title of an event at which they got no seat, where that is why they are written to.
   */
  async invite(
    eventId: string,
    whom: Whom,
    actor: string,
    { interest }: { interest?: Texts } = {},
  ): Promise<Invited> {
    const { invitees, already, unreachable } = await this.guestsOf(eventId, whom);
    const invited = await this.manager.transaction(async (manager) => {
      const book = new InvitationBook(manager);
      await book.lock(eventId);
      const known = await book.known(eventId);
      const fresh = invitees.filter((invitee) => !known.has(invitee));
      const entered = await book.enter(fresh, { eventId, actor, now: this.clock.now() });
      const names = await book.memberNames(entered.map(({ memberId }) => memberId));
      await this.outbox.write(
        manager,
        entered.map((one) =>
          mailAbout(one, 'invited', { memberName: names.get(one.memberId ?? ''), interest }),
        ),
      );
      await this.audit.record(manager, {
        actor,
        action: 'invitation.invite',
        subject: { type: 'event', id: eventId },
        after: { invited: entered.length, unreachable },
      });
      return entered.length;
    });
    this.outbox.wake();
    return { invited, already: already + invitees.length - invited, unreachable };
  }

  /** What a mailed link opens; throws {@link InvitationUnknown} for a wrong, cut off or revoked one. */
  async byLink(token: string): Promise<InvitationView> {
    const id = this.links.idOf(token);
    const invitation = id && (await this.manager.findOne(Invitation, { where: { id, revokedAt: IsNull() } }));
    if (!invitation || !this.links.opens(token, 'invitation', invitation.id, invitation.linkGeneration)) {
      throw new InvitationUnknown();
    }
    return { invitation, event: await this.programme.byId(invitation.eventId) };
  }

  /** Any invitation, for the office; throws {@link InvitationUnknown}. */
  async byId(id: string): Promise<InvitationView> {
    const invitation = await this.manager.findOne(Invitation, { where: { id } });
    if (!invitation) throw new InvitationUnknown();
    return { invitation, event: await this.programme.byId(invitation.eventId) };
  }

  /** The token that opens an invitation's page now. */
  tokenOf({ id, linkGeneration }: Pick<Invitation, 'id' | 'linkGeneration'>): string {
    return this.links.token('invitation', id, linkGeneration);
  }

  /**
   * Mails the invitation once more, to the address that the contact has by now; if that is another one, the link
   * in the earlier mails opens nothing any more. Throws FormerMembers where the member has resigned by the event.
   */
  async resend(id: string, actor: string): Promise<void> {
    const { invitation, event } = await this.byId(id);
    const refusal = notInvitable(event, this.clock.now());
    if (invitation.revokedAt) throw new InvitationUnknown();
    if (refusal) throw refusal;
    if (invitation.memberId)
      await this.guests.assertMember(invitation.memberId, dayOf(event, this.clock.now()));
    const [contact] = invitation.contactId ? await this.contacts.byIds([invitation.contactId]) : [];
    await this.manager.transaction(async (manager) => {
      // Read again under its lock: who replies at this very moment must not be taken back to silence.
      const invitation = await manager.findOneOrFail(Invitation, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      const email = contact?.email ?? invitation.email;
      const { email: emailKey } = personKey({ ...invitation, email });
      const moved = emailKey !== invitation.emailKey;
      const changes = {
        email,
        emailKey,
        linkGeneration: invitation.linkGeneration + (moved ? 1 : 0),
        letters: invitation.letters + 1,
        mailedAt: this.clock.now(),
      };
      await manager.update(Invitation, id, changes);
      Object.assign(invitation, changes);
      const names = await new InvitationBook(manager).memberNames([invitation.memberId]);
      const memberName = names.get(invitation.memberId ?? '');
      await this.outbox.write(manager, [mailAbout(invitation, 'invited', { memberName })]);
      await this.audit.record(manager, { actor, action: 'invitation.resend', subject: subject(id) });
    });
    this.outbox.wake();
  }

  /** Takes an invitation back: its link opens nothing any more. Registrations that it led to stay. */
  async revoke(id: string, actor: string): Promise<void> {
    const { invitation } = await this.byId(id);
    if (invitation.revokedAt) return;
    await this.manager.transaction(async (manager) => {
      await manager.update(Invitation, { id, revokedAt: IsNull() }, { revokedAt: this.clock.now() });
      await this.audit.record(manager, { actor, action: 'invitation.revoke', subject: subject(id) });
    });
  }

  private async guestsOf(eventId: string, whom: Whom): Promise<FreshGuests> {
    const event = await this.programme.byId(eventId);
    const now = this.clock.now();
    const refusal = notInvitable(event, now);
    if (refusal) throw refusal;
    return this.guests.of(whom, dayOf(event, now), await new InvitationBook(this.manager).known(eventId));
  }
}

const subject = (id: string) => ({ type: 'invitation', id });
