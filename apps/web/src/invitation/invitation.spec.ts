import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InvitationService, type Whom } from '#invitation';
import { ContactService, MemberService } from '#member';
import { planEvent } from '../../../../test/builders/events.js';
import { mailsTo } from '../../../../test/builders/mails.js';
import { aPerson, register } from '../../../../test/builders/people.js';
import type { Browser } from '../../test/browser.js';
import { type Office, openOffice } from '../../test/open-office.js';

let office: Office;
let members: Map<string, string>;
beforeAll(async () => {
  office = await openOffice();
  await office.get(MemberService).enter(
    ['Aachen', 'Bonn', 'Celle'].map((name) => ({ name, kind: 'city', from: '2020-01-01' })),
    office.clock.now(),
  );
  const current = await office.get(MemberService).current('2027-01-04');
  members = new Map(current.map(({ id, name }) => [name, id]));
  for (const name of ['Aachen', 'Bonn']) {
    const email = `kora@${name.toLowerCase()}.test`;
    const contact = { memberId: members.get(name), firstName: 'Kora', lastName: name, email, language: 'de' };
    await office.get(ContactService).add(contact as never, 'account:1');
  }
});
afterAll(() => office.close());

describe('The link in an invitation', () => {
  it('opens what is offered and to whom, and changes nothing', async () => {
    const { page } = await invited({ audience: 'invited' });
    const { statusCode, body } = await office.browser().get(`${page}?lang=de&reply=declined`);
    expect(statusCode).toBe(200);
    expect(textOf(body)).toMatch(/Einladung Sichere Plätze .*Einladung an Kora Aachen Aachen/);
    expect(body).toMatch(/<details class="kern-accordion" open><summary[^>]*><span[^>]*>Absage</);
    expect(await replies()).toEqual([]);
  });

  it('registers several people at once, for an event by invitation only and in the name of the member', async () => {
    const { page, slug } = await invited({ audience: 'invited' });
    const browser = office.browser();
    expect((await browser.get(`/events/${slug}/register`)).statusCode).toBe(403);
    const { body } = await browser.get(`${page}?reply=coming`);
    expect(body).toContain('value="Kora"');
    const first = { 'people.0.firstName': 'Kora', 'people.0.lastName': 'Aachen' };
    const added = await browser.submit(page, `${page}/coming`, {
      ...first,
      'people.0.email': 'kora@aachen.test',
      'people.0.organization': 'Aachen',
      add: '1',
    });
    expect([added.statusCode, added.body.includes('name="people.1.organization"')]).toEqual([200, true]);
    const done = await browser.submit(page, `${page}/coming`, {
      ...first,
      'people.0.email': 'kora@aachen.test',
      'people.1.firstName': 'Ole',
      'people.1.lastName': 'Lund',
      'people.1.email': 'ole@aachen.test',
    });
    expect([done.statusCode, done.headers.location]).toEqual([303, `${page}?done=1`]);
    const after = textOf((await browser.get(`${page}?done=1`)).body);
    expect(after).toMatch(/Coming .*Kora Aachen Ole Lund/);
    expect(await mailsTo(office, 'ole@aachen.test')).toHaveLength(1);
  });

  it('comes back with what is wrong and everything typed', async () => {
    const { page } = await invited();
    const browser = office.browser();
    const answer = await browser.submit(page, `${page}/substitute`, {
      'substitute.firstName': 'Vera',
      'substitute.lastName': 'Sommer',
      'substitute.email': 'vera',
    });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('href="#substitute.email"');
    expect(answer.body).toContain('value="Sommer"');
    const own = await browser.submit(page, `${page}/substitute`, {
      'substitute.firstName': 'Kora',
      'substitute.lastName': 'Aachen',
      'substitute.email': 'KORA@aachen.test',
    });
    expect([own.statusCode, textOf(own.body).includes('other than yourself')]).toEqual([422, true]);
  });

  it('shows who waits as waiting, with the place in the line, and promises no seat', async () => {
    const { page, slug } = await invited({ format: 'onsite' }, { onsite: 1 });
    await register(office, slug, aPerson(1));
    await register(office, slug, aPerson(2));
    const browser = office.browser();
    const done = await browser.submit(page, `${page}/coming`, {
      'people.0.firstName': 'Kora',
      'people.0.lastName': 'Aachen',
      'people.0.email': 'kora@aachen.test',
    });
    expect(done.statusCode).toBe(303);
    const { body } = await browser.get(`${page}?done=1`);
    expect(textOf(body)).toContain('On the waiting list, no. 2');
    expect(textOf(body)).toContain('All seats are taken.');
    expect(textOf(body)).toContain('Waiting list, no. 2)');
    expect(body).not.toContain('kern-alert--success');
  });

  it('shows what was said and who stands in, so that a mistyped address is noticed', async () => {
    const { page } = await invited();
    const browser = office.browser();
    await browser.submit(page, `${page}/substitute`, {
      'substitute.firstName': 'Vera',
      'substitute.lastName': 'Sommer',
      'substitute.email': 'vera@aachne.test',
      'substitute.word': 'Bin im Urlaub',
    });
    const named = textOf((await browser.get(page)).body);
    expect(named).toMatch(/Substitute named Vera Sommer vera@aachne.test Remark Bin im Urlaub/);
    await browser.submit(page, `${page}/declined`, { word: '' });
    expect(textOf((await browser.get(page)).body)).not.toContain('Vera');
  });

  it('refuses a remark that is too long, and keeps it', async () => {
    const { page, id } = await invited();
    const word = 'x'.repeat(501);
    const browser = office.browser();
    for (const [answer, field] of [
      ['declined', 'word'],
      ['substitute', 'substitute.word'],
    ] as const) {
      const back = await browser.submit(page, `${page}/${answer}`, {
        'substitute.lastName': 'Sommer',
        'substitute.email': 'vera@aachen.test',
        [field]: word,
      });
      expect([back.statusCode, back.body.includes(word)]).toEqual([422, true]);
      expect(textOf(back.body)).toMatch(/Remark: [^.]*500/);
      expect(back.body).toContain(`href="#${field}"`);
    }
    expect(await replies(id)).toEqual([]);
  });

  it('cannot be used to come when the membership ends before an event for members, but to decline', async () => {
    const { page } = await invited({ audience: 'members' });
    const endOn = (day: string | null) =>
      office.manager.query('UPDATE membership SET until_day = $1 WHERE member_id = $2', [
        day,
        members.get('Aachen'),
      ]);
    const browser = office.browser();
    const person = { 'people.0.firstName': 'Kora', 'people.0.lastName': 'Aachen' };
    await endOn('2027-01-10');
    const refused = await browser.submit(page, `${page}/coming`, {
      ...person,
      'people.0.email': 'kora@aachen.test',
    });
    const declined = await browser.submit(page, `${page}/declined`);
    await endOn(null);
    expect(refused.statusCode).toBe(403);
    expect(textOf(refused.body)).toContain('the membership ends before it. You can still decline');
    expect(declined.statusCode).toBe(303);
  });

  it('opens nothing when it is cut off, of another kind or taken back', async () => {
    const { page, id } = await invited();
    const browser = office.browser();
    await office.get(InvitationService).revoke(id, 'account:1');
    for (const path of [page, page.slice(0, -1), '/invitations/x', `/invitations/${'A'.repeat(43)}`]) {
      const answer = await browser.get(path);
      expect([path, answer.statusCode]).toEqual([path, 404]);
      expect(textOf(answer.body)).toContain('This link opens no invitation');
      expect((await browser.post(`${path}/declined`, {})).statusCode).toBe(404);
    }
  });

  it('is of use to nobody else’s invitation', async () => {
    const one = await invited();
    const other = await invited();
    await office.browser().submit(one.page, `${one.page}/declined`, { word: 'Urlaub' });
    expect(await replies(one.id)).toEqual(['declined Urlaub']);
    expect(await replies(other.id)).toEqual([]);
  });
});

