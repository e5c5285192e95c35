import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { Clock } from '#config';
import { Outbox } from '#mail';
import { type PersonKey, personKey, RegistrationService } from '#registration';
import { Invitation } from './invitation.entity.js';
import { InvitationBook } from './invitation-book.js';
import { mailAbout } from './invitation-mail.js';
import { AlreadyInvited, OwnSubstitute } from './refusals.js';
import { moveSeats, seatsOf } from './substitute-book.js';
import type { Guest } from './whom.js';

/** Names substitutes and releases them, in the transaction of the reply that does so. */
@Injectable()
export class Substitutes {
  constructor(
    private readonly registrations: RegistrationService,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes their invitations back, gives their seats back and tells them. Who is in the `party` that comes now keeps
   * the seat, which from now on is the principal's doing.
   */
  async release(
    manager: EntityManager,
    principal: Invitation,
    released: readonly Invitation[],
    { actor, party }: { actor: string; party: readonly PersonKey[] },
  ): Promise<void> {
    if (released.length === 0) return;
    const comes = ({ email, name }: PersonKey) =>
      party.some((one) => one.email === email && one.name === name);
    const seats = await seatsOf(manager, released);
    for (const { registrationId } of seats.filter((seat) => !comes(seat))) {
      await this.registrations.withdraw(registrationId, { actor, reason: 'substitute released' });
    }
    await moveSeats(manager, seats.filter(comes), principal);
    const now = this.clock.now();
    const all = new Map([principal, ...released].map((one) => [one.id, one]));
    for (const one of released) {
      Object.assign(one, { revokedAt: now, letters: one.letters + 1, mailedAt: now });
      await manager.update(Invitation, one.id, { revokedAt: now, letters: one.letters, mailedAt: now });
    }
    await this.outbox.write(
      manager,
      released
        .filter(({ emailKey, nameKey }) => !comes({ email: emailKey, name: nameKey }))
        .map((one) =>
          mailAbout(one, 'released', { principal: nameOf(all.get(one.substituteFor ?? '') ?? principal) }),
        ),
    );
  }

  /**
   * The substitute who is named once more, who is no other one unless they have declined; else null. Throws
   * {@link OwnSubstitute}, and {@link AlreadyInvited} for everybody else with an invitation.
   */
  async kept(manager: EntityManager, principal: Invitation, person: Guest): Promise<Invitation | null> {
    if (samePerson(person, principal)) throw new OwnSubstitute();
    const { email, name } = personKey(person);
    const live = await manager.findOne(Invitation, {
      where: { eventId: principal.eventId, emailKey: email, nameKey: name, revokedAt: IsNull() },
    });
    if (!live) return null;
    const standsIn = live.substituteFor === principal.id && (!live.answer || live.answer === 'coming');
    if (!standsIn) throw new AlreadyInvited(nameOf(live));
    return live;
  }

  /** Invites somebody in the principal's place; throws {@link AlreadyInvited}. */
  async invite(manager: EntityManager, principal: Invitation, person: Guest, actor: string): Promise<void> {
    const book = new InvitationBook(manager);
    const invitees = [{ ...person, memberId: principal.memberId ?? undefined }];
    const [substitute] = await book.enter(invitees, {
      eventId: principal.eventId,
      actor,
      now: this.clock.now(),
      substituteFor: principal.id,
    });
    // Somebody else invited the same person this very moment.
    if (!substitute) throw new AlreadyInvited(nameOf(person));
    const names = await book.memberNames([principal.memberId]);
    const memberName = names.get(principal.memberId ?? '');
    const mail = mailAbout(substitute, 'substitute', { memberName, principal: nameOf(principal) });
    await this.outbox.write(manager, [mail]);
  }
}

function samePerson(person: Guest, { emailKey, nameKey }: Invitation): boolean {
  const key = personKey(person);
  return key.email === emailKey && key.name === nameKey;
}

const nameOf = ({ firstName, lastName }: Pick<Guest, 'firstName' | 'lastName'>): string =>
  `${firstName} ${lastName}`.trim();
