import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MailServer } from '../test/mail-server.js';
import { GREETING, type PostRoom, postOffice } from '../test/post-room.js';

const addresses = (count: number) =>
  Array.from({ length: count }, (_, index) => `p${String(index).padStart(3, '0')}@stadt.example`);

describe('Delivery', () => {
  let office: Awaited<ReturnType<typeof postOffice>>;
  let server: MailServer;
  let room: PostRoom;

  beforeEach(async () => {
    server = await MailServer.open();
    office = await postOffice();
    room = await office.room({ SMTP_URL: server.url });
  });

  afterEach(async () => {
    await office.close();
    await server.close();
  });

  it('sends each message once, however many workers look for work at once', async () => {
    const colleague = await office.room({ SMTP_URL: server.url });
    const everyone = addresses(200);
    await room.write(...everyone);

    const sent = await Promise.all(
      [room, colleague, room, colleague].map(({ delivery }) => delivery.deliverDue()),
    );

    expect(server.recipients).toEqual(everyone);
    expect(sent.reduce((sum, count) => sum + count)).toBe(200);
    expect(sent.filter((count) => count > 0)).toHaveLength(2);
    office.clock.advance({ hours: 100 });
    expect(await room.delivery.deliverDue()).toBe(0);
  });

  it('looks once more when it is woken while it delivers', async () => {
    await room.write('a@stadt.example');
    const delivering = room.delivery.deliverDue();
    await room.write('b@stadt.example');
    expect(await room.delivery.deliverDue()).toBe(0);
    expect(await delivering).toBe(2);
  });

  it('records what the server answered, the Message-ID and the time', async () => {
    await room.write('a@stadt.example');
    await room.delivery.deliverDue();

    const message = await room.message('a@stadt.example');
    expect(message).toMatchObject({
      status: 'sent',
      attempts: 1,
      lease: null,
      messageId: `<${message.id}@forum.example>`,
      mailSubject: 'Sie sind angemeldet',
      answer: expect.stringMatching(/^250 /),
    });
    expect(message.sentAt?.equals(office.clock.now())).toBe(true);
    expect(message.bodyText).toContain('Sie sind angemeldet.');
    expect(message.bodyHtml).toContain('Sie sind angemeldet.');
    expect(server.taken[0]?.parsed.messageId).toBe(message.messageId);
  });

  it('asks again after a pause when the server says "later"', async () => {
    server.react = () => ({ code: 451, text: 'Greylisted' });
    await room.write('a@stadt.example');
    await room.delivery.deliverDue();
    const message = await room.message('a@stadt.example');
    expect(message).toMatchObject({ status: 'queued', attempts: 1, answer: '451 Greylisted', sentAt: null });
    expect(message.nextAttemptAt.equals(office.clock.now().add({ minutes: 1 }))).toBe(true);

    server.react = () => undefined;
    office.clock.advance({ seconds: 59 });
    expect(await room.delivery.deliverDue()).toBe(0);
    office.clock.advance({ seconds: 1 });
    expect(await room.delivery.deliverDue()).toBe(1);
    expect(server.recipients).toEqual(['a@stadt.example']);
  });

  it('gives up when the server has said "later" for three days', async () => {
    server.react = () => ({ code: 452, text: 'Mailbox full' });
    await room.write('a@stadt.example');
    let message = await room.message('a@stadt.example');
    const pauses: number[] = [];
    while (message.status === 'queued') {
      pauses.push(message.nextAttemptAt.since(office.clock.now()).total('minutes'));
      office.clock.advance({ minutes: pauses.at(-1) ?? 0 });
      await room.delivery.deliverDue();
      message = await room.message('a@stadt.example');
    }
    expect(message).toMatchObject({ status: 'failed', answer: '452 Mailbox full' });
    expect(pauses.slice(0, 6)).toEqual([0, 1, 5, 15, 30, 60]);
    expect(pauses.reduce((sum, minutes) => sum + minutes)).toBe(72 * 60);
  });

  it('fails at once, with the reason, where the server refuses for good; everybody else gets their mail', async () => {
    server.react = (to) => (to.startsWith('unknown') ? { code: 550, text: 'No such mailbox' } : undefined);
    const everyone = addresses(12);
    await room.write('unknown1@stadt.example', ...everyone, 'unknown2@stadt.example');

    expect(await room.delivery.deliverDue()).toBe(12);

    expect(server.recipients).toEqual(everyone);
    expect(await room.message('unknown1@stadt.example')).toMatchObject({
      status: 'failed',
      answer: '550 No such mailbox',
      mailSubject: 'Sie sind angemeldet',
    });
  });

  it('keeps everything and asks seldom while the server is away, and sends it once it is back', async () => {
    await server.close();
    const everyone = addresses(120);
    await room.write(...everyone);

    expect(await room.delivery.deliverDue()).toBe(0);
    const tried = (await room.messages()).filter((message) => message.answer !== null);
    expect(tried.length).toBeLessThanOrEqual(50);
    expect(tried[0]?.answer).toMatch(/ECONNREFUSED/);
    expect(tried[0]?.nextAttemptAt.equals(office.clock.now().add({ seconds: 5 }))).toBe(true);

    await server.listen();
    expect(await room.delivery.deliverDue()).toBe(0);
    expect(server.sessions).toBe(0);
    office.clock.advance({ seconds: 5 });
    expect(await room.delivery.deliverDue()).toBe(120);
    expect(server.recipients).toEqual(everyone);
  });

  it('has failed for good when the server has been away for three days', async () => {
    await server.close();
    await room.write('a@stadt.example');
    await room.delivery.deliverDue();
    office.clock.advance({ hours: 71 });
    await room.delivery.deliverDue();
    expect(await room.message('a@stadt.example')).toMatchObject({ status: 'queued' });
    office.clock.advance({ hours: 2 });
    await room.delivery.deliverDue();
    expect(await room.message('a@stadt.example')).toMatchObject({ status: 'failed' });
    await server.listen();
  });

  it('lets a mail under which the connection always breaks hold up no other', async () => {
    server.react = (to) => (to.startsWith('poison') ? 'hang up before the data' : undefined);
    const everyone = addresses(20);
    await room.write('poison@stadt.example', ...everyone);

    expect(await room.delivery.deliverDue()).toBe(20);

    expect(server.recipients).toEqual(everyone);
    expect(await room.message('poison@stadt.example')).toMatchObject({ status: 'queued', attempts: 1 });
  });

  it('pauses when the connection breaks under every mail', async () => {
    server.react = () => 'hang up before the data';
    await room.write(...addresses(100));
    await room.delivery.deliverDue();
    expect(server.sessions).toBeLessThan(15);
    office.clock.advance({ minutes: 10 });
    server.react = () => undefined;
    expect(await room.delivery.deliverDue()).toBe(100);
  });

  it('repeats a mail whose answer was lost only at the next attempt, with the same Message-ID', async () => {
    server.react = () => 'hang up';
    await room.write('a@stadt.example');
    expect(await room.delivery.deliverDue()).toBe(0);
    expect(server.taken).toHaveLength(1);

    server.react = () => undefined;
    office.clock.advance({ minutes: 1 });
    expect(await room.delivery.deliverDue()).toBe(1);
    const ids = server.taken.map((mail) => mail.parsed.messageId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it('condemns no mail because the sign-in at the server fails', async () => {
    await server.close();
    server = await MailServer.open('right');
    const url = server.url.replace('//', '//office:wrong@');
    const impostor = await office.room({ SMTP_URL: url });
    await room.write(...addresses(3));

    expect(await impostor.delivery.deliverDue()).toBe(0);

    const [message] = await room.messages();
    expect(message).toMatchObject({ status: 'queued', attempts: 0, answer: expect.stringMatching(/535/) });
  });

  it('takes up what a killed worker had in hand when its lease ends, with the same Message-ID', async () => {
    await room.write('a@stadt.example');
    await room.delivery.deliverDue();
    // Killed between the server's answer and the record of it.
    await room.source.query(
      `UPDATE message SET status = 'sending', sent_at = NULL, lease = gen_random_uuid(), leased_until = $1`,
      [`${office.clock.now().add({ minutes: 2 })}`],
    );

    office.clock.advance({ seconds: 119 });
    expect(await room.delivery.deliverDue()).toBe(0);
    office.clock.advance({ seconds: 1 });
    expect(await room.delivery.deliverDue()).toBe(1);
    const [first, second] = server.taken.map((mail) => mail.parsed.messageId);
    expect(second).toBe(first);
  });

  it('leaves the row to the worker that has it now when its own lease was lost', async () => {
    await room.write('a@stadt.example');
    server.react = () => {
      void room.source.query(`UPDATE message SET lease = gen_random_uuid()`);
      return undefined;
    };
    await room.delivery.deliverDue();
    expect(await room.message('a@stadt.example')).toMatchObject({ status: 'sending', sentAt: null });
  });

  it('sends nothing more of what it had in hand after the machine slept longer than its lease', async () => {
    server.react = () => {
      server.react = () => undefined;
      office.clock.advance({ minutes: 3 });
      return undefined;
    };
    const everyone = addresses(40);
    await room.write(...everyone);
    const colleague = await office.room({ SMTP_URL: server.url });

    await Promise.all([room.delivery.deliverDue(), colleague.delivery.deliverDue()]);
    await colleague.delivery.deliverDue();

    expect([...new Set(server.recipients)]).toEqual(everyone);
    // Those that were on their way when the machine fell asleep may go twice.
    expect(server.taken.length).toBeLessThanOrEqual(45);
  });

  it('keeps what a server answers in strange characters', async () => {
    server.react = () => ({ code: 550, text: `No\0 such ${'x'.repeat(2_000)}` });
    await room.write('a@stadt.example');
    await room.delivery.deliverDue();
    expect(await room.message('a@stadt.example')).toMatchObject({
      status: 'failed',
      answer: expect.stringMatching(/^550 No such x{900}/),
    });
  });

  it('ends between two mails when it is asked to, and leaves the others to the next worker', async () => {
    const leaving = new AbortController();
    server.react = () => {
      leaving.abort();
      return undefined;
    };
    const everyone = addresses(60);
    await room.write(...everyone);

    const sent = await room.delivery.deliverDue(leaving.signal);

    expect(sent).toBeGreaterThan(0);
    expect(sent).toBeLessThan(10);
    expect((await room.messages()).filter((message) => message.status === 'queued')).toHaveLength(60 - sent);
    await room.delivery.deliverDue();
    expect(server.recipients).toEqual(everyone);
  });

  it('lets a message that cannot be composed hold up no other, and gives it up after five attempts', async () => {
    room.kinds.register('broken', async (messages) => {
      if (messages.some((message) => message.facts.broken)) throw new Error('The event is gone');
      return new Map(
        messages.map(({ id }) => [id, { subject: 'S', language: 'de', greeting: 'G', blocks: [] }]),
      );
    });
    const to = (address: string) => ({ to: { address, name: '' } });
    await room.writeMessages(
      { kind: 'broken', ...to('a@stadt.example') },
      { kind: 'broken', ...to('b@stadt.example'), facts: { broken: true } },
      { kind: 'nobody-composes-this', ...to('c@stadt.example') },
      { kind: GREETING, ...to('d@stadt.example') },
    );

    expect(await room.delivery.deliverDue()).toBe(2);
    expect(server.recipients).toEqual(['a@stadt.example', 'd@stadt.example']);
    expect(await room.message('b@stadt.example')).toMatchObject({
      status: 'queued',
      answer: 'The event is gone',
    });
    for (let attempt = 2; attempt <= 5; attempt += 1) {
      office.clock.advance({ hours: 1 });
      await room.delivery.deliverDue();
    }
    expect(await room.message('b@stadt.example')).toMatchObject({ status: 'failed', attempts: 5 });
    expect(await room.message('c@stadt.example')).toMatchObject({
      status: 'failed',
      answer: 'Nobody composes the kind nobody-composes-this',
    });
  });

  it('holds mail in live mode without a mail server, and sends it when there is one', async () => {
    const unconnected = await office.room({ PLENUM_MODE: 'live' });
    await unconnected.write('a@stadt.example');
    expect(await unconnected.delivery.deliverDue()).toBe(0);
    await unconnected.delivery.releaseHeld();
    expect(await room.message('a@stadt.example')).toMatchObject({ status: 'held', attempts: 0 });
    expect(await room.delivery.deliverDue()).toBe(0);

    await room.delivery.releaseHeld();
    expect(await room.delivery.deliverDue()).toBe(1);
    expect(server.recipients).toEqual(['a@stadt.example']);
  });
});
