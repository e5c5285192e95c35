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
    // Each is a process of the server: more than it has cores for only get in each other's way.
    poolSize: 12,
    extra: { connectionTimeoutMillis: 10_000 },
  };
}
