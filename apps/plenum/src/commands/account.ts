import { Command, Option } from 'commander';
import { AccountService, type Issued, ROLES, type Role } from '#account';
import { accountLine } from '../account-note.js';
import { settingsOf } from '../environment.js';
import { inInstallation } from '../installation.js';
import { inRooms } from '../rooms.js';

/** `plenum account`: lets people into the office; a password is random and said once. */
export function accountCommand(): Command {
  const create = new Command('create')
    .description('open an account for the office')
    .argument('<email>')
    .option('--name <name>', 'how the person is called in histories', '')
    .addOption(new Option('--role <role>').choices(ROLES).default('administrator'))
    .action((email: string, { name, role }: { name: string; role: Role }) =>
      issue((accounts) => accounts.create({ email, name, role })),
    );
  const reset = new Command('reset')
    .description('give an account a new password and end its sessions')
    .argument('<email>')
    .action((email: string) => issue((accounts) => accounts.reset(email)));
  return new Command('account').description('accounts of the office').addCommand(create).addCommand(reset);
}

async function issue(deed: (accounts: AccountService) => Promise<Issued>): Promise<void> {
  const issued = await inInstallation(settingsOf(), (settings, url) =>
    inRooms(settings, url, (rooms) => deed(rooms.get(AccountService, { strict: false }))),
  );
  process.stdout.write(`${accountLine(issued)}\n`);
}
