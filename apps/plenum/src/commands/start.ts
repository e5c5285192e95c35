import { Command } from 'commander';
import { settingsOf } from '../environment.js';
import { createLog } from '../log/log.js';
import { parseRoles, ROLES, type Role } from '../roles.js';
import { runRoles } from '../run-roles.js';
import { stopSignal } from '../stop-signal.js';

/** `plenum start`: serves until it is stopped. */
export function startCommand(): Command {
  return new Command('start')
    .description('serve the pages, the API and the mails until stopped')
    .option('--roles <list>', `only these of ${ROLES.join(',')}`, parseRoles, [...ROLES])
    .option('--demo', 'try it out with invented people, unless PLENUM_MODE says otherwise')
    .action(async ({ roles, demo }: { roles: Role[]; demo?: boolean }) => {
      const stop = stopSignal();
      const settings = settingsOf({ mode: demo ? 'demo' : undefined });
      await runRoles(settings, roles, createLog(settings), stop);
    });
}
