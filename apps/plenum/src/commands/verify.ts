import { Command } from 'commander';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '#database';
import { astray, type Difference, neverTold, recountSeats, stuckInLine } from '#registration';
import { settingsOf } from '../environment.js';
import { migrateAll } from '../migrate-all.js';
import { openDatabase } from '../open-database.js';

/** `plenum verify`: recounts what is counted along and looks for lost messages; exit 1 on a difference. */
export function verifyCommand(): Command {
  return new Command('verify').description('recount seats and look for lost messages').action(async () => {
    const { url, close } = await openDatabase(settingsOf());
    try {
      await migrateAll(url);
      const differences = await differencesIn(url);
      process.stdout.write(differences.map(lineOf).join('') || 'Seats, waiting lists and messages agree.\n');
      if (differences.length > 0) process.exitCode = 1;
    } finally {
      await close();
    }
  });
}

async function differencesIn(url: string): Promise<Difference[]> {
  const source = await new DataSource(dataSourceOptions(url)).initialize();
  try {
    // One snapshot for all questions, so that people who register meanwhile make no difference.
    return await source.transaction('REPEATABLE READ', async (manager) => [
      ...(await recountSeats(manager)),
      ...(await stuckInLine(manager)),
      ...(await neverTold(manager)),
      ...(await astray(manager)),
    ]);
  } finally {
    await source.destroy();
  }
}

const lineOf = ({ subject, what, counted, found }: Difference): string =>
  `${subject}: ${what}: counted ${counted}, found ${found}\n`;
