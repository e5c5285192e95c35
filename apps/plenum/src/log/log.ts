import { type Logger, pino } from 'pino';
import type { Settings } from '#config';

/** JSON lines on stderr: what a command prints on stdout is its own. */
export function createLog({ logLevel }: Pick<Settings, 'logLevel'>): Logger {
  return pino(
    {
      level: logLevel,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: bare },
    },
    pino.destination({ fd: 2, sync: true }),
  );
}

/** Database errors carry the values of the statement, and those are names and addresses. */
export function bare(error: Error & { code?: unknown }): Record<string, unknown> {
  const { name, message, stack, code } = error;
  return { type: name, message, stack, ...(code !== undefined && { code }) };
}
