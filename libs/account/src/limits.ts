/** How often something may be done in a span of time; `by` says what is counted. */
export interface Limit {
  /** Attempts allowed in the span. */
  points: number;
  minutes: number;
  /**
   * `address`: an e-mail address, whatever its letter case; `network`: a network address (a whole /64 of IPv6);
   * `thing`: an id or a token.
   */
  by: 'address' | 'network' | 'thing';
}

/** Every limit there is. Those by network are generous, because a whole town hall may come from one address. */
export const LIMITS = {
  'signIn.account': { points: 5, minutes: 15, by: 'address' },
  'signIn.network': { points: 100, minutes: 15, by: 'network' },
  'registration.network': { points: 300, minutes: 10, by: 'network' },
  'registration.address': { points: 20, minutes: 60, by: 'address' },
  'registration.swap': { points: 10, minutes: 60, by: 'thing' },
  'invitation.network': { points: 300, minutes: 10, by: 'network' },
  'invitation.substitute': { points: 5, minutes: 60, by: 'thing' },
  'correction.network': { points: 60, minutes: 10, by: 'network' },
  'correction.submission': { points: 10, minutes: 60, by: 'thing' },
  'my.network': { points: 60, minutes: 10, by: 'network' },
  'my.address': { points: 5, minutes: 60, by: 'address' },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof LIMITS;
