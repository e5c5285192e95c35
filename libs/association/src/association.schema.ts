import { z } from 'zod';
import { addressSchema, cleanText, line, optional } from '#database';
import type { Texts } from '#language';

const paragraphs = z.string().overwrite(cleanText).max(20_000);

/** A text of the association by language; what is left empty is shown in German. Without any: undefined. */
const ownText = z
  .strictObject({ de: optional(paragraphs), en: optional(paragraphs), fr: optional(paragraphs) })
  .transform((texts) => (Object.values(texts).some(Boolean) ? givenOf(texts) : undefined));

/** What an administrator says about the association. */
export const associationSchema = z.strictObject({
  shortName: line(30),
  name: z
    .strictObject({ de: line(200), en: optional(line(200)), fr: optional(line(200)) })
    .transform((texts): Texts => ({ ...givenOf(texts), de: texts.de })),
  postal: z.string().overwrite(cleanText).min(1).max(500),
  email: addressSchema,
  phone: optional(line(50)),
  imprint: ownText,
  privacy: ownText,
});

/** Who sends the mails, and where a test mail goes. */
export const senderSchema = z.strictObject({ name: line(100), address: addressSchema, to: addressSchema });

export type AssociationFacts = z.infer<typeof associationSchema>;
export type SenderFacts = z.infer<typeof senderSchema>;

const givenOf = (texts: Record<string, string | undefined>): Texts =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text));
