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
    extra: { connectionTimeoutMillis: 10_000 },
  };
}
