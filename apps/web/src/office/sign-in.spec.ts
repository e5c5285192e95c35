import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditService } from '#audit';
import { type Office, openOffice } from '../../test/open-office.js';

let office: Office;
beforeAll(async () => {
  office = await openOffice({ RATE_LIMIT: 'on' });
});
afterAll(() => office.close());

describe('The door of the office', () => {
  it('sends a stranger to the sign-in and lets them go on to where they wanted', async () => {
    const { account, password } = await office.account();
    const browser = office.browser();
    const refused = await browser.get('/office/messages?status=sent');
    expect(refused.statusCode).toBe(303);
    expect(refused.headers.location).toBe('/office/sign-in?next=%2Foffice%2Fmessages%3Fstatus%3Dsent');
    const let_in = await browser.signIn(account.email, password, '/office/messages?status=sent');
    expect([let_in.statusCode, let_in.headers.location]).toEqual([303, '/office/messages?status=sent']);
    expect((await browser.get('/office/messages?status=sent')).statusCode).toBe(200);
  });

  it('never leads to another site', async () => {
    const { account, password } = await office.account();
    const answer = await office.browser().signIn(account.email, password, '//evil.test/office');
    expect(answer.headers.location).toBe('/office');
  });

  it('stays closed for a wrong password and says the same to a stranger', async () => {
    const { account } = await office.account();
    const answers = [];
    for (const email of [account.email, 'stranger@forum.test']) {
      const browser = office.browser();
      const answer = await browser.signIn(email, 'wrong');
      expect(answer.statusCode).toBe(403);
      expect((await browser.get('/office')).statusCode).toBe(303);
      answers.push(answer.body.replaceAll(email, '').replace(/name="_csrf" value="[^"]*"/g, ''));
    }
    expect(answers[0]).toBe(answers[1]);
    expect(answers[0]).toContain('The e-mail address or the password is wrong.');
  });

  it('closes for a while after five wrong passwords', async () => {
    const { account, password } = await office.account();
    const browser = office.browser();
    for (const typed of ['1', '2', '3', '4', '5']) await browser.signIn(account.email, typed);
    const answer = await browser.signIn(account.email, password);
    expect(answer.statusCode).toBe(429);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(800);
    expect(answer.body).toContain('in 15 minutes');
  });

  it('takes no sign-in that was not sent from its own page', async () => {
    const { account, password } = await office.account();
    const browser = office.browser();
    const answer = await browser.post('/office/sign-in', { email: account.email, password });
    expect(answer.statusCode).toBe(403);
    expect(answer.body).toContain('The page was open for too long');
    expect((await browser.get('/office')).statusCode).toBe(303);
  });

  it('puts the session under a new id when somebody signs in', async () => {
    const { account, password } = await office.account();
    const browser = office.browser();
    await browser.get('/office/sign-in');
    const planted = browser.cookies.get('plenum_office');
    await browser.signIn(account.email, password);
    expect(planted).toBeTruthy();
    expect(browser.cookies.get('plenum_office')).not.toBe(planted);
    const thief = office.browser();
    thief.cookies.set('plenum_office', planted!);
    expect((await thief.get('/office')).statusCode).toBe(303);
  });

  it('gives a cookie that scripts and other sites cannot use, for the office alone', async () => {
    const { headers } = await office.browser().get('/office/sign-in');
    expect(String(headers['set-cookie'])).toMatch(
      /^plenum_office=[^;]+; Path=\/office; HttpOnly; SameSite=Lax$/,
    );
  });

  it('adds Secure to the cookie where the public address is encrypted', async () => {
    const encrypted = await openOffice({ PUBLIC_URL: 'https://plenum.test' });
    try {
      const browser = encrypted.browser();
      const { headers } = await browser.get('/office/sign-in?lang=en');
      const session = [headers['set-cookie']].flat().find((cookie) => cookie?.startsWith('plenum_office'));
      expect(session).toMatch(/; Secure$/);
      const { account, password } = await encrypted.account();
      expect((await browser.signIn(account.email, password)).statusCode).toBe(303);
    } finally {
      await encrypted.close();
    }
  });

  it('is not opened by what stands in the sessions’ table, nor by a cookie with one sign changed', async () => {
    const browser = await office.signedIn();
    const cookie = browser.cookies.get('plenum_office')!;
    const rows: { id_hash: string }[] = await office.manager.query('SELECT id_hash FROM account_session');
    const signature = cookie.slice(cookie.indexOf('.'));
    const forged = [
      ...rows.map((row) => `${row.id_hash}${signature}`),
      `${cookie[0] === 'a' ? 'b' : 'a'}${cookie.slice(1)}`,
    ];
    for (const one of forged) {
      const thief = office.browser();
      thief.cookies.set('plenum_office', one);
      expect((await thief.get('/office')).statusCode).toBe(303);
    }
    expect((await browser.get('/office')).statusCode).toBe(200);
  });

  it('is locked behind who leaves', async () => {
    const browser = await office.signedIn();
    const cookie = browser.cookies.get('plenum_office')!;
    const left = await browser.submit('/office', '/office/sign-out');
    expect([left.statusCode, left.headers.location]).toEqual([303, '/office/sign-in?left=1']);
    browser.cookies.set('plenum_office', cookie);
    expect((await browser.get('/office')).statusCode).toBe(303);
  });

  it('is closed at once for an account that is gone', async () => {
    const { account, password } = await office.account();
    const browser = office.browser();
    await browser.signIn(account.email, password);
    await office.manager.query('DELETE FROM account WHERE id = $1', [account.id]);
    expect((await browser.get('/office')).statusCode).toBe(303);
  });

  it('asks again after eight idle hours', async () => {
    const browser = await office.signedIn();
    office.clock.advance({ hours: 7 });
    expect((await browser.get('/office')).statusCode).toBe(200);
    office.clock.advance({ hours: 7 });
    expect((await browser.get('/office')).statusCode).toBe(200);
    office.clock.advance({ hours: 8 });
    expect((await browser.get('/office')).statusCode).toBe(303);
  });

  it('writes down who came and left', async () => {
    const { account, password } = await office.account();
    const browser = office.browser();
    await browser.signIn(account.email, password);
    await browser.submit('/office', '/office/sign-out');
    const trace = await office.get(AuditService).of({ type: 'account', id: account.id });
    expect(trace.map(({ action }) => action)).toEqual([
      'account.signOut',
      'account.signIn',
      'account.create',
    ]);
  });

  it('lets nobody keep its pages', async () => {
    const browser = await office.signedIn();
    for (const page of ['/office', '/office/messages', '/office/sign-in', '/office/nothing']) {
      expect((await browser.get(page)).headers['cache-control']).toBe('no-store');
    }
  });

  it('speaks German, English and French', async () => {
    const browser = office.browser();
    expect((await browser.get('/office/sign-in?lang=de')).body).toContain('Geschäftsstelle');
    expect((await browser.get('/office/sign-in?lang=fr')).body).toContain('Secrétariat');
    expect((await browser.get('/office/sign-in', { 'accept-language': 'de' })).body).toContain('Secrétariat');
    expect((await office.browser().get('/office?lang=fr')).headers.location).toContain('&lang=fr');
  });

  it('is behind every address of the office, and every form needs its token', async () => {
    const routes = officeRoutes();
    expect(routes.length).toBeGreaterThan(8);
    const stranger = office.browser();
    const organizer = await office.signedIn('organizer');
    for (const { method, url } of routes.filter((route) => !route.url.endsWith('/sign-in'))) {
      const path = url.replace(':id', '00000000-0000-7000-8000-000000000000');
      const answer = method === 'GET' ? await stranger.get(path) : await stranger.post(path, {});
      expect([path, answer.statusCode, String(answer.headers.location).split('?')[0]]).toEqual([
        path,
        303,
        '/office/sign-in',
      ]);
      if (method === 'POST') expect([path, (await organizer.post(path, {})).statusCode]).toEqual([path, 403]);
    }
  });
});

function officeRoutes(): { method: 'GET' | 'POST'; url: string }[] {
  const lines = office.server.printRoutes({ commonPrefix: false }).split('\n');
  const path: string[] = [];
  const routes: { method: 'GET' | 'POST'; url: string }[] = [];
  for (const line of lines) {
    const match = /^([│\s]*)[├└]── (\S+)(?: \((.*)\))?$/.exec(line);
    if (!match) continue;
    path.length = match[1]!.length / 4;
    path.push(match[2]!);
    const url = path.join('');
    for (const method of ['GET', 'POST'] as const) {
      if (match[3]?.split(', ').includes(method) && url.startsWith('/office')) routes.push({ method, url });
    }
  }
  return routes;
}
