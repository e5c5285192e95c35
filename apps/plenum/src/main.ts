import 'reflect-metadata';
import { Command } from 'commander';
import { accountCommand } from './commands/account.js';
import { demoCommand } from './commands/demo.js';
import { migrateCommand } from './commands/migrate.js';
import { startCommand } from './commands/start.js';
import { verifyCommand } from './commands/verify.js';
import { report } from './report.js';

const program = new Command('plenum').description('The registration desk of membership associations.');
for (const command of [startCommand, migrateCommand, demoCommand, accountCommand, verifyCommand]) {
  program.addCommand(command());
}

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = 1;
  report(error);
}
// A command is over when it returns; whatever still holds the process (a hanging socket) gets three seconds.
setTimeout(() => process.exit(), 3_000).unref();
