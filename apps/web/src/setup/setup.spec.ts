import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SetupService } from '#association';
import { MemberService } from '#member';
import { MailServer } from '../../../../libs/mail/test/mail-server.js';
import { planEvent } from '../../../../test/builders/events.js';
import { aPerson, register } from '../../../../test/builders/people.js';
import type { Browser } from '../../test/browser.js';
import { type Office, openOffice } from '../../test/open-office.js';

let server: MailServer;
let office: Office;
beforeEach(async () => {
  server = await MailServer.open();
  office = await openOffice({ PLENUM_MODE: 'live', SMTP_URL: server.url });
});
afterEach(async () => {
  await office.close();
  await server.close();
});

const PASSWORD = 'ein langes Passwort';
const alma = { name: 'Alma Beispiel', email: 'alma@stadt.test', password: PASSWORD, repeat: PASSWORD };
const association = {
  shortName: 'Städtebund',
  'name.de': 'Bund der Städte e. V.',
  'name.en': 'League of Cities',
  postal: 'Rathausplatz 1\n12345 Musterstadt',
  email: 'office@stadt.test',
  'imprint.de': 'Vertreten durch den Vorstand.',
};

describe('The set-up of a real installation', () => {
  it('leads from the one-time link through every step to an installation that is set up', async () => {
    const link = await newLink();
    const browser = office.browser();

    const created = await browser.submit(link, link, alma);
    expect([created.statusCode, created.headers.location]).toEqual([
      303,
      '/office/sign-in?next=%2Foffice%2Fsetup',
    ]);
    expect((await browser.get(link)).statusCode).toBe(410);
    const entered = await browser.signIn(alma.email, PASSWORD, '/office/setup');
    expect(entered.headers.location).toBe('/office/setup');
    expect((await browser.get('/office/setup')).body).toContain('1 of 6 steps are done.');
    expect((await browser.get('/office')).body).toContain('The set-up is not finished yet');

    await browser.submit('/office/setup/association', '/office/setup/association', association);
    expect((await browser.get('/office/setup')).body).toContain('2 of 6 steps are done.');
    const imprint = (await browser.get('/imprint?lang=de')).body;
    expect(imprint).toContain('Vertreten durch den Vorstand.');
    expect(imprint).toContain('Städtebund');
    expect((await browser.get('/privacy?lang=en')).body).toContain('League of Cities');

    await office
      .get(MemberService)
      .enter([{ name: 'Essen', kind: 'city', from: '2020-01-01' }], office.clock.now());
    expect((await browser.get('/office/setup/members')).body).toContain('1 member has been entered.');

    expect((await browser.get('/office/setup/sender')).body).toContain('value="office@stadt.test"');
    await confirmedTestMail(browser);
    expect((await browser.get('/office/setup/sender')).body).toContain('The test mail has arrived');

    const issued = await browser.submit('/office/setup/colleague', '/office/setup/colleague', {
      name: 'Bela Muster',
      email: 'bela@stadt.test',
    });
    const password = /<code>([^<]*)<\/code>/.exec(issued.body)![1]!;
    expect((await office.browser().signIn('bela@stadt.test', password)).headers.location).toBe('/office');

    await browser.submit('/office/setup/backup', '/office/setup/backup/tick-off');
    expect((await browser.get('/office/setup')).body).toContain('Plenum is set up');
    expect((await browser.get('/office')).body).not.toContain('The set-up is not finished yet');
  });

  it('makes up a password for who leaves it to Plenum, and shows it once', async () => {
    const link = await newLink();
    const browser = office.browser();

    const { statusCode, body, headers } = await browser.submit(link, link, {
      ...alma,
      password: '',
      repeat: '',
    });

    expect([statusCode, headers['cache-control']]).toEqual([201, 'no-store']);
    const password = /<code>([^<]*)<\/code>/.exec(body)![1]!;
    expect((await browser.signIn(alma.email, password)).statusCode).toBe(303);
  });

  it('explains what is wrong with the first account, and opens none', async () => {
    const link = await newLink();
    const browser = office.browser();

    const short = await browser.submit(link, link, { ...alma, password: 'kurz', repeat: 'kurz' });
    expect(short.statusCode).toBe(422);
    expect(short.body).toContain('At least 12 characters.');
    const differing = await browser.submit(link, link, { ...alma, repeat: 'etwas ganz anderes' });
    expect(differing.body).toContain('The two passwords differ.');
    expect(differing.body).not.toContain(PASSWORD);
    const nobody = await browser.submit(link, link, { name: '', email: 'nirgends' });
    expect(nobody.body).toContain('complete e-mail address');

    expect((await browser.get(link)).statusCode).toBe(200);
  });

  it('can be gone over again: every step keeps what was entered and takes it anew', async () => {
    const browser = await administrator();
    const page = '/office/setup/association';
    await browser.submit(page, page, association);
    await browser.submit(page, page, association);
    expect((await browser.get(page)).body).toContain('value="League of Cities"');
    const wrong = await browser.submit(page, page, { ...association, email: 'keine', 'name.de': '' });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('href="#name.de"');
    expect(wrong.body).toContain('value="keine"');

    const colleague = '/office/setup/colleague';
    await browser.submit(colleague, colleague, { name: 'Bela', email: 'bela@stadt.test' });
    const again = await browser.submit(colleague, colleague, { name: 'Bela', email: 'BELA@stadt.test' });
    expect(again.statusCode).toBe(409);
    expect(again.body).toContain('already an account');

    const backup = '/office/setup/backup';
    await browser.submit(backup, `${backup}/tick-off`);
    expect((await browser.submit(backup, `${backup}/tick-off`)).statusCode).toBe(303);
    expect((await browser.post(`${backup}/tick-off`, {})).statusCode).toBe(403);
  });

  it('does not take a step for done that only the books can show', async () => {
    const browser = await administrator();
    const { body } = await browser.get('/office/setup/backup');
    const _csrf = /name="_csrf" value="([^"]*)"/.exec(body)![1]!;

    expect((await browser.post('/office/setup/sender/tick-off', { _csrf })).statusCode).toBe(404);
    expect((await browser.post('/office/setup/members/tick-off', { _csrf })).statusCode).toBe(303);
    expect((await browser.get('/office/setup')).body).toContain('2 of 6 steps are done.');
  });

  it('is for administrators only', async () => {
    const organizer = await office.signedIn('organizer');

    expect((await organizer.get('/office/setup')).statusCode).toBe(403);
    expect((await organizer.get('/office')).body).not.toContain('/office/setup');
    expect((await office.browser().get('/office/setup')).statusCode).toBe(303);
  });

  it('says what the mail server answered when it refuses the test mail', async () => {
    server.react = () => ({ code: 550, text: 'Sender not allowed here' });
    const browser = await administrator();
    await sendTestMail(browser);

    const { body } = await browser.get('/office/setup/sender');

    expect(body).toContain('could not be delivered');
    expect(body).toContain('Sender not allowed here');
  });
});

