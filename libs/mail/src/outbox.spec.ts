import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type PostRoom, postOffice } from '../test/post-room.js';

describe('Outbox', () => {
  let office: Awaited<ReturnType<typeof postOffice>>;
  let room: PostRoom;

  beforeAll(async () => {
    office = await postOffice();
    room = await office.room({ PLENUM_MODE: 'demo' });
  });
  afterAll(() => office.close());

  it('writes what it is given, ready to be sent', async () => {
    const [subjectId, eventId] = [
      '01999999-0000-7000-8000-000000000001',
      '01999999-0000-7000-8000-000000000002',
    ];
    await room.writeMessages({
      kind: 'confirmed',
      subjectId,
      eventId,
      to: { address: 'zoe@stadt.example', name: 'Zoë "Z" O\'Neil {1,2} \\ NULL' },
      language: 'fr',
      facts: { title: { de: 'Wärme', fr: 'Chaleur' }, seats: 3, place: null },
      key: 'written',
    });

    expect(await room.message('zoe@stadt.example')).toMatchObject({
      kind: 'confirmed',
      subjectId,
      eventId,
      toName: 'Zoë "Z" O\'Neil {1,2} \\ NULL',
      language: 'fr',
      facts: { title: { de: 'Wärme', fr: 'Chaleur' }, seats: 3, place: null },
      status: 'queued',
      attempts: 0,
    });
    expect((await room.message('zoe@stadt.example')).nextAttemptAt.equals(office.clock.now())).toBe(true);
  });

  it('writes a message that was written already no second time, also not within one call', async () => {
    const before = (await room.messages()).length;
    await room.writeMessages({ key: 'once' }, { key: 'once' });
    await room.writeMessages({ key: 'once' }, { key: 'another' });
    expect((await room.messages()).length - before).toBe(2);
  });

  it('writes nothing when the fact it tells was rolled back', async () => {
    const failed = room.source.transaction(async (manager) => {
      const to = { address: 'never@stadt.example', name: '' };
      await room.outbox.write(manager, [{ kind: 'k', to, language: 'de', facts: {}, key: 'rolled back' }]);
      throw new Error('No seat');
    });
    await expect(failed).rejects.toThrow('No seat');
    await expect(room.message('never@stadt.example')).rejects.toThrow();
  });

  it('needs one statement for any number of messages, and none for none', async () => {
    const statements: string[] = [];
    await room.source.transaction(async (manager) => {
      const query = manager.query.bind(manager);
      manager.query = (statement: string, parameters?: unknown[]) => {
        statements.push(statement);
        return query(statement, parameters);
      };
      const to = { address: 'many@stadt.example', name: '' };
      await room.outbox.write(manager, []);
      expect(statements).toHaveLength(0);
      const many = Array.from({ length: 500 }, (_, index) => ({
        kind: 'k',
        to,
        language: 'de' as const,
        facts: {},
        key: `many/${index}`,
      }));
      await room.outbox.write(manager, many);
    });
    expect(statements).toHaveLength(1);
    expect((await room.messages()).filter((message) => message.key.startsWith('many/'))).toHaveLength(500);
  });
});
