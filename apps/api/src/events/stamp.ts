/** The moment with its offset, so that both the instant and the clock on the wall can be read off. */
export const stamp = (at: Temporal.ZonedDateTime): string => at.toString({ timeZoneName: 'never' });
