import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';

/** Everything the environment decides, read once at the start and checked. */
export interface Settings {
  mode: 'demo' | 'live';
  host: string;
  port: number;
  /** Address people type, without a trailing slash; links in mails begin with it. */
  publicUrl: string;
  /** What Fastify may believe of X-Forwarded-*: nothing, one hop count, or a list of proxies. */
  trustProxy: boolean | number | string[];
  /** Absolute folder of everything this installation keeps on disk. */
  home: string;
  /** Keys from the environment, newest first; empty: one is made and kept in the home. */
  secretKeys: string[];
  databaseUrl?: string;
  redisUrl?: string;
  smtpUrl?: string;
  mailFrom: { name: string; address: string };
  rateLimit: boolean;
  logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
}

/** The start must stop: one line per mistake, each naming its variable. */
export class SettingsError extends Error {
  constructor(readonly mistakes: string[]) {
    super(mistakes.join('\n'));
    this.name = 'SettingsError';
  }
}

/** Injection token of the {@link Settings}. */
export const SETTINGS = Symbol('SETTINGS');

/** Reads and checks the settings; throws {@link SettingsError} with every mistake at once. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    throw new SettingsError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  const values = parsed.data;
  const demo = values.PLENUM_MODE === 'demo';
  if (demo && values.SMTP_URL && !isLoopback(values.SMTP_URL)) {
    throw new SettingsError([
      'SMTP_URL: the demo writes to invented people, so it accepts only a mail server on this machine (localhost)',
    ]);
  }
  return {
    mode: values.PLENUM_MODE,
    host: values.HOST,
    port: values.PORT,
    publicUrl: (values.PUBLIC_URL ?? `http://localhost:${values.PORT}`).replace(/\/+$/, ''),
    trustProxy: values.TRUST_PROXY,
    home: resolve(values.PLENUM_HOME),
    secretKeys: values.SECRET_KEY,
    databaseUrl: values.DATABASE_URL,
    redisUrl: values.REDIS_URL,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM ?? (demo ? DEMO_SENDER : { name: 'Plenum', address: 'plenum@localhost' }),
    rateLimit: values.RATE_LIMIT === 'on',
    logLevel: values.LOG_LEVEL ?? (demo ? 'warn' : 'info'),
  };
}

// The demo's office, as its pages name it.
const DEMO_SENDER = { name: 'DEFUS', address: 'office@forum.example' };

const urlOf = (...protocols: string[]) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
    error: `must be an address that begins with ${protocols.map((p) => `${p}//`).join(' or ')}`,
  });

const mailbox = z.string().transform((value, context) => {
  const match = /^(?:"?([^"<>]*?)"?\s*<)?([^\s<>"]+@[^\s<>"]+)>?$/.exec(value.trim());
  if (match?.[2]) return { name: match[1]?.trim() || 'Plenum', address: match[2] };
  context.addIssue({ code: 'custom', message: 'must be an address such as Office <office@example.org>' });
  return z.NEVER;
});

const proxies = z.string().transform((value, context): Settings['trustProxy'] => {
  if (/^(off|false|no)$/i.test(value)) return false;
  if (/^(on|true|yes)$/i.test(value)) return true;
  if (/^\d{1,2}$/.test(value)) return Number(value);
  const list = value.split(',').map((part) => part.trim());
  if (
    list.every(
      (part) => isIP(part.split('/')[0] ?? '') || ['loopback', 'linklocal', 'uniquelocal'].includes(part),
    )
  )
    return list;
  context.addIssue({
    code: 'custom',
    message: 'must be off, on, a number of proxies or a list of their addresses',
  });
  return z.NEVER;
});

const schema = z.object({
  PLENUM_MODE: z.enum(['demo', 'live'], { error: 'must be demo or live' }).default('live'),
  HOST: z.string().default('localhost'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, { error: 'must be a port number from 0 to 65535' })
    .transform(Number)
    .refine((port) => port <= 65_535, { error: 'must be a port number from 0 to 65535' })
    .default(3000),
  PUBLIC_URL: urlOf('http:', 'https:').optional(),
  TRUST_PROXY: proxies.default(false),
  PLENUM_HOME: z.string().default('./var'),
  SECRET_KEY: z
    .string()
    .transform((value) => value.split(',').map((key) => key.trim()))
    .refine((keys) => keys.every((key) => key.length >= 32), {
      error: 'must have at least 32 characters; several, newest first, are separated by commas',
    })
    .default([]),
  DATABASE_URL: urlOf('postgres:', 'postgresql:').optional(),
  REDIS_URL: urlOf('redis:', 'rediss:').optional(),
  SMTP_URL: urlOf('smtp:', 'smtps:').optional(),
  MAIL_FROM: mailbox.optional(),
  RATE_LIMIT: z.enum(['on', 'off'], { error: 'must be on or off' }).default('on'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
      error: 'must be trace, debug, info, warn, error, fatal or silent',
    })
    .optional(),
});

function isLoopback(url: string): boolean {
  const host = new URL(url).hostname;
  return host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}
