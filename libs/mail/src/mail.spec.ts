import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { MailServer } from '../test/mail-server.js';
import { type PostRoom, postOffice } from '../test/post-room.js';

const appointment = (method: string) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', `METHOD:${method}`, 'SUMMARY:Wärme', 'END:VCALENDAR', ''].join('\r\n');

describe('A mail', () => {
  let office: Awaited<ReturnType<typeof postOffice>>;
  let server: MailServer;
  let room: PostRoom;

  beforeAll(async () => {
    server = await MailServer.open();
    office = await postOffice();
    room = await office.room({ SMTP_URL: server.url });
  });
  beforeEach(() => {
    server.taken.length = 0;
  });
  afterAll(async () => {
    await office.close();
    await server.close();
  });

  async function mailed(letter: object, name = 'Zoë Grün') {
    await room.writeMessages({ to: { address: 'zoe@stadt.example', name }, facts: { letter } });
    await room.delivery.deliverDue();
    const [mail] = server.taken;
    if (!mail) throw new Error((await room.messages()).at(-1)?.answer ?? 'No mail');
    return mail;
  }

  it('says who writes to whom, that it was made by a machine, and nothing of unsubscribing', async () => {
    const { parsed } = await mailed({ subject: 'Größe & Maß' });
    expect(parsed.from?.value).toEqual([{ name: 'Geschäftsstelle', address: 'office@forum.example' }]);
    expect(parsed.to).toMatchObject({ value: [{ name: 'Zoë Grün', address: 'zoe@stadt.example' }] });
    expect(parsed.subject).toBe('Größe & Maß');
    expect(parsed.headers.get('auto-submitted')).toBe('auto-generated');
    expect([...parsed.headers.keys()].filter((header) => header.startsWith('list'))).toEqual([]);
    expect(parsed.date).toEqual(new Date(office.clock.now().epochMilliseconds));
  });

  it('has a text and an HTML body; what is kept of them has no secret link', async () => {
    const links = [{ label: 'Abmelden', url: 'https://forum.example/r/geheim', secret: true }];
    const { parsed } = await mailed({ blocks: [{ links }] });
    expect(parsed.text).toContain('Abmelden: https://forum.example/r/geheim');
    expect(parsed.html).toContain('href="https://forum.example/r/geheim"');

    const kept = (await room.messages()).at(-1);
    expect(kept?.bodyText).toContain('Abmelden: …');
    expect(kept?.bodyHtml).not.toContain('geheim');
  });

  it.each(['REQUEST', 'CANCEL'])(
    'carries one appointment to be processed, announced as %s',
    async (method) => {
      const { raw, parsed } = await mailed({
        calendar: { method, content: appointment(method), filename: 'termin.ics' },
      });
      expect(raw).toMatch(/^Content-Type: multipart\/alternative/m);
      expect(raw).not.toMatch(/^Content-Type: multipart\/mixed/m);
      expect(raw.match(/text\/calendar/g)).toHaveLength(1);
      expect(raw).toMatch(
        new RegExp(`^Content-Type: text/calendar; charset=utf-8;\\s+method=${method}\\r$`, 'm'),
      );
      expect(parsed.attachments.map((part) => part.content.toString('utf8'))).toEqual([appointment(method)]);
    },
  );

  it('attaches a mere calendar file as a file', async () => {
    const { raw, parsed } = await mailed({
      calendar: { method: 'PUBLISH', content: appointment('PUBLISH'), filename: 'alle-termine.ics' },
    });
    expect(raw).toMatch(/^Content-Type: multipart\/mixed/m);
    const [file] = parsed.attachments;
    expect(file).toMatchObject({ filename: 'alle-termine.ics', contentDisposition: 'attachment' });
    expect(file?.content.toString('utf8')).toBe(appointment('PUBLISH'));
  });

  it('is not sent with an appointment that contradicts its announcement', async () => {
    const calendar = { method: 'CANCEL', content: appointment('REQUEST'), filename: 'termin.ics' };
    await expect(mailed({ calendar })).rejects.toThrow("The appointment's METHOD is not CANCEL");
  });

  it('cannot be given headers or recipients through a name or a subject', async () => {
    const { parsed } = await mailed(
      { subject: 'Hallo\r\nBcc: other@stadt.example' },
      'Zoë\r\nBcc: other@stadt.example, "x" <third@stadt.example>',
    );
    expect(server.recipients).toEqual(['zoe@stadt.example']);
    expect(parsed.headers.has('bcc')).toBe(false);
    expect(parsed.to).toMatchObject({ value: [{ address: 'zoe@stadt.example' }] });
  });

  it('is written to a file by the demo, counts as sent, and any mail program can read it', async () => {
    const demo = await office.room({ PLENUM_MODE: 'demo' });
    await demo.writeMessages({
      to: { address: 'demo@stadt.example', name: 'Zoë Grün' },
      facts: {
        letter: { calendar: { method: 'REQUEST', content: appointment('REQUEST'), filename: 't.ics' } },
      },
    });
    expect(await demo.delivery.deliverDue()).toBe(1);

    const message = await demo.message('demo@stadt.example');
    expect(message).toMatchObject({ status: 'sent', answer: `mail/${message.id}.eml` });
    const found = await demo.log.find(message.id);
    expect(found?.file).toBe(join(office.home, 'mail', `${message.id}.eml`));
    const eml = await simpleParser(readFileSync(found?.file ?? ''));
    expect(eml).toMatchObject({ messageId: message.messageId, subject: 'Sie sind angemeldet' });
    expect(eml.text).toContain('Guten Tag Zoë Grün,');
    expect(eml.attachments[0]?.contentType).toBe('text/calendar');
    expect(readdirSync(join(office.home, 'mail'))).toEqual([`${message.id}.eml`]);
    expect(server.taken).toEqual([]);
  });
});
