import { type MessageKey, type MessageValues, Refusal } from '#language';

/** The link is wrong, cut off or revoked; which of these is not said. */
export class InvitationUnknown extends Refusal {
  readonly reason = 'unknown';
  readonly key: MessageKey = 'error.invitation.unknown';
}

/** Only a published event of ours that has not begun can be invited to, and only so long can be replied. */
export class NothingToInviteTo extends Refusal {
  readonly reason = 'conflict';
  readonly key: MessageKey = 'error.invitation.event';
}

/** The event has begun: no reply can change anything. */
export class ReplyOver extends Refusal {
  readonly reason = 'conflict';
  readonly key: MessageKey = 'error.invitation.over';
}

/** Nobody was chosen to be invited. */
export class NobodyChosen extends Refusal {
  readonly reason = 'invalid';
  readonly key: MessageKey = 'error.invitation.nobody';
}

/** The member resigned before the event, which is for members; the invitation can still be declined. */
export class MembershipEnded extends Refusal {
  readonly reason = 'forbidden';
  readonly key: MessageKey = 'error.invitation.ended';
}

/** Some of those chosen are not members on the day of the event; `names` lists them. */
export class FormerMembers extends Refusal {
  readonly reason = 'conflict';
  readonly key: MessageKey = 'error.invitation.former';
  override readonly values: MessageValues;

  constructor(names: readonly string[]) {
    super();
    this.values = { names: names.join(', '), count: names.length };
  }
}

/** A line of a list of persons that cannot be read; nobody was invited. */
export class PersonUnreadable extends Refusal {
  readonly reason = 'invalid';
  readonly key: MessageKey = 'error.invitation.line';
  override readonly values: MessageValues;

  constructor(line: number) {
    super();
    this.values = { line };
  }
}

/** Nobody can stand in for themselves. */
export class OwnSubstitute extends Refusal {
  readonly reason = 'invalid';
  readonly key: MessageKey = 'error.invitation.ownSubstitute';
}

/** Who was named as a substitute has an invitation of their own already. */
export class AlreadyInvited extends Refusal {
  readonly reason = 'conflict';
  readonly key: MessageKey = 'error.invitation.already';
  override readonly values: MessageValues;

  constructor(name: string) {
    super();
    this.values = { name };
  }
}
