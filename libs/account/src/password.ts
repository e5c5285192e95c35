import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { z } from 'zod';

// No i, l, o, u, 0 or 1: typed from a screen they are taken for one another.
const SIGNS = '23456789abcdefghjkmnpqrstvwxyz';

/** A random password that can be read out and typed: `k7mq-x2pd-9wht-c4vn`, about 78 bits. */
export function newPassword(): string {
  const group = () => Array.from({ length: 4 }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  return Array.from({ length: 4 }, group).join('-');
}

/** A password that somebody made up. Long beats strange: there are no rules about signs (NIST SP 800-63B). */
export const passwordSchema = z.string().trim().min(12).max(200);

// Argon2id with what OWASP asks for (2025): 19 MiB, two passes, one lane.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash to keep of a password; pasted blanks around it do not count. */
export const hashOf = (password: string): Promise<string> => hash(password.trim(), COST);

/** Whether this is the password of the hash. Without a hash it takes as long, and says no. */
export async function isPassword(typed: string, kept: string | undefined): Promise<boolean> {
  decoy ??= hashOf(newPassword());
  const matches = await verify(kept ?? (await decoy), typed.trim());
  return matches && kept !== undefined;
}

let decoy: Promise<string> | undefined;
