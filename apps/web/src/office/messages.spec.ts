import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditService } from '#audit';
import { NoticeService } from '#notice';
import { RegistrationService } from '#registration';
import { planEvent } from '../../../../test/builders/events.js';
import { aPerson, register } from '../../../../test/builders/people.js';
import type { Browser } from '../../test/browser.js';
import { type Office, openOffice } from '../../test/open-office.js';

let office: Office;
let browser: Browser;
beforeAll(async () => {
  office = await openOffice();
  browser = await office.signedIn();
  const { slug } = await planEvent(office);
  await register(office, slug, aPerson(1));
  await office.deliverMail();
  await register(office, slug, aPerson(2));
});
afterAll(() => office.close());

describe('The office’s messages', () => {
  it('show what was sent and what waits, by status', async () => {
    const all = (await browser.get('/office/messages')).body;
    expect(all).toContain('person1@stadt1.test');
    expect(all).toContain('person2@stadt2.test');
    const sent = (await browser.get('/office/messages?status=sent')).body;
    expect(sent).toContain('person1@stadt1.test');
    expect(sent).not.toContain('person2@stadt2.test');
    expect((await browser.get('/office/messages?status=nonsense&before=x')).statusCode).toBe(200);
  });

  it('can be read one by one, without the secret link, and loaded as a file in the demo', async () => {
    const id = await messageTo('person1@stadt1.test');
    const { body } = await browser.get(`/office/messages/${id}`);
    expect(body).toContain('Guten Tag Alma Beispiel 1');
    expect(body).not.toMatch(/\/registrations\/[A-Za-z0-9_-]{43}/);
    const file = await browser.get(`/office/messages/${id}/mail.eml`);
    expect([file.statusCode, file.headers['content-type']]).toEqual([200, 'message/rfc822']);
    expect(file.body).toMatch(/^To: .*person1@stadt1\.test/m);
    const waiting = await messageTo('person2@stadt2.test');
    expect((await browser.get(`/office/messages/${waiting}/mail.eml`)).statusCode).toBe(404);
    for (const unknown of ['00000000-0000-7000-8000-000000000000', '..%2f..%2fetc%2fpasswd', 'x']) {
      expect((await browser.get(`/office/messages/${unknown}`)).statusCode).toBe(404);
      expect((await browser.get(`/office/messages/${unknown}/mail.eml`)).statusCode).toBe(404);
    }
  });

  it('are sent again when they had failed, and that is written down', async () => {
    const id = await messageTo('person2@stadt2.test');
    await office.manager.query(
      `UPDATE message SET status = 'failed', answer = '550 No such mailbox' WHERE id = $1`,
      [id],
    );
    expect((await browser.get('/office')).body).toContain('1 mail could not be delivered.');
    const page = `/office/messages/${id}`;
    expect((await browser.get(page)).body).toContain('550 No such mailbox');
    const done = await browser.submit(page, `${page}/retry`);
    expect([done.statusCode, done.headers.location]).toEqual([303, page]);
    expect((await browser.get(page)).body).toContain('The message is being sent again.');
    expect(await office.deliverMail()).toBe(1);
    expect(await office.get(AuditService).of({ type: 'message', id })).toMatchObject([
      { action: 'message.retry', before: { status: 'failed' } },
    ]);
  });

  it('come in pages, the newest first', async () => {
    const { slug } = await planEvent(office);
    for (let number = 100; number < 155; number += 1) await register(office, slug, aPerson(number));
    const { body } = await browser.get('/office/messages');
    expect(body).toContain('person154@stadt154.test');
    expect(body).not.toContain('person100@stadt100.test');
    const older = /href="(\/office\/messages\?before=[^"]*)"/.exec(body)![1]!;
    expect((await browser.get(older)).body).toContain('person100@stadt100.test');
  });

  it('about a change of the event lead to the registration of whom they were sent to', async () => {
    const { id: eventId, slug } = await planEvent(office);
    const { registrationId } = await register(office, slug, aPerson(3, { email: 'drei@stadt.test' }));
    const people = [aPerson(4, { email: 'vier@stadt.test' })];
    await office
      .get(RegistrationService)
      .register(slug, { people, copyTo: 'copy@stadt.test' }, { actor: 'participant', language: 'de' });
    const wish = { what: 'cancelled', scope: 'event', text: {} } as const;
    await office.get(NoticeService).send(eventId, wish, { id: randomUUID(), actor: 'account:1' });
    const latest = async (to: string) => {
      const [{ id }] = await office.manager.query(
        "SELECT id FROM message WHERE to_address = $1 AND kind = 'notice.cancelled'",
        [to],
      );
      return (await browser.get(`/office/messages/${id}`)).body;
    };
    expect(await latest('drei@stadt.test')).toContain(`href="/office/registrations/${registrationId}"`);
    expect(await latest('copy@stadt.test')).not.toContain('href="/office/registrations/');
  });
});

async function messageTo(address: string): Promise<string> {
  const [row] = await office.manager.query('SELECT id FROM message WHERE to_address = $1', [address]);
  return row.id;
}
