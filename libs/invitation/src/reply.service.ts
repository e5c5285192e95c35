import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import { Clock } from '#config';
import { type Event, ProgrammeService } from '#event';
import type { Language } from '#language';
import { Outbox } from '#mail';
import { ACTIVE, type PartyInput, personKey, RegistrationService } from '#registration';
import { Invitation } from './invitation.entity.js';
import { InvitationBook } from './invitation-book.js';
import { mailAbout } from './invitation-mail.js';
import { InvitationReply } from './invitation-reply.entity.js';
import { replyOver } from './opening.js';
import { InvitationUnknown, OwnSubstitute } from './refusals.js';
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
}

/** Takes replies; what they change about seats goes through the desk, first, so that a reply never promises too much. */
@Injectable()
export class ReplyService {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly programme: ProgrammeService,
    private readonly registrations: RegistrationService,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Records a reply and does what it says; can be changed until the event begins. Throws a Refusal, then nothing has. */
  async reply(invitationId: string, reply: Reply, replying: Replying): Promise<void> {
    const invitation = await this.manager.findOne(Invitation, { where: { id: invitationId } });
    if (!invitation || invitation.revokedAt) throw new InvitationUnknown();
    const event = await this.programme.byId(invitation.eventId);
    const refusal = replyOver(event, this.clock.now());
    if (refusal) throw refusal;
    if (reply.answer === 'coming') return this.come(invitation, event, reply, replying);
    if (reply.answer === 'substitute' && samePerson(reply.person, invitation)) throw new OwnSubstitute();
    await this.giveBack(invitation, replying.actor);
    await this.manager.transaction(async (manager) => {
      await this.record(manager, invitation, reply.answer, replying.actor, reply.word);
      if (reply.answer === 'substitute') await this.inviteSubstitute(manager, invitation, reply.person);
    });
    this.outbox.wake();
  }

  /** All replies, the latest first. */
  history(invitationId: string): Promise<InvitationReply[]> {
    return this.manager.find(InvitationReply, { where: { invitationId }, order: { id: 'DESC' } });
  }

  /** Who comes by this invitation, or waits for a seat, by name. */
  async comers({ id, eventId, emailKey, nameKey }: Invitation): Promise<Comer[]> {
    return this.manager.query(
      `SELECT r.id AS "registrationId", r.first_name || ' ' || r.last_name AS name, r.status = 'waitlisted' AS waits
       FROM registration r
       WHERE r.event_id = $2 AND r.status = ANY($5)
         AND (r.id IN (SELECT registration_id FROM invitation_registration WHERE invitation_id = $1)
           OR r.email_key = $3 AND r.name_key = $4)
       ORDER BY r.last_name, r.first_name`,
      [id, eventId, emailKey, nameKey, ACTIVE],
    );
  }

  private async come(
    invitation: Invitation,
    event: Event,
    { party, submission }: Extract<Reply, { answer: 'coming' }>,
    { actor, language }: Replying,
  ): Promise<void> {
    const { people } = await this.registrations.register(event.slug, party, {
      actor,
      language,
      invited: true,
      idempotency: submission ? { client: 'invitation', key: `${invitation.id} ${submission}` } : undefined,
    });
    const made = people.flatMap(({ registrationId }) => registrationId ?? []);
    await this.manager.transaction(async (manager) => {
      await this.record(manager, invitation, 'coming', actor);
      await manager.query(
        `INSERT INTO invitation_registration (registration_id, invitation_id)
         SELECT id, $2::uuid FROM unnest($1::uuid[]) AS id ON CONFLICT DO NOTHING`,
        [made, invitation.id],
      );
    });
  }

  // Only what this invitation led to, and the invited person's own place: never that of a colleague who registered alone.
  private async giveBack(invitation: Invitation, actor: string): Promise<void> {
    for (const { registrationId } of await this.comers(invitation)) {
      await this.registrations.withdraw(registrationId, { actor, reason: 'invitation declined' });
    }
  }

  private async record(
    manager: EntityManager,
    invitation: Invitation,
    answer: Reply['answer'],
    actor: string,
    word?: string,
  ): Promise<void> {
    const now = this.clock.now();
    await manager.update(Invitation, invitation.id, { answer, answeredAt: now });
    await manager.insert(InvitationReply, {
      invitationId: invitation.id,
      answer,
      word: word ?? null,
      actor,
      at: now,
    });
  }

  private async inviteSubstitute(
    manager: EntityManager,
    principal: Invitation,
    person: Guest,
  ): Promise<void> {
    const book = new InvitationBook(manager);
    const invitees = [{ ...person, memberId: principal.memberId ?? undefined }];
    const substitutes = await book.enter(invitees, {
      eventId: principal.eventId,
      actor: 'participant',
      now: this.clock.now(),
      substituteFor: principal.id,
    });
    const names = await book.memberNames([principal.memberId]);
    await this.outbox.write(
      manager,
      substitutes.map((one) =>
        mailAbout(one, 'substitute', {
          memberName: names.get(principal.memberId ?? ''),
          principal: `${principal.firstName} ${principal.lastName}`.trim(),
        }),
      ),
    );
  }
}

function samePerson(person: Guest, { emailKey, nameKey }: Invitation): boolean {
  const key = personKey(person);
  return key.email === emailKey && key.name === nameKey;
}
