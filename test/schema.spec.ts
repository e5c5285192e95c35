import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { AccountModule } from '#account';
import { AssociationModule } from '#association';
import { AuditModule } from '#audit';
import { migrate } from '#database';
import { DelegationModule } from '#delegation';
import { InvitationModule } from '#invitation';
import { NoticeModule } from '#notice';
import { type House, openHouse } from './builders/house.js';
import { freshDatabase } from './setup/database.js';

let house: House;
beforeAll(async () => {
  house = await openHouse({
    modules: [
      AccountModule,
      AssociationModule,
      AuditModule,
      DelegationModule,
      InvitationModule,
      NoticeModule,
    ],
  });
});
afterAll(() => house.close());

describe('Entities and migrations', () => {
  it('agree on every table, column, type and on what may be missing', async () => {
    const source = house.get(DataSource);
    const entities = source.entityMetadatas;
    const expected = entities.flatMap((entity) =>
      entity.columns.map((column) => ({
        column: `${entity.tableName}.${column.databaseName}`,
        type: column.isArray ? 'ARRAY' : source.driver.normalizeType({ type: column.type }),
        nullable: column.isNullable,
      })),
    );
    const found = await house.manager.query(
      `SELECT table_name || '.' || column_name AS column,
         data_type AS type,
         is_nullable = 'YES' AS nullable
       FROM information_schema.columns WHERE table_schema = 'public' AND table_name = ANY($1)`,
      [entities.map((entity) => entity.tableName)],
    );
    const byColumn = (a: { column: string }, b: { column: string }) => a.column.localeCompare(b.column);
    expect(entities.length).toBeGreaterThan(10);
    expect(expected.sort(byColumn)).toEqual(found.sort(byColumn));
  });
});

describe('A column that may be missing', () => {
  it('has no default: rows are inserted without what is null in all of them', async () => {
    const found = await house.manager.query(
      `SELECT table_name || '.' || column_name AS column FROM information_schema.columns
       WHERE table_schema = 'public' AND is_nullable = 'YES' AND column_default IS NOT NULL`,
    );
    expect(found).toEqual([]);
  });
});

describe('Migrations', () => {
  it('bring a new database up to date, and do nothing to one that is', async () => {
    const database = await freshDatabase({ migrated: false });
    const applied = await migrate(database.url);
    expect(applied).toHaveLength(new Set(applied).size);
    expect(applied.length).toBeGreaterThan(5);
    expect(await migrate(database.url)).toEqual([]);
    await database.drop();
  });

  it('queue up when several processes start at once', async () => {
    const database = await freshDatabase({ migrated: false });
    const runs = await Promise.all([1, 2, 3].map(() => migrate(database.url)));
    expect(runs.filter((applied) => applied.length > 0)).toHaveLength(1);
    await database.drop();
  });
});
