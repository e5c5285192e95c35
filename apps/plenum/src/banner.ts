import { join } from 'node:path';
import type { Settings } from '#config';

/** What someone who started Plenum in a terminal needs to know; printed once. `note` tells how to get into the office. */
export function banner(settings: Settings, note?: string): string {
  const facts = [
    ['Programme', settings.publicUrl],
    ['Office', `${settings.publicUrl}/office`],
    ...(note ? [['', note]] : []),
    ['Mail', mailOf(settings)],
    ['Data', settings.databaseUrl ? 'in the database of DATABASE_URL' : settings.home],
    ['Stop', 'Ctrl-C; the data stays'],
  ] as [string, string][];
  const title =
    settings.mode === 'demo'
      ? 'Plenum runs as a demo: invented people, no mail leaves this machine.'
      : 'Plenum runs.';
  return `\n  ${title}\n\n${facts.map(([name, text]) => `  ${name.padEnd(11)}${text}\n`).join('')}\n`;
}

function mailOf(settings: Settings): string {
  if (settings.smtpUrl) return `goes to ${new URL(settings.smtpUrl).host}`;
  if (settings.mode === 'demo') return `is written to ${join(settings.home, 'mail')}`;
  return 'is HELD: set SMTP_URL to send it';
}
