/**
 * Why a mail did not go, as far as it matters for what to do next:
 * - `refused`: the server will never take this mail (5xx);
 * - `later`: it does not take it now (4xx), or something between us went wrong;
 * - `dropped`: the connection broke under this mail, which may be the mail's fault or the server's;
 * - `unreachable`: the server cannot be spoken to at all, whatever the mail.
 */
export type Mishap = 'refused' | 'later' | 'dropped' | 'unreachable';

/** Shape of the errors that nodemailer rejects with. */
interface TransportError extends Error {
  code?: string;
  syscall?: string;
  responseCode?: number;
  response?: string;
  permanent?: boolean;
  timeoutType?: string;
}

// Names, TLS, sign-in: true for every mail alike, so a 535 must not condemn the mail that met it.
const SERVER_WIDE = ['EDNS', 'ETLS', 'EPROXY', 'EAUTH', 'ENOAUTH', 'EOAUTH2', 'ECONFIG'];
const ABOUT_THE_MAIL = ['EENVELOPE', 'EMESSAGE'];
const BROKEN_CONNECTION = ['ECONNECTION', 'ESOCKET', 'ETIMEDOUT', 'EPROTOCOL'];
const BEFORE_ANY_MAIL = ['CONNECT_TIMEOUT', 'GREETING_TIMEOUT', 'UPGRADE_TIMEOUT'];

/** Tells the cases apart. */
export function mishapOf(error: TransportError): Mishap {
  const code = error.code ?? '';
  if (error.syscall === 'connect' || BEFORE_ANY_MAIL.includes(error.timeoutType ?? '')) return 'unreachable';
  if (SERVER_WIDE.includes(code)) return 'unreachable';
  // 421: the server ends the session.
  if (error.responseCode === 421 || BROKEN_CONNECTION.includes(code)) return 'dropped';
  // Without an answer of the server it was nodemailer that found the mail impossible.
  if (ABOUT_THE_MAIL.includes(code)) return error.permanent === false ? 'later' : 'refused';
  return 'later';
}

/** What the server said, or else what happened, for the office to read. */
export const reasonOf = (error: TransportError): string => error.response ?? error.message;
