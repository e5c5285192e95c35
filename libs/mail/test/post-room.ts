import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Test, type TestingModule } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { ConfigModule, readSettings } from '#config';
import { DatabaseModule } from '#database';
import { JobsModule } from '#jobs';
import { TestClock } from '../../../test/builders/clock.js';
import { freshDatabase } from '../../../test/setup/database.js';
import { Delivery } from '../src/delivery.service.js';
import type { Letter } from '../src/letter.js';
import { MailModule } from '../src/mail.module.js';
import { MailKinds } from '../src/mail-kinds.js';
import { MailLog } from '../src/mail-log.service.js';
import { Message } from '../src/message.entity.js';
import { type NewMessage, Outbox } from '../src/outbox.service.js';

/** A kind of mail that says hello; its fact `letter` overrides parts of it. */
export const GREETING = 'greeting';

/** One process that writes and sends mail, on real servers. */
export interface PostRoom {
  delivery: Delivery;
  kinds: MailKinds;
  log: MailLog;
  outbox: Outbox;
  source: DataSource;
  /** Writes a greeting to each address in one transaction. */
  write(...addresses: string[]): Promise<void>;
  writeMessages(...messages: Partial<NewMessage>[]): Promise<void>;
  messages(): Promise<Message[]>;
  message(address: string): Promise<Message>;
}

/** Post rooms of one database, one clock and one home; everything is closed and removed by `close`. */
export async function postOffice() {
  const database = await freshDatabase();
  const clock = new TestClock();
  const home = mkdtempSync(join(tmpdir(), 'plenum-mail-'));
  const processes: TestingModule[] = [];

  async function room(environment: Record<string, string> = {}): Promise<PostRoom> {
    const settings = readSettings({
      PLENUM_HOME: home,
      PUBLIC_URL: 'https://forum.example',
      MAIL_FROM: 'Geschäftsstelle <office@forum.example>',
      ...environment,
    });
    const process = await Test.createTestingModule({
      imports: [
        ConfigModule.with(settings, clock),
        DatabaseModule.at(database.url),
        JobsModule.forRoot(),
        MailModule,
      ],
    }).compile();
    process.useLogger(false);
    processes.push(process);
    process.get(MailKinds).register(GREETING, greet);
    return roomOf(process);
  }

  return {
    database,
    clock,
    home,
    room,
    async close(): Promise<void> {
      await Promise.all(processes.map((process) => process.close()));
      await database.drop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function roomOf(process: TestingModule): PostRoom {
  const source = process.get(DataSource);
  const outbox = process.get(Outbox);
  const messages = () => source.getRepository(Message).find({ order: { id: 'ASC' } });
  const writeMessages = (...given: Partial<NewMessage>[]) =>
    source.transaction((manager) => outbox.write(manager, given.map(aMessage)));
  return {
    delivery: process.get(Delivery),
    kinds: process.get(MailKinds),
    log: process.get(MailLog),
    outbox,
    source,
    write: (...addresses) =>
      writeMessages(...addresses.map((address) => ({ to: { address, name: 'Zoë Grün' } }))),
    writeMessages,
    messages,
    async message(address) {
      const found = (await messages()).find((message) => message.toAddress === address);
      if (!found) throw new Error(`No message to ${address}`);
      return found;
    },
  };
}

let written = 0;

function aMessage(given: Partial<NewMessage>): NewMessage {
  written += 1;
  return {
    kind: GREETING,
    to: { address: `person${written}@stadt.example`, name: 'Zoë Grün' },
    language: 'de',
    facts: {},
    key: `greeting/${written}`,
    ...given,
  };
}

async function greet(messages: readonly Message[]): Promise<Map<string, Letter>> {
  return new Map(
    messages.map((message) => [
      message.id,
      {
        subject: 'Sie sind angemeldet',
        language: message.language,
        greeting: `Guten Tag ${message.toName},`,
        blocks: [{ paragraph: 'Sie sind angemeldet.' }],
        ...(message.facts.letter as Partial<Letter>),
      },
    ]),
  );
}
