import { Logger } from '@nestjs/common';

const log = new Logger('jobs');

const REPEATED_AFTER_MS = 60_000;

/**
 * Logs what went wrong with the queue's connection: one line a minute for the same trouble, because the drivers
 * report it again with every attempt to reconnect.
 */
export function complaints(): (error: Error) => void {
  const lastSaid = new Map<string, number>();
  return (error) => {
    const now = performance.now();
    if (now - (lastSaid.get(error.message) ?? Number.NEGATIVE_INFINITY) < REPEATED_AFTER_MS) return;
    if (lastSaid.size > 100) lastSaid.clear();
    lastSaid.set(error.message, now);
    log.warn(`The queue reports: ${error.message || error.name}`);
  };
}
