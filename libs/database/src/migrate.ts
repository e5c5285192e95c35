import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { projectRoot } from '#config';
import { dataSourceOptions } from './data-source.js';

const folder = join(projectRoot, 'libs/database/src/migrations');

// Any constant does, as long as every process that migrates takes the same one.
const MIGRATION_LOCK = 7_301_190_042;

/**
 * Brings the schema up to date, in order, each migration in its own transaction. Safe to call from many
 * processes at once: they queue on an advisory lock. Returns the names of what was applied.
 */
export async function migrate(url: string, last?: string): Promise<string[]> {
  const source = new DataSource({
    ...dataSourceOptions(url),
    migrations: migrations(last),
    migrationsTransactionMode: 'each',
  } as ReturnType<typeof dataSourceOptions>);
  await source.initialize();
  const lock = source.createQueryRunner();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const applied = await source.runMigrations();
    return applied.map((migration) => migration.name);
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await lock.release();
    await source.destroy();
  }
}

type MigrationClass = new () => MigrationInterface;

/** One class per SQL file `<13 digits>-<word>.sql`, up to the file whose name begins with `last`. */
function migrations(last?: string): MigrationClass[] {
  const files = readdirSync(folder)
    .filter((file) => /^\d{13}-[a-z-]+\.sql$/.test(file))
    .sort();
  const end = last ? files.findIndex((file) => file.startsWith(last)) + 1 : files.length;
  return files.slice(0, end).map(migrationOf);
}

function migrationOf(file: string): MigrationClass {
  const [stamp, word] = file.replace('.sql', '').split(/-(.*)/s);
  return class implements MigrationInterface {
    // TypeORM reads the order from the name's last thirteen characters.
    name = `${word}${stamp}`;

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(readFileSync(join(folder, file), 'utf8'));
    }

    async down(): Promise<void> {
      throw new Error('Migrations go forward only; restore a backup to go back.');
    }
  };
}
