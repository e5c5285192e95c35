import { z } from 'zod';
import { addressSchema, cleanLine, line, optional } from '#database';
import { LANGUAGES, type MessageKey } from '#language';
import { CONTACT_ROLES } from './contact.entity.js';
import { isLeitwegId } from './leitweg-id.js';
import { MEMBER_KINDS } from './member.entity.js';

const upper = (text: string): string => cleanLine(text).toUpperCase();

// A domain as claimed: what stands behind the @, without it.
const DOMAIN = /^[^@\s,;.]+(\.[^@\s,;.]+)+$/;

/** The sentence that explains a rule of ours; see `fieldErrors`. */
const says = (key: MessageKey) => ({ params: { key } });

/** A day, `YYYY-MM-DD`. */
export const daySchema = z
  .string()
  .refine((text) => z.iso.date().safeParse(text).success, says('directory.day'));

export const domainSchema = z
  .string()
  .overwrite((text) => cleanLine(text).toLowerCase().replace(/^@/, ''))
  .max(253)
  .refine((text) => DOMAIN.test(text), says('directory.domain.form'));

/** Domains as typed into one line, with blanks, commas or semicolons between them. */
export const domainsSchema = z
  .string()
  .transform((text) => [
    ...new Set(
      cleanLine(text)
        .split(/[\s,;]+/)
        .filter(Boolean),
    ),
  ])
  .pipe(z.array(domainSchema).max(50));

/** What the office writes down about a member besides its times. */
export const memberSchema = z.strictObject({
  name: line(200),
  kind: z.enum(MEMBER_KINDS),
  postal: optional(line(500)),
  leitwegId: optional(
    z.string().overwrite(upper).max(46).refine(isLeitwegId, says('directory.leitwegId.wrong')),
  ),
  domains: domainsSchema.default([]),
});
export type MemberInput = z.output<typeof memberSchema>;

/** A contact as typed. */
export const contactSchema = z.strictObject({
  firstName: z.string().overwrite(cleanLine).max(100).default(''),
  lastName: line(100),
  email: optional(addressSchema),
  phone: optional(line(50)),
  language: z.enum(LANGUAGES).default('de'),
  roles: z.array(z.enum(CONTACT_ROLES)).default([]),
});
export type ContactInput = z.output<typeof contactSchema>;