describe('The office', () => {
  it('sees before it invites how many and whom no mail reaches, and invites with one more click', async () => {
    const { id } = await planEvent(office, { title: { en: 'Exchange' } });
    const browser = await office.signedIn();
    const page = `/office/events/${id}/invite`;
    const shown = textOf((await browser.get(page)).body);
    expect(shown).toContain('2 people would get an invitation.');
    expect(shown).toMatch(/In one case there is nobody in office with an e-mail address Celle/);
    const done = await browser.submit(page, page);
    expect([done.statusCode, done.headers.location]).toEqual([303, `/office/events/${id}/invitations`]);
    const list = textOf((await browser.get(`/office/events/${id}/invitations`)).body);
    expect(list).toContain('2 invitations are on their way.');
    expect(list).toMatch(/All \(2\) No reply \(2\)/);
  });

  it('chooses somebody, or is told to; and is told when nobody could be reached', async () => {
    const { id } = await planEvent(office);
    const browser = await office.signedIn();
    const page = `/office/events/${id}/invite`;
    const _csrf = await tokenOf(browser, page);
    for (const wish of ['', 'invite']) {
      const empty = await browser.post(page, { _csrf, circle: 'members', wish });
      expect([empty.statusCode, textOf(empty.body).includes('Please choose somebody.')]).toEqual([422, true]);
    }
    const celle = { _csrf, circle: 'members', id: members.get('Celle') as string, wish: 'invite' };
    expect((await browser.post(page, celle)).statusCode).toBe(303);
    const list = textOf((await browser.get(`/office/events/${id}/invitations`)).body);
    expect(list).toContain('Nobody was invited: nobody could be reached by e-mail.');
  });

  it('offers contacts in the order of their members, and whoever leaves until the last day', async () => {
    const { id } = await planEvent(office);
    const contacts = office.get(ContactService);
    const person = (lastName: string, memberId?: string) =>
      contacts.add(
        { memberId, firstName: 'Lou', lastName, email: `${lastName}@lou.test`, language: 'de' },
        'account:1',
      );
    await person('Aabel', members.get('Bonn'));
    const leaving = await person('Zander');
    await contacts.leave(leaving, '2027-01-31', 'account:1');
    const browser = await office.signedIn();
    const shown = textOf((await browser.get(`/office/events/${id}/invite`)).body);
    expect(shown).toMatch(/Kora Aachen .*Lou Aabel .*Kora Bonn .*Lou Zander/);
  });

  it('reads who invited whom, and when the silent can be reminded', async () => {
    const { id } = await planEvent(office);
    const browser = await office.signedIn();
    await browser.submit(`/office/events/${id}/invite`, `/office/events/${id}/invite`);
    const list = await browser.get(`/office/events/${id}/invitations`);
    expect(textOf(list.body)).toMatch(/2 without a reply, remind from tomorrow, \d\d:\d\d/);
    const file = /\/office\/invitations\/[\da-f-]{36}/.exec(list.body)![0];
    expect(textOf((await browser.get(file)).body)).toMatch(/\d\d:\d\d by Büro \d/);
    const csv = await browser.get(`/office/events/${id}/invitations.csv?dialect=plain&lang=en`);
    expect(csv.body).toMatch(/Invited by.*[\s\S]*Kora,.*,Büro \d,/);
    expect(textOf((await browser.get(`/office/matrix?event=${id}`)).body)).toMatch(
      /: 2 without a reply, remind from tomorrow/,
    );
  });

  it('pastes a list of persons, is told of a wrong line, and nobody is invited by it', async () => {
    const { id } = await planEvent(office);
    const browser = await office.signedIn();
    const page = `/office/events/${id}/invite`;
    const token = await tokenOf(browser, page);
    const choice = { _csrf: token, circle: 'people', people: 'Vera;Sommer;vera@by.test\nOle;Lund;ole' };
    for (const wish of ['', 'invite']) {
      const wrong = await browser.post(page, { ...choice, wish });
      expect([wrong.statusCode, textOf(wrong.body).includes('Line 2 cannot be read')]).toEqual([422, true]);
    }
    const fine = await browser.post(page, { ...choice, people: 'Vera;Sommer;vera@by.test' });
    expect(textOf(fine.body)).toContain('One person would get an invitation.');
    expect(await office.manager.query('SELECT 1 FROM invitation WHERE event_id = $1', [id])).toEqual([]);
  });

  it('answers for whoever calls, and the history says who took the call', async () => {
    const { id, eventId } = await invited();
    const browser = await office.signedIn();
    const page = `/office/invitations/${id}`;
    await browser.submit(page, `${page}/replies/declined`, { word: 'Ruft im Mai wieder an' });
    const file = textOf((await browser.get(page)).body);
    expect(file).toContain('The reply has been entered.');
    expect(file).toMatch(/Not coming Ruft im Mai wieder an Büro \d/);
    await browser.submit(page, `${page}/resend`);
    expect(textOf((await browser.get(page)).body)).toContain('The invitation is being sent again.');
    const csv = await browser.get(`/office/events/${eventId}/invitations.csv?dialect=plain&lang=en`);
    expect(csv.body).toContain(
      'Aachen,Aachen,Kora,kora@aachen.test,Deutsch,Not coming,,Ruft im Mai wieder an',
    );
  });

  it('sees the matrix, reminds the silent from it and loads it as a file', async () => {
    const { eventId } = await invited({ title: { en: 'Winter school' } });
    office.clock.advance({ hours: 25 });
    const browser = await office.signedIn();
    const url = `/office/matrix?event=${eventId}`;
    expect(textOf((await browser.get(url)).body)).toMatch(/Winter school, 25 Jan 2027: remind 1 silent/);
    expect(browser.answer.body).toContain(
      `/office/events/${eventId}/invitations?member=${members.get('Aachen')}`,
    );
    const { headers } = await browser.submit(url, `/office/events/${eventId}/invitations/remind`);
    expect(headers.location).toBe(`/office/matrix?period=upcoming&page=1&event=${eventId}`);
    expect(textOf((await browser.get(url)).body)).toContain('One person is being reminded.');
    expect(textOf(browser.answer.body)).not.toContain('remind 1 silent');
    const file = await browser.get(`/office/matrix.csv?event=${eventId}&dialect=plain&lang=en`);
    expect(file.body).toContain('Aachen,No reply');
    expect((await browser.get('/office/matrix?event=x&page=0&period=never')).statusCode).toBe(200);
  });
});

