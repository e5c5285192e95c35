import { Refusal } from '#language';

/** The one-time link is wrong, used, expired or replaced by a newer one; which of these is not said. */
export class SetupLinkOver extends Refusal {
  readonly reason = 'gone';
  readonly key = 'error.setup.linkOver';
}

/** The link of a test mail is wrong, or a newer test mail has been sent since. */
export class SenderTestOver extends Refusal {
  readonly reason = 'gone';
  readonly key = 'error.setup.senderTestOver';
}