describe('The link of a test mail', () => {
  it('changes nothing when it is only opened, as mail scanners do', async () => {
    const browser = await administrator();
    const path = await sendTestMail(browser);

    await office.browser().get(path);
    expect((await browser.get('/office/setup/sender')).body).toContain('has not been confirmed yet');

    await office.browser().submit(path, path);
    expect((await browser.get('/office/setup/sender')).body).toContain('The test mail has arrived');
  });
});

describe('Without a mail server', () => {
  it('every page of the office says in red that mail is held, and how much', async () => {
    const held = await openOffice({ PLENUM_MODE: 'live' });
    try {
      const browser = await held.signedIn('administrator');
      const { slug } = await planEvent(held);
      await register(held, slug, aPerson(1));

      for (const page of ['/office', '/office/messages', '/office/setup']) {
        const { body } = await browser.get(page);
        expect(body).toContain('No mail server is set: mail is being held');
        expect(body).toContain('1 mail is waiting for it.');
      }
      await held.deliverMail();
      expect((await browser.get('/office')).body).toContain('1 mail is waiting for it.');
      expect((await browser.get('/office')).body).not.toContain('Mail is being sent.');
      const page = '/office/setup/sender';
      await browser.submit(page, page, { name: 'Bund', address: 'bund@stadt.test', to: 'a@stadt.test' });
      const { body } = await browser.get(page);
      expect(body).toContain('waits for a mail server');
      expect(body).toContain('does not go out either');
      expect((await held.browser().get('/office/sign-in')).body).not.toContain('mail is being held');
    } finally {
      await held.close();
    }
  });

  it('nothing of that is said where there is one', async () => {
    const browser = await administrator();

    expect((await browser.get('/office')).body).not.toContain('mail is being held');
  });
});

describe('The demo', () => {
  it('has no set-up and holds no mail', async () => {
    const demo = await openOffice();
    try {
      const browser = await demo.signedIn('administrator');

      expect((await browser.get('/office/setup')).statusCode).toBe(404);
      expect((await browser.get('/setup/x')).statusCode).toBe(410);
      const { body } = await browser.get('/office');
      expect(body).not.toContain('/office/setup');
      expect(body).not.toContain('mail is being held');
    } finally {
      await demo.close();
    }
  });
});

const administrator = () => office.signedIn('administrator');

async function newLink(): Promise<string> {
  const link = await office.get(SetupService).issueLink();
  return new URL(link!.url).pathname;
}

/** Has a test mail sent and answers the path of the link in it. */
async function sendTestMail(browser: Browser): Promise<string> {
  const sender = { name: 'Städtebund', address: 'neu@stadt.test', to: 'alma@anderswo.test' };
  const sent = await browser.submit('/office/setup/sender', '/office/setup/sender', sender);
  expect(sent.headers.location).toBe('/office/setup/sender');
  await office.deliverMail();
  return /\/setup\/sender\/[A-Za-z0-9_-]{43}/.exec(server.taken.at(-1)?.parsed.text ?? '')?.[0] ?? '';
}

async function confirmedTestMail(browser: Browser): Promise<void> {
  const path = await sendTestMail(browser);
  expect(server.taken.at(-1)).toMatchObject({ to: 'alma@anderswo.test' });
  const confirmed = await office.browser().submit(path, path);
  expect(confirmed.headers.location).toBe(path);
}
