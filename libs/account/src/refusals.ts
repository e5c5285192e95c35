import { type MessageKey, type MessageValues, Refusal } from '#language';

/** Too many attempts in a short time; `retryAfter` is in seconds, for the header of that name. */
export class TooMany extends Refusal {
  readonly reason = 'tooMany';
  readonly key = 'error.tooMany';
  override readonly values: MessageValues;

  constructor(override readonly retryAfter: number) {
    super();
    this.values = { minutes: Math.ceil(retryAfter / 60) };
  }
}

/** Another account has this address. */
export class AccountExists extends Refusal {
  readonly reason = 'conflict';
  readonly key: MessageKey = 'office.account.exists';
}

/** No account has this address. */
export class AccountUnknown extends Refusal {
  readonly reason = 'unknown';
  readonly key: MessageKey = 'office.account.unknown';
}

/** What was given cannot be an e-mail address. */
export class AddressIncomplete extends Refusal {
  readonly reason = 'invalid';
  readonly key = 'field.email';
}

/** Unknown address or wrong password; which of them is not said. */
export class SignInFailed extends Refusal {
  readonly reason = 'forbidden';
  readonly key: MessageKey = 'office.signIn.failed';
}
