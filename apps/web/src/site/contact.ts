import type { Site } from '../view/index.js';

/** The office's address, telephone and mail, one per line. */
export const contactLines = ({ postal, phone, email }: Site): string =>
  [...(postal ?? []), phone, email].filter(Boolean).join('\n');
