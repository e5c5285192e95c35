import type { Mail } from './mail.js';

/** Takes mails away, one at a time or several at once. */
export interface Transport {
  /** Resolves with what the other side answered, once it has taken the mail; otherwise rejects. */
  send(mail: Mail): Promise<string>;
  close(): void;
}

/** Injection token of the {@link Transport}; null where there is none and mail is held. */
export const TRANSPORT = Symbol('TRANSPORT');
