import { randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { type EntityManager, IsNull } from 'typeorm';
import { Clock } from '#config';
import { type Event, ProgrammeService } from '#event';
import type { Language } from '#language';
import { Outbox } from '#mail';
import { MemberService } from '#member';
import { ACTIVE, countPositions, type PartyInput, personKey, RegistrationService } from '#registration';
import { Invitation } from './invitation.entity.js';
import { InvitationReply } from './invitation-reply.entity.js';
import { dayOf, replyOver } from './opening.js';
import { InvitationUnknown, MembershipEnded } from './refusals.js';
import { Substitutes } from './substitute.service.js';
import { linkRegistrations, lockSubstitutes, seatsOf } from './substitute-book.js';
import type { Guest } from './whom.js';

/** What is replied; each needs something else. */
export type Reply =
  | { answer: 'coming'; party: PartyInput; submission?: string }
  | { answer: 'declined'; word?: string }
  | { answer: 'substitute'; person: Guest; word?: string };

/** Who replies, and in which language they read. */
export interface Replying {
  /** `participant`, or `account:<id>` for whoever takes the call. */
  actor: string;
  language: Language;
}

/** Somebody registered through an invitation. */
export interface Comer {
  registrationId: string;
  name: string;
  waits: boolean;
  /** The place in the line of who waits. */
  position?: number;
}

/**
 * Takes replies, one at a time for each invitation. What they change about seats goes through the desk, in its own
 * transactions and before the reply is committed: one that breaks off has promised nothing and can be given again.
 */
@Injectable()
export class ReplyService {
  #latest: Promise<unknown> = Promise.resolve();

  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly programme: ProgrammeService,
    private readonly registrations: RegistrationService,
    private readonly members: MemberService,
    private readonly substitutes: Substitutes,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Records a reply and does what it says; can be changed until the event begins. Of several at once the last one
   * counts. Throws a Refusal, then nothing has changed.
   */
  async reply(invitationId: string, reply: Reply, replying: Replying): Promise<void> {
    // A reply keeps a connection while the desk needs another: were there many at once, they would wait for ever.
    const turn = this.#latest.then(() =>
      this.manager.transaction((manager) => this.take(manager, invitationId, reply, replying)),
    );
    this.#latest = turn.catch(() => undefined);
    await turn;
    this.outbox.wake();
  }

  /** All replies, the latest first. */
  history(invitationId: string): Promise<InvitationReply[]> {
    return this.manager.find(InvitationReply, { where: { invitationId }, order: { id: 'DESC' } });
  }

  /** Who was named as a substitute and still is. */
  substituteOf(invitationId: string): Promise<Invitation | null> {
    return this.manager.findOne(Invitation, {
      where: { substituteFor: invitationId, revokedAt: IsNull() },
      order: { id: 'DESC' },
    });
  }

  /** Who comes by this invitation, or waits for a seat, by name. */
  async comers({ id, eventId, emailKey, nameKey }: Invitation): Promise<Comer[]> {
    const comers: Comer[] = await this.manager.query(
      `SELECT r.id AS "registrationId", r.first_name || ' ' || r.last_name AS name, r.status = 'waitlisted' AS waits
       FROM registration r
       WHERE r.event_id = $2 AND r.status = ANY($5)
         AND (r.id IN (SELECT registration_id FROM invitation_registration WHERE invitation_id = $1)
           OR r.email_key = $3 AND r.name_key = $4)
       ORDER BY r.last_name, r.first_name`,
      [id, eventId, emailKey, nameKey, ACTIVE],
    );
    const waiting = comers.filter(({ waits }) => waits).map(({ registrationId }) => registrationId);
    const positions = await countPositions(this.manager, waiting);
    return comers.map((comer) => ({ ...comer, position: positions.get(comer.registrationId) }));
  }

  private async take(
    manager: EntityManager,
    invitationId: string,
    reply: Reply,
    replying: Replying,
  ): Promise<void> {
    const invitation = await manager.findOne(Invitation, {
      where: { id: invitationId, revokedAt: IsNull() },
      lock: { mode: 'for_no_key_update' },
    });
    if (!invitation) throw new InvitationUnknown();
    const event = await this.programme.byId(invitation.eventId);
    const refusal = replyOver(event, this.clock.now());
    if (refusal) throw refusal;
    if (reply.answer === 'coming') await this.assertMember(invitation, event);
    const { actor } = replying;
    const kept =
      reply.answer === 'substitute' ? await this.substitutes.kept(manager, invitation, reply.person) : null;
    const released = await lockSubstitutes(manager, invitation.id, kept?.id);
    if (reply.answer === 'substitute' && !kept)
      await this.substitutes.invite(manager, invitation, reply.person, actor);
    if (reply.answer === 'coming') await this.register(invitation, event, reply, replying);
    if (reply.answer !== 'coming') await this.giveBack(manager, invitation, actor);
    const party = reply.answer === 'coming' ? reply.party.people.map(personKey) : [];
    await this.substitutes.release(manager, invitation, released, { actor, party });
    await this.record(manager, invitation, reply, actor);
    await linkRegistrations(manager, invitation);
  }

  // Who resigned since is a guest like any other: welcome where the event is not for members alone.
  private async assertMember({ memberId }: Invitation, event: Event): Promise<void> {
    if (event.audience !== 'members' || !memberId) return;
    const members = await this.members.current(dayOf(event, this.clock.now()));
    if (!members.some(({ id }) => id === memberId)) throw new MembershipEnded();
  }

  private async register(
    invitation: Invitation,
    event: Event,
    { party, submission = randomUUIDv7() }: Extract<Reply, { answer: 'coming' }>,
    { actor, language }: Replying,
  ): Promise<void> {
    // Sent twice it is one reply; sent once more after another answer, it is meant anew.
    const before = await this.history(invitation.id);
    const changes = before.filter(({ answer }) => answer !== 'coming').length;
    await this.registrations.register(event.slug, party, {
      actor,
      language,
      invited: true,
      idempotency: { client: 'invitation', key: `${invitation.id} ${changes} ${submission}` },
    });
  }

  // Only what this invitation led to, and the invited person's own place: never that of a colleague who registered alone.
  private async giveBack(manager: EntityManager, invitation: Invitation, actor: string): Promise<void> {
    const own: { id: string }[] = await manager.query(
      `SELECT id FROM registration
       WHERE event_id = $1 AND email_key = $2 AND name_key = $3 AND status = ANY($4)`,
      [invitation.eventId, invitation.emailKey, invitation.nameKey, ACTIVE],
    );
    const led = await seatsOf(manager, [invitation]);
    const ids = new Set([...own.map(({ id }) => id), ...led.map(({ registrationId }) => registrationId)]);
    for (const id of ids) await this.registrations.withdraw(id, { actor });
  }

  private async record(
    manager: EntityManager,
    { id }: Invitation,
    reply: Reply,
    actor: string,
  ): Promise<void> {
    const now = this.clock.now();
    const { answer } = reply;
    const word = reply.answer === 'coming' ? undefined : reply.word;
    await manager.update(Invitation, id, { answer, answeredAt: now });
    await manager.insert(InvitationReply, { invitationId: id, answer, word: word ?? null, actor, at: now });
  }
}
