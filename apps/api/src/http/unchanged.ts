/** By what a client can tell whether it already has what we would send. */
export interface Validators {
  /** Complete, with its quotation marks. */
  etag: string;
  /** In whole seconds; missing where only the tag tells. */
  lastModified?: Temporal.Instant;
}

/** The conditions a request may make. */
export interface Conditions {
  'if-none-match'?: string | undefined;
  'if-modified-since'?: string | undefined;
}

/**
 * Whether the client has it already. If-None-Match decides alone where it is sent; a date that cannot be read
 * counts as not sent (RFC 9110, 13.1.2, 13.1.3).
 */
export function isUnchanged(conditions: Conditions, { etag, lastModified }: Validators): boolean {
  const held = conditions['if-none-match'];
  if (held !== undefined) return held.trim() === '*' || tagsIn(held).includes(etag);
  const since = httpDate(conditions['if-modified-since']);
  return (
    since !== undefined && lastModified !== undefined && Temporal.Instant.compare(since, lastModified) >= 0
  );
}

/** A moment as HTTP writes it: `Sun, 06 Nov 1994 08:49:37 GMT`. */
export const toHttpDate = (at: Temporal.Instant): string => new Date(at.epochMilliseconds).toUTCString();

// The comparison is the weak one: a cache on the way may have weakened our tag.
const tagsIn = (list: string): string[] => list.match(/"[^"]*"/g) ?? [];

const IMF_FIXDATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;
const RFC_850 = /^[A-Z][a-z]{5,8}, \d{2}-[A-Z][a-z]{2}-\d{2} \d{2}:\d{2}:\d{2} GMT$/;
const ASCTIME = /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/;

/** The three forms that HTTP knows (RFC 9110, 5.6.7); the last one does not say its zone, which is GMT too. */
function httpDate(text: string | undefined): Temporal.Instant | undefined {
  const date = text?.trim() ?? '';
  const milliseconds =
    IMF_FIXDATE.test(date) || RFC_850.test(date)
      ? Date.parse(date)
      : ASCTIME.test(date)
        ? Date.parse(`${date} GMT`)
        : Number.NaN;
  return Number.isNaN(milliseconds) ? undefined : Temporal.Instant.fromEpochMilliseconds(milliseconds);
}
