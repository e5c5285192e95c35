import { Command } from 'commander';
import { settingsOf } from '../environment.js';
import { migrateAll } from '../migrate-all.js';
import { openDatabase } from '../open-database.js';

/** `plenum migrate`: brings the database up to date, for installations that do this before they start. */
export function migrateCommand(): Command {
  return new Command('migrate').description('bring the database up to date').action(async () => {
    const database = await openDatabase(settingsOf());
    try {
      const applied = await migrateAll(database.url);
      process.stdout.write(applied.map((name) => `${name}\n`).join('') || 'The database is up to date.\n');
    } finally {
      await database.close();
    }
  });
}
