import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Test, type TestingModule } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { ConfigModule } from '#config';
import { DatabaseModule } from '#database';
import { JobsModule } from '#jobs';
import { MailKinds, MailLog, MailModule, Outbox } from '#mail';
import { testSettings } from '../../../test/builders/settings.js';
import { freshDatabase, type TestDatabase } from '../../../test/setup/database.js';
import { WorkerModule } from './worker.module.js';

describe('The worker', () => {
  let database: TestDatabase;
  let processes: TestingModule[];

  beforeEach(async () => {
    database = await freshDatabase();
    processes = [];
  });
  afterEach(async () => {
    for (const process of processes) await process.close();
    await database.drop();
  });

  async function open(module: typeof WorkerModule | typeof MailModule, environment = {}) {
    const process = await Test.createTestingModule({
      imports: [
        ConfigModule.with(testSettings(environment)),
        DatabaseModule.at(database.url),
        JobsModule.forRoot(),
        module,
      ],
    }).compile();
    process.useLogger(false);
    processes.push(process);
    const kinds = process.get(MailKinds, { strict: false });
    kinds.register('hello', async (messages) => {
      const letter = { subject: 'Hallo', language: 'de' as const, greeting: 'Guten Tag,', blocks: [] };
      return new Map(messages.map(({ id }) => [id, letter]));
    });
    await process.init();
    const outbox = process.get(Outbox, { strict: false });
    const log = process.get(MailLog, { strict: false });
    return {
      outbox,
      log,
      process,
      write: (key: string) =>
        outbox.write(process.get(DataSource).manager, [
          { kind: 'hello', to: { address: 'zoe@stadt.test', name: 'Zoë' }, language: 'de', facts: {}, key },
        ]),
      async sent(count: number): Promise<number> {
        for (let turn = 0; turn < 250 && (await log.counts()).sent < count; turn += 1) await pause(20);
        return (await log.counts()).sent;
      },
    };
  }

  it('sends at once what another process has written and woken it for', async () => {
    const web = await open(MailModule);
    await open(WorkerModule);
    await web.write('first');
    web.outbox.wake();
    expect(await web.sent(1)).toBe(1);
    await web.write('second');
    web.outbox.wake();
    expect(await web.sent(2)).toBe(2);
  });

  it('sends when it starts what was written while there was none', async () => {
    const web = await open(MailModule);
    await web.write('nobody was woken');
    await open(WorkerModule);
    expect(await web.sent(1)).toBe(1);
  });

  it('sends when it starts what was held while there was no mail server', async () => {
    const unconnected = await open(WorkerModule, { PLENUM_MODE: 'live' });
    await unconnected.write('held');
    unconnected.outbox.wake();
    for (let turn = 0; turn < 250 && (await unconnected.log.counts()).held < 1; turn += 1) await pause(20);
    expect(await unconnected.log.counts()).toMatchObject({ held: 1, sent: 0 });

    await unconnected.process.close();
    processes.length = 0;
    const connected = await open(WorkerModule);
    expect(await connected.sent(1)).toBe(1);
  });
});
