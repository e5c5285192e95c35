import { type MessageKey, type MessageValues, Refusal } from '#language';

/** No member has this id (any more). */
export class MemberUnknown extends Refusal {
  readonly reason = 'unknown';
  readonly key: MessageKey = 'directory.member.unknown';
}

/** No contact has this id (any more). */
export class ContactUnknown extends Refusal {
  readonly reason = 'unknown';
  readonly key: MessageKey = 'directory.contact.unknown';
}

/** Another member has the same name, as names are compared. */
export class MemberExists extends Refusal {
  readonly reason = 'conflict';
  readonly key: MessageKey = 'directory.member.exists';
  override readonly values: MessageValues;

  constructor(name: string) {
    super();
    this.values = { name };
  }
}

/** The member is already one in that time; `from` and `until` say when. */
export class MembershipOverlaps extends Refusal {
  readonly reason = 'conflict';
  readonly key: MessageKey = 'directory.membership.overlaps';
  override readonly values: MessageValues;

  constructor({ from, until }: { from: string; until: string | null }) {
    super();
    this.values = { from: noonOf(from), until: until === null ? 0 : noonOf(until) };
  }
}

/** A membership would end before it begins. */
export class MembershipBackwards extends Refusal {
  readonly reason = 'invalid';
  readonly key: MessageKey = 'directory.membership.backwards';
  override readonly values: MessageValues;

  constructor(from: string) {
    super();
    this.values = { from: noonOf(from) };
  }
}

/** There is no membership that could end. */
export class NoMembership extends Refusal {
  readonly reason = 'conflict';
  readonly key: MessageKey = 'directory.membership.none';
}

/** Another member claims the domain. */
export class DomainClaimed extends Refusal {
  readonly reason = 'conflict';
  readonly key: MessageKey = 'directory.domain.claimed';
  override readonly values: MessageValues;

  constructor(domain: string, name: string) {
    super();
    this.values = { domain, name };
  }
}

/** A member cannot be its own double. */
export class SameMember extends Refusal {
  readonly reason = 'invalid';
  readonly key: MessageKey = 'directory.merge.same';
}

/** A person cannot be their own double. */
export class SameContact extends Refusal {
  readonly reason = 'invalid';
  readonly key: MessageKey = 'directory.merge.same';
}

/** Who shall hold the function is not, or no longer, a contact of this member. */
export class NotOfThisMember extends Refusal {
  readonly reason = 'invalid';
  readonly key: MessageKey = 'directory.function.stranger';
}

/** The present holder began later than the new one would. */
export class HeldSince extends Refusal {
  readonly reason = 'conflict';
  readonly key: MessageKey = 'directory.function.heldSince';
  override readonly values: MessageValues;

  constructor(from: string) {
    super();
    this.values = { from: noonOf(from) };
  }
}

/** The link is wrong, cut off or revoked, or the contact is no longer there; which of these is not said. */
export class PersonalPageUnknown extends Refusal {
  readonly reason = 'unknown';
  readonly key: MessageKey = 'my.unknown';
}

/** A day for a sentence, in milliseconds: noon is the same day wherever the sentence is put together. */
const noonOf = (day: string): number => Date.parse(`${day}T12:00Z`);
