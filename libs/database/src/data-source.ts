import type { DataSourceOptions } from 'typeorm';
import { SnakeNaming } from './naming.js';

type Entities = NonNullable<DataSourceOptions['entities']>;

/** How every part of Plenum talks to PostgreSQL; `synchronize` is never on. */
export function dataSourceOptions(url: string, entities: Entities = []): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities,
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    installExtensions: false,
    applicationName: 'plenum',
    poolSize: 20,
    // With pipelining, statements that are sent together need not wait for each other's answers.
    extra: { connectionTimeoutMillis: 10_000, pipeline: true },
  };
}
