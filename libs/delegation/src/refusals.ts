import { type MessageKey, type MessageValues, Refusal } from '#language';

/** There is no such delegation, or it is another member's; which of these is not said. */
export class DelegationUnknown extends Refusal {
  readonly reason = 'unknown';
  readonly key: MessageKey = 'error.delegation.unknown';
}

/** The seat is not one of this delegation. */
export class SeatUnknown extends Refusal {
  readonly reason = 'unknown';
  readonly key: MessageKey = 'error.delegation.seat';
}

/** Somebody else has named or changed the seat meanwhile; the page shows it as it is now. */
export class SeatTaken extends Refusal {
  readonly reason = 'conflict';
  readonly key: MessageKey = 'error.delegation.taken';
}

/** Whoever shall have the seat has it. */
export class SamePerson extends Refusal {
  readonly reason = 'conflict';
  readonly key: MessageKey = 'error.delegation.same';
}

/** What shall be a corrected name is somebody else's. */
export class OtherPerson extends Refusal {
  readonly reason = 'conflict';
  readonly key: MessageKey = 'error.delegation.other';
}

/** The naming deadline has passed: from now on there are seats for people with a name only. */
export class NamingOver extends Refusal {
  readonly reason = 'conflict';
  readonly key: MessageKey = 'error.delegation.namingOver';
  override readonly values: MessageValues;

  constructor(deadline: Temporal.ZonedDateTime) {
    super();
    this.values = { day: Date.parse(`${deadline.toPlainDate()}T12:00Z`) };
  }
}

/** Mails about seats without a name have nowhere to go. */
export class CoordinatorUnreachable extends Refusal {
  readonly reason = 'conflict';
  readonly key: MessageKey = 'error.delegation.unreachable';
}
