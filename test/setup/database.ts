import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { dataSourceOptions } from '#database';

export interface TestDatabase {
  url: string;
  /** A connected TypeORM source for these entities; closed by `drop`. */
  source(entities: NonNullable<DataSourceOptions['entities']>): Promise<DataSource>;
  drop(): Promise<void>;
}

/** A migrated, empty database of its own on the run's PostgreSQL; `migrated: false` gives one without tables. */
export async function freshDatabase({ migrated = true } = {}): Promise<TestDatabase> {
  const server = process.env.PLENUM_TEST_SERVER;
  if (!server) throw new Error('Run the tests through `npm test`: it starts the database.');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(server, `CREATE DATABASE ${name}${migrated ? ' TEMPLATE plenum_template' : ''}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const sources: DataSource[] = [];
  return {
    url: url.href,
    async source(entities) {
      const source = await new DataSource(dataSourceOptions(url.href, entities)).initialize();
      sources.push(source);
      return source;
    },
    async drop() {
      await Promise.all(sources.map((source) => source.destroy()));
      await onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
