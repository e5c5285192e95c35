import { join } from 'node:path';
import type { SetupLink } from '#association';
import type { Settings } from '#config';

/** How to get into the office, as long as nobody has done so. */
export interface WayIn {
  /** The account of the demo. */
  account?: string;
  /** The one-time link of a real installation. */
  setup?: SetupLink;
}

/** What someone who started Plenum in a terminal needs to know; printed once, and kept out of the log. */
export function banner(settings: Settings, { account, setup }: WayIn = {}): string {
  const facts = [
    ...(setup ? setupFacts(setup) : []),
    ['Programme', settings.publicUrl],
    ['Office', `${settings.publicUrl}/office`],
    ...(account ? [['', account]] : []),
    ['Mail', mailOf(settings)],
    ['Data', settings.databaseUrl ? 'in the database of DATABASE_URL' : settings.home],
    ['Stop', 'Ctrl-C; the data stays'],
  ] as [string, string][];
  const lines = facts.map(([name, text]) => `  ${name.padEnd(11)}${text}\n`);
  return `\n  ${titleOf(settings, setup)}\n\n${lines.join('')}\n`;
}

function titleOf({ mode }: Settings, setup?: SetupLink): string {
  if (mode === 'demo') return 'Plenum runs as a demo: invented people, no mail leaves this machine.';
  return setup ? 'Plenum runs and waits to be set up: open this link.' : 'Plenum runs.';
}

function setupFacts({ url, expiresAt }: SetupLink): [string, string][] {
  const day = expiresAt.toZonedDateTimeISO(Temporal.Now.timeZoneId()).toPlainDate();
  return [
    ['Set-up', url],
    ['', `works once, until ${day}; every start shows a new link and ends the one before`],
  ];
}

function mailOf(settings: Settings): string {
  if (settings.smtpUrl) return `goes to ${new URL(settings.smtpUrl).host}`;
  if (settings.mode === 'demo') return `is written to ${join(settings.home, 'mail')}`;
  return 'is HELD: set SMTP_URL to send it';
}
