import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { freshDatabase, type TestDatabase } from '../../../test/setup/database.js';
import { insertAll, insertion, type Statement, sendTogether, shortTransaction } from './index.js';

let database: TestDatabase;
let source: DataSource;
beforeAll(async () => {
  database = await freshDatabase({ migrated: false });
  source = await database.source([]);
  await source.query('CREATE TABLE shelf (id integer PRIMARY KEY, name text, kept jsonb, at timestamptz)');
});
afterAll(() => database.drop());
beforeEach(() => source.query('TRUNCATE shelf'));

const at = Temporal.Instant.from('2027-01-04T09:00:00Z');
const read: Statement = { text: 'SELECT id, name FROM shelf WHERE id > $1 ORDER BY id', values: [0] };
const put = (id: number, name = 'book'): Statement => ({
  text: 'INSERT INTO shelf (id, name) VALUES ($1, $2)',
  values: [id, name],
});

const write = (first: readonly Statement[], statements: readonly Statement[]) =>
  shortTransaction(source, first, async (_manager, rows) => ({ statements, result: rows }));

const shelf = () => source.query('SELECT id, name FROM shelf ORDER BY id');

describe('A short transaction', () => {
  it('begins with what it reads, each statement behind those before it, and ends with what it writes', async () => {
    const answers = await write([put(1), read, put(2), read], [put(3)]);

    expect(answers).toEqual([
      [],
      [{ id: 1, name: 'book' }],
      [],
      [
        { id: 1, name: 'book' },
        { id: 2, name: 'book' },
      ],
    ]);
    expect(await shelf()).toHaveLength(3);
  });

  it('says when what it writes is on its way, before that is there', async () => {
    const order: string[] = [];
    await shortTransaction(source, [read], async () => ({
      statements: [put(1)],
      result: undefined,
      sent: () => order.push('sent'),
    }));
    order.push('there');

    expect(order).toEqual(['sent', 'there']);
  });

  it.each([
    ['reads', [put(1), put(1)], []],
    ['writes', [], [put(1), put(1), put(2)]],
  ])(
    'changes nothing if one of the statements fails that it %s, and the next is none the wiser',
    async (_, first, last) => {
      await expect(write(first, last)).rejects.toMatchObject({ code: '23505' });
      expect(await shelf()).toEqual([]);

      await write([read], [put(1), { text: 'UPDATE shelf SET name = $1', values: ['map'] }]);
      expect(await shelf()).toEqual([{ id: 1, name: 'map' }]);
    },
  );

  it('changes nothing if one of them cannot be sent, and the connection serves the next', async () => {
    const endless: Record<string, unknown> = {};
    endless.self = endless;
    const unsendable: Statement = {
      text: 'INSERT INTO shelf (id, kept) VALUES ($1, $2)',
      values: [2, endless],
    };

    await expect(write([], [put(1), unsendable])).rejects.toThrow(TypeError);
    expect(await shelf()).toEqual([]);
    for (let times = 0; times < 20; times += 1) await write([read], []);
  });

  it('changes nothing if the work in it fails', async () => {
    const failing = shortTransaction(source, [put(1)], async () => {
      throw new Error('no');
    });

    await expect(failing).rejects.toThrow('no');
    expect(await shelf()).toEqual([]);
  });

  it('takes again what it could not prepare behind a failure', async () => {
    const fresh: Statement = { text: 'UPDATE shelf SET name = upper(name) WHERE id = $1', values: [1] };
    await source.transaction(async (manager) => {
      await manager.query('SAVEPOINT before');
      const together = sendTogether(manager, [put(1), put(1), fresh]);
      await expect(together).rejects.toMatchObject({ code: '23505' });
      await manager.query('ROLLBACK TO SAVEPOINT before');
      expect(await sendTogether(manager, [put(1), fresh, read])).toEqual([[], [], [{ id: 1, name: 'BOOK' }]]);
    });
  });

  it('ends with its connection', async () => {
    const ended = shortTransaction(source, [read], async (manager) => {
      await manager.query('SELECT pg_terminate_backend(pg_backend_pid())').catch(() => undefined);
      return { statements: [put(1)], result: undefined };
    });

    await expect(ended).rejects.toThrow();
    expect(await shelf()).toEqual([]);
  });
});

describe('Rows are inserted', () => {
  const all = () => source.query('SELECT * FROM shelf ORDER BY id');

  it.each([1, 3])('%i at a time, with what they share, instants and JSON as such', async (amount) => {
    const rows = Array.from({ length: amount }, (_, id) => ({
      id,
      name: null,
      kept: { list: ['a', { b: id }] },
    }));
    await write([], insertion('shelf', rows, { shared: { at } }));

    const kept = rows.map((row) => ({ ...row, at: new Date(at.epochMilliseconds) }));
    expect(await all()).toEqual(kept);
  });

  it('each with the columns that it has', async () => {
    await write(
      [],
      insertion('shelf', [
        { id: 1, name: 'map' },
        { id: 2, name: undefined },
      ]),
    );

    expect(await shelf()).toEqual([
      { id: 1, name: 'map' },
      { id: 2, name: null },
    ]);
  });

  it('letter by letter, whatever they say', async () => {
    const names = ['', '\\N', '\\.', 'a\tb', 'a\nb\r\n', 'a\\b\\', `"it's"`, 'Zoë 🎓', '\\x41'];
    const rows = names.map((name, id) => ({ id, name, kept: { name } }));
    await write([], insertion('shelf', rows));

    expect(await all()).toEqual(rows.map((row) => ({ ...row, at: null })));
  });

  it('all or none of them, and none of what is written beside', async () => {
    const twice = insertion('shelf', [{ id: 2 }, { id: 2 }]);

    await expect(write([], [put(1), ...twice, put(3)])).rejects.toMatchObject({ code: '23505' });
    await expect(write([put(2)], [...twice])).rejects.toMatchObject({ code: '23505' });
    expect(await shelf()).toEqual([]);

    for (let times = 0; times < 20; times += 1) {
      await write([], insertion('shelf', [{ id: 2 * times }, { id: 2 * times + 1 }]));
    }
    expect(await shelf()).toHaveLength(40);
  });

  it('or left out where they are there already, if that is wanted', async () => {
    const onConflict = 'ON CONFLICT (id) DO NOTHING';
    await insertAll(source.manager, 'shelf', [{ id: 1, name: 'map' }]);
    await write([], insertion('shelf', [{ id: 1, name: 'book' }], { onConflict }));
    await write([], insertion('shelf', [{ id: 1 }, { id: 2 }], { onConflict }));

    expect(await shelf()).toEqual([
      { id: 1, name: 'map' },
      { id: 2, name: null },
    ]);
  });

  it('not at all where there are none', () => {
    expect(insertion('shelf', [])).toEqual([]);
  });
});
