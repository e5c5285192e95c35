import { z } from 'zod';
import { cleanLine } from './clean.js';

// What an address may not contain is what would need quoting; everything else, umlauts too, is the mail server's
// to judge. The length is that of RFC 5321, 4.5.3.1.
const ADDRESS = /^[^\s@"<>(),;:\\[\]]{1,64}@[^\s@"<>(),;:\\[\].]+(\.[^\s@"<>(),;:\\[\].]+)+$/u;

/** A mail address as people type it, cleaned. */
export const addressSchema = z.string().overwrite(cleanLine).min(1).max(254).regex(ADDRESS);

/** One line of text, cleaned; not empty. */
export const line = (most: number) => z.string().overwrite(cleanLine).min(1).max(most);

/** A text that may be left out; a form sends it empty. */
export const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess(
    (value) => (typeof value === 'string' && cleanLine(value) === '' ? undefined : value),
    schema.optional(),
  );