/** Invites the coordinator of Aachen to a new event. */
async function invited(
  changes: Parameters<typeof planEvent>[1] = {},
  plan: Parameters<typeof planEvent>[2] = {},
) {
  const { id: eventId, slug } = await planEvent(office, changes, plan);
  const whom: Whom = { members: [members.get('Aachen') as string] };
  const service = office.get(InvitationService);
  await service.invite(eventId, whom, 'account:1');
  const [{ id }] = await office.manager.query('SELECT id FROM invitation WHERE event_id = $1', [eventId]);
  const { invitation } = await service.byId(id);
  return { id: id as string, eventId, slug, page: `/invitations/${service.tokenOf(invitation)}` };
}

async function replies(id?: string): Promise<string[]> {
  const rows: { line: string }[] = await office.manager.query(
    `SELECT concat_ws(' ', answer, word) AS line FROM invitation_reply
     WHERE $1::uuid IS NULL OR invitation_id = $1 ORDER BY id`,
    [id ?? null],
  );
  return rows.map(({ line }) => line);
}

async function tokenOf(browser: Browser, page: string): Promise<string> {
  return /name="_csrf" value="([^"]*)"/.exec((await browser.get(page)).body)?.[1] ?? '';
}

/** What a person reads of a page: its text without marks, in one line. */
const textOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .replaceAll('&amp;', '&');
