import { type MessageKey, Refusal } from '#language';

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

/** This way of attending is not offered by the event. */
export class AttendanceNotOffered extends Refusal {
  readonly reason = 'invalid';
  readonly key = 'error.registration.attendance';
}

/** The link is wrong, revoked or cut off; which of these is not said. */
export class RegistrationUnknown extends Refusal {
  readonly reason = 'unknown';
  readonly key = 'error.registration.unknown';
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
