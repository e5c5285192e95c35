import { type FieldError, type MessageKey, type MessageValues, Refusal, type RefusalReason } from '#language';

/** The event takes no registrations here: a listing, without a date, postponed. */
export class NoRegistration extends Refusal {
  readonly reason = 'conflict';
  readonly key: MessageKey = 'error.registration.none';
}

export class RegistrationNotYetOpen extends Refusal {
  readonly reason = 'conflict';
  readonly key = 'error.registration.notYet';
}

export class RegistrationClosed extends Refusal {
  readonly reason = 'conflict';
  readonly key = 'error.registration.closed';
}

export class EventCancelled extends Refusal {
  readonly reason = 'gone';
  readonly key = 'error.event.cancelled';
}

export class InvitationNeeded extends Refusal {
  readonly reason = 'forbidden';
  readonly key = 'error.registration.invited';
}

/** The organization named is not a member today. */
export class MembersOnly extends Refusal {
  readonly reason = 'invalid';
  readonly key = 'error.registration.members';
}

/** The event has more than one way of attending, and nobody said which. */
export class AttendanceMissing extends Refusal {
  readonly reason = 'invalid';
  readonly key = 'error.attendance.missing';
}

/** This way of attending is not offered by the event. */
export class AttendanceNotOffered extends Refusal {
  readonly reason = 'invalid';
  readonly key = 'error.registration.attendance';
}

/** The link is wrong, revoked or cut off; which of these is not said. */
export class RegistrationUnknown extends Refusal {
  readonly reason: RefusalReason = 'unknown';
  readonly key: MessageKey = 'error.registration.unknown';
}

/** The link opened a place that has become somebody else's. */
export class PlacePassedOn extends RegistrationUnknown {
  override readonly reason = 'gone';
  override readonly key = 'error.registration.passedOn';
}

export class EventStarted extends Refusal {
  readonly reason = 'conflict';
  readonly key = 'error.registration.started';
}

/** The time in which a mistyped address can be corrected is over, or the registration has moved on. */
export class CorrectionOver extends Refusal {
  readonly reason = 'conflict';
  readonly key = 'error.submission.over';
}

export class KeyReused extends Refusal {
  readonly reason = 'invalid';
  readonly key = 'error.idempotency';
}

/** There is no free seat in the way of attending that was asked for. */
export class SeatsFull extends Refusal {
  readonly reason = 'conflict';
  readonly key = 'error.seats.full';
}

/** A session or a limited choice of the form is taken. */
export class ChoiceTaken extends Refusal {
  readonly reason = 'conflict';
  readonly key: MessageKey;
  override readonly values: MessageValues;
  override readonly fields?: readonly FieldError[];

  /**
   * `choice`: the id of the session or option, which the `person` of this number in a party cannot have. `named`: the
   * same in words, where it was chosen; see `takenChoice`.
   */
  constructor(
    readonly choice?: string,
    readonly person = 0,
    named?: FieldError,
  ) {
    super();
    this.key = named?.key ?? 'error.choice.taken';
    this.values = named?.values ?? {};
    if (named) this.fields = [named];
  }
}

/** Somebody with that name and address is on the list already. */
export class PersonDouble extends Refusal {
  readonly reason = 'conflict';
  readonly key = 'error.person.double';
}

export class OfferOver extends Refusal {
  readonly reason = 'gone';
  readonly key = 'error.offer.over';
}

/** None is open: it was accepted or refused before, or never made. */
export class NoOffer extends Refusal {
  readonly reason = 'conflict';
  readonly key = 'error.offer.none';
}

export class VerificationOver extends Refusal {
  readonly reason = 'gone';
  readonly key = 'error.verification.over';
}

/** The event's own deadline for withdrawing and changing has passed. */
export class WithdrawalOver extends Refusal {
  readonly reason = 'conflict';
  readonly key = 'error.withdrawal.over';
}

/** The registration is over, so nothing about it can be changed. */
export class RegistrationOver extends Refusal {
  readonly reason = 'conflict';
  readonly key = 'error.registration.over';
}

/** A member's people must write from an address of it. */
export class AddressOfMemberNeeded extends Refusal {
  readonly reason = 'invalid';
  readonly key = 'error.registration.memberAddress';
}

/** One address has as many registrations here as it may. */
export class AddressLimit extends Refusal {
  readonly reason = 'conflict';
  readonly key = 'error.limit.address';
}

/** The person is registered for as many events of the series as they may. */
export class SeriesLimit extends Refusal {
  readonly reason = 'conflict';
  readonly key = 'error.limit.series';
}

export class UnknownSession extends Refusal {
  readonly reason = 'invalid';
  readonly key = 'error.session.unknown';
}

export class SessionsOverlap extends Refusal {
  readonly reason = 'invalid';
  readonly key = 'error.session.overlap';
}

export class ReasonNeeded extends Refusal {
  readonly reason = 'invalid';
  readonly key = 'error.reason.needed';
}

/** Only who waits has a position. */
export class NotWaiting extends Refusal {
  readonly reason = 'conflict';
  readonly key = 'error.line.notWaiting';
}

/** The registration is at that event already. */
export class AlreadyThere extends Refusal {
  readonly reason = 'conflict';
  readonly key = 'error.move.same';
}

/** Somebody is registered for a way of attending that would not be offered any more. */
export class FormatTaken extends Refusal {
  readonly reason = 'conflict';
  readonly key = 'error.format.taken';
}

/** Only a person can be moved to another event, not a seat that has no name yet. */
export class SeatUnnamed extends Refusal {
  readonly reason = 'conflict';
  readonly key = 'error.move.unnamed';
}

/** Moved to that event somebody would lose a seat, or stand further back. */
export class WorseThere extends Refusal {
  readonly reason = 'conflict';
  readonly key = 'error.move.worse';
}
