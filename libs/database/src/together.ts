import pg from 'pg';
import utils from 'pg/lib/utils.js';

/** A statement with its values, to be sent together with others. */
export interface Statement {
  text: string;
  values?: readonly unknown[];
  /** The lines that a COPY reads. */
  copy?: string;
}

/** A row as SQL sees it: snake_case columns. */
export type Row = Record<string, unknown>;

/** What a statement answered. */
export type Rows = Row[];

/** What is used of the driver's client. */
export interface DriverClient {
  query(query: pg.Query): unknown;
}

/** A value as it is sent. */
type Encoded = string | Buffer | null;

interface EncodedStatement {
  text: string;
  values: readonly Encoded[];
  copy?: Buffer;
}

/** What is used of its connection. */
interface Connection {
  stream: { cork(): void; uncork(): void };
  parse(statement: { name: string; text: string }): void;
  bind(portal: { statement: string; values: readonly Encoded[] }): void;
  describe(portal: { type: 'P' }): void;
  execute(portal: object): void;
  sendCopyFromChunk(lines: Buffer): void;
  endCopyFrom(): void;
  sync(): void;
}

/**
 * Sends statements in one packet, and they are answered in one: each sees what those before it have done and waits for
 * their locks; after one that fails none is done. Resolves with the rows of each; rejects with what went wrong.
 */
export async function askTogether(client: DriverClient, statements: readonly Statement[]): Promise<Rows[]> {
  if (statements.length === 0) return [];
  // Before the first is sent: one that cannot be must not leave the others half-way.
  const encoded = statements.map(({ text, values = [], copy }) => ({
    text,
    values: values.map((value) => utils.prepareValue(value)),
    copy: copy === undefined ? undefined : Buffer.from(copy),
  }));
  const results = await new Promise<pg.QueryResult | pg.QueryResult[]>((resolve, reject) => {
    client.query(new Together(encoded, resolve, reject));
  });
  return [results].flat().map(({ rows }) => rows);
}

/** Statements with one `Sync` behind the last; the driver's own queries have one each, and so an answer each. */
class Together extends pg.Query {
  private readonly fresh: string[] = [];
  private names?: Map<string, string>;

  constructor(
    private readonly statements: readonly EncodedStatement[],
    resolve: (results: pg.QueryResult | pg.QueryResult[]) => void,
    reject: (error: Error) => void,
  ) {
    super('', [], (error, results) => {
      // What was to be prepared behind the failure was not.
      if (error) for (const text of this.fresh) this.names?.delete(text);
      if (error) reject(error);
      else resolve(results);
    });
  }

  override submit = (given: pg.Connection): void => {
    const connection = given as unknown as Connection;
    this.names = namesOf(connection);
    connection.stream.cork();
    for (const statement of this.statements) this.ask(connection, statement, this.names);
    connection.sync();
    connection.stream.uncork();
  };

  private ask(
    connection: Connection,
    { text, values, copy }: EncodedStatement,
    names: Map<string, string>,
  ): void {
    const known = names.get(text);
    const name = known ?? newName(names);
    if (!known) {
      connection.parse({ name, text });
      if (name) names.set(text, name);
      this.fresh.push(text);
    }
    connection.bind({ statement: name, values });
    connection.describe({ type: 'P' });
    connection.execute({});
    if (!copy) return;
    connection.sendCopyFromChunk(copy);
    connection.endCopyFrom();
  }

  // The lines were sent already, behind the statement that reads them; after a failure they are skipped like all else.
  readonly handleCopyInResponse = (): void => undefined;
}

// Planned once per connection: a hot event sends the same few texts hundreds of times a second.
const MOST_NAMED = 100;
const named = new WeakMap<object, Map<string, string>>();
let counter = 0;

function namesOf(connection: object): Map<string, string> {
  const names = named.get(connection) ?? new Map<string, string>();
  named.set(connection, names);
  return names;
}

const newName = (names: Map<string, string>): string =>
  names.size < MOST_NAMED ? `plenum ${counter++}` : '';
