import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MailServer } from '../test/mail-server.js';
import { type PostRoom, postOffice } from '../test/post-room.js';

const EVENT = '01999999-0000-7000-8000-000000000001';
const SUBJECT = '01999999-0000-7000-8000-000000000002';

describe('MailLog', () => {
  let office: Awaited<ReturnType<typeof postOffice>>;
  let server: MailServer;
  let room: PostRoom;

  beforeAll(async () => {
    server = await MailServer.open();
    office = await postOffice();
    room = await office.room({ SMTP_URL: server.url });
    server.react = (to) => (to.startsWith('wrong') ? { code: 550, text: 'No such mailbox' } : undefined);
    for (let number = 1; number <= 5; number += 1) {
      // Ids rise with the milliseconds only.
      await pause(2);
      const to = { address: number === 3 ? 'wrong@stadt.example' : `p${number}@stadt.example`, name: 'Zoë' };
      await room.writeMessages({
        to,
        ...(number > 2 && { eventId: EVENT }),
        ...(number === 4 && { subjectId: SUBJECT }),
      });
    }
    await room.delivery.deliverDue();
    await pause(2);
    await room.write('waiting@stadt.example');
  });
  afterAll(async () => {
    await office.close();
    await server.close();
  });

  const addresses = (page: { items: { toAddress: string }[] }) =>
    page.items.map((line) => line.toAddress.replace('@stadt.example', ''));

  it('lists the newest first, page by page', async () => {
    const first = await room.log.page({}, undefined, 4);
    expect(addresses(first)).toEqual(['waiting', 'p5', 'p4', 'wrong']);
    const second = await room.log.page({}, first.nextCursor, 4);
    expect(addresses(second)).toEqual(['p2', 'p1']);
    expect(second.nextCursor).toBeUndefined();
  });

  it('lists only what is asked for, without bodies', async () => {
    expect(addresses(await room.log.page({ eventId: EVENT }))).toEqual(['p5', 'p4', 'wrong']);
    expect(addresses(await room.log.page({ eventId: EVENT, status: 'sent' }))).toEqual(['p5', 'p4']);
    expect(addresses(await room.log.page({ subjectId: SUBJECT }))).toEqual(['p4']);
    const [line] = (await room.log.page({ status: 'failed' })).items;
    expect(line).toMatchObject({ answer: '550 No such mailbox' });
    expect(Object.keys(line ?? {})).not.toContain('bodyText');
  });

  it('finds nothing for an id or a cursor that is none', async () => {
    expect(await room.log.find("' OR 1=1")).toBeUndefined();
    expect(await room.log.find(EVENT)).toBeUndefined();
    expect((await room.log.page({ eventId: 'x' })).items).toEqual([]);
    expect((await room.log.page({}, 'x')).items).toEqual([]);
    expect(await room.log.retry('x', 'account:1')).toBe(false);
  });

  it('counts by status, for all and for one event', async () => {
    expect(await room.log.counts()).toEqual({ queued: 1, sending: 0, sent: 4, failed: 1, held: 0 });
    expect(await room.log.counts(EVENT)).toEqual({ queued: 0, sending: 0, sent: 2, failed: 1, held: 0 });
  });

  it('tries a failed message again with three new days, and no other', async () => {
    const [failed] = (await room.log.page({ status: 'failed' })).items;
    const [sent] = (await room.log.page({ status: 'sent' })).items;
    expect(await room.log.retry(sent?.id ?? '', 'account:1')).toBe(false);

    office.clock.advance({ hours: 100 });
    server.react = () => ({ code: 450, text: 'Not now' });
    expect(await room.log.retry(failed?.id ?? '', 'account:1')).toBe(true);
    await room.delivery.deliverDue();
    expect(await room.message('wrong@stadt.example')).toMatchObject({ status: 'queued', attempts: 1 });

    server.react = () => undefined;
    office.clock.advance({ minutes: 1 });
    await room.delivery.deliverDue();
    expect((await room.log.find(failed?.id ?? ''))?.message).toMatchObject({
      status: 'sent',
      bodyText: expect.stringContaining('Sie sind angemeldet.'),
    });
  });
});
