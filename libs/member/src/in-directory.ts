import type { EntityManager } from 'typeorm';

/**
 * One change of the directory, in a transaction of its own. The directory is written by few and rarely, so one
 * writer at a time: what a rule has read is still true when the rows are written.
 */
export const inDirectory = <T>(
  manager: EntityManager,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> =>
  manager.transaction(async (within) => {
    await within.query(`SELECT pg_advisory_xact_lock(hashtext('directory'))`);
    return work(within);
  });
