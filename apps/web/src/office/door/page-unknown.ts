import { Refusal } from '#language';

/** There is no such page of the office. */
export class PageUnknown extends Refusal {
  readonly reason = 'unknown';
  readonly key = 'error.page.unknown';
}

/** An id from an address; throws {@link PageUnknown} for what cannot be one. */
export function idOf(text: string): string {
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text)) throw new PageUnknown();
  return text.toLowerCase();
}
