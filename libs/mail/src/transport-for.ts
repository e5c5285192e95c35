import type { Settings } from '#config';
import { FolderTransport } from './folder-transport.js';
import { SmtpTransport } from './smtp-transport.js';
import type { Transport } from './transport.js';

/** A mail server if one is set; without one the demo writes files, and live mode has no transport. */
export function transportFor(settings: Settings): Transport | null {
  if (settings.smtpUrl) return new SmtpTransport(settings.smtpUrl);
  return settings.mode === 'demo' ? new FolderTransport(settings.home) : null;
}
