import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DeskRulesService, RegistrationService } from '#registration';
import { planEvent } from '../../../../../test/builders/events.js';
import { mailsTo } from '../../../../../test/builders/mails.js';
import { atTheDesk, hiddenIn, idIn, textOf } from '../../../test/at-the-desk.js';
import type { Browser } from '../../../test/browser.js';
import { type Office, openOffice } from '../../../test/open-office.js';

let office: Office;
let browser: Browser;
let desk: ReturnType<typeof atTheDesk>;
beforeAll(async () => {
  office = await openOffice();
  browser = await office.signedIn();
  desk = atTheDesk(office);
});
afterAll(() => office.close());

describe('A request that waits for the office', () => {
  it('is in the list “to decide” and is approved there by one button; the person is told', async () => {
    const { id, page } = await requested(1);
    const list = textOf((await browser.get(`/office/events/${id}`)).body);
    expect(list).toContain('All (1) To decide (1)');
    expect(list).toMatch(/Awaiting approval until 18 Jan 2027/);
    const done = await browser.submit(`/office/events/${id}?status=requested`, `${page}/approve`);
    expect([done.statusCode, done.headers.location]).toEqual([303, `/office/events/${id}?status=requested`]);
    expect(textOf((await browser.get(done.headers.location!)).body)).toContain(
      'Alma Beispiel 1 has been approved',
    );
    expect(await desk.statusOf(page)).toBe('confirmed');
    expect(await mailsTo(office, 'person1@stadt1.test')).toHaveLength(2);
    expect(textOf((await browser.get(page)).body)).toMatch(/Awaiting approval → Registered Büro 1/);
    expect(await desk.deeds(page)).toMatchObject([
      { action: 'registration.approve', after: { status: 'confirmed' } },
    ]);
  });

  it('is declined with a message that the person reads, or quietly without a mail', async () => {
    const told = await requested(2);
    const quiet = await requested(3);
    const asked = textOf((await browser.get(`${told.page}/decline`)).body);
    expect(asked).toContain('Decline Alma Beispiel 2’s request?');
    expect(await desk.statusOf(told.page)).toBe('requested');
    await browser.submit(`${told.page}/decline`, `${told.page}/decline`, {
      reason: 'Nur Fachleute',
      mail: '1',
    });
    await browser.submit(`${quiet.page}/decline`, `${quiet.page}/decline`, { reason: 'intern' });
    expect([await desk.statusOf(told.page), await desk.statusOf(quiet.page)]).toEqual([
      'declined',
      'declined',
    ]);
    const [, letter] = await mailsTo(office, 'person2@stadt2.test');
    expect(letter?.text).toContain('Nur Fachleute');
    expect(await mailsTo(office, 'person3@stadt3.test')).toHaveLength(1);
    expect(textOf((await browser.get(quiet.page)).body)).toMatch(
      /Awaiting approval → Not accepted Büro 1 intern/,
    );
  });

  it('is not approved by a button on an old page once the person has withdrawn', async () => {
    const { id, page } = await requested(4);
    await browser.get(`/office/events/${id}`);
    await office.get(RegistrationService).withdraw(idIn(page), { actor: 'participant' });
    await browser.post(`${page}/approve`, { _csrf: hiddenIn(browser.answer.body), mail: '1' });
    expect(await desk.statusOf(page)).toBe('cancelled');
    expect(await desk.deeds(page)).toEqual([]);
    expect(textOf((await browser.get(page)).body)).toContain('There was nothing left to do');
  });
});

describe('The waiting list in the office’s hands', () => {
  it('lets somebody pass with a reason that the history keeps; without one nothing happens', async () => {
    const pages = await desk.queue(4, { online: 1 });
    const last = pages[3]!;
    const refused = await browser.submit(`${last}/line`, `${last}/line`, { position: 'vorn', reason: '' });
    expect(refused.statusCode).toBe(422);
    expect(textOf(refused.body)).toContain('Please check 2 entries');
    expect(refused.body).toContain('href="#position"');
    expect(refused.body).toContain('href="#reason"');
    expect(refused.body).toContain('value="vorn"');
    expect(await positions(pages)).toEqual([undefined, 1, 2, 3]);
    const done = await browser.submit(`${last}/line`, `${last}/line`, {
      position: '1',
      reason: 'Referentin',
    });
    expect(done.statusCode).toBe(303);
    expect(await positions(pages)).toEqual([undefined, 2, 3, 1]);
    const page = textOf((await browser.get(last)).body);
    expect(page).toMatch(/Moved on the waiting list Position: 3 → 1 Büro 1 Referentin/);
    expect(page).toContain('Waiting list, no. 1');
    expect(await desk.deeds(last)).toMatchObject([{ action: 'registration.line' }]);
  });

  it('says which position came of it, also where there are not so many', async () => {
    const [, first, second] = await desk.queue(3, { online: 1 });
    const move = async (page: string, position: string) => {
      const done = await browser.submit(`${page}/line`, `${page}/line`, { position, reason: 'Wunsch' });
      return textOf((await browser.get(done.headers.location!)).body);
    };
    expect(await move(second!, '1')).toContain('is now no. 1 on the waiting list.');
    expect(await move(second!, '9')).toContain('is now no. 2 on the waiting list; no. 9 was not to be had.');
    expect(await move(second!, '9')).toContain('still is no. 2 on the waiting list.');
    expect(await positions([first!, second!])).toEqual([1, 2]);
    expect(await desk.deeds(second!)).toHaveLength(2);
  });

  it('says that positions are counted by arrival where members without a seat come first', async () => {
    const [, waiting] = await desk.queue(2, { online: 1 });
    const asked = textOf((await browser.get(`${waiting}/line`)).body);
    expect(asked).toContain('At present no. 1');
    const { event } = await desk.view(waiting!);
    await office.get(DeskRulesService).save(event.id, { lineOrder: 'fair' }, 'account:1');
    const again = textOf((await browser.get(`${waiting}/line`)).body);
    expect(again).toContain('Counted by arrival; 1 is the first. Members without a seat still come first');
    expect(again).not.toContain('At present no.');
  });

  it('gives a seat beyond the last one, with a reason', async () => {
    const [, waiting] = await desk.queue(2, { online: 1 });
    const refused = await browser.submit(`${waiting}/seat`, `${waiting}/seat`, { reason: '  ', mail: '1' });
    expect([refused.statusCode, await desk.statusOf(waiting!)]).toEqual([422, 'waitlisted']);
    await browser.submit(`${waiting}/seat`, `${waiting}/seat`, { reason: 'Vorstand', mail: '1' });
    expect(await desk.statusOf(waiting!)).toBe('confirmed');
    expect(await desk.deeds(waiting!)).toMatchObject([
      { action: 'registration.seat', before: { status: 'waitlisted' }, after: { reason: 'Vorstand' } },
    ]);
    await desk.countsAgree();
  });

  it('takes somebody back who had withdrawn, to the end of the line where all is taken', async () => {
    const [first, second] = await desk.queue(2, { online: 1 });
    await browser.submit(`${first}/withdraw`, `${first}/withdraw`, { mail: '1' });
    expect(await desk.statusOf(second!)).toBe('confirmed');
    expect(textOf((await browser.get(first!)).body)).not.toContain('Change attendance');
    await browser.submit(`${first}/restore`, `${first}/restore`, { reason: 'Versehen' });
    expect(await desk.statusOf(first!)).toBe('waitlisted');
    expect(textOf((await browser.get(first!)).body)).toMatch(/Withdrawn → Waiting list Büro 1 Versehen/);
    await desk.countsAgree();
  });

  it('knows no other deeds, and none for what is no registration', async () => {
    const [page] = await desk.queue(1, {});
    const token = hiddenIn((await browser.get(page!)).body);
    for (const path of [
      `${page}/delete`,
      `${page}/__proto__`,
      `/office/registrations/${randomUUID()}/seat`,
    ]) {
      expect((await browser.get(path)).statusCode).toBe(404);
      expect((await browser.post(path, { _csrf: token, reason: 'x' })).statusCode).toBe(404);
    }
    expect((await browser.get(`${page}/restore`)).headers.location).toBe(page);
    expect(await desk.statusOf(page!)).toBe('confirmed');
  });
});

/** An event that needs approval, with one request. */
async function requested(number: number) {
  const { id, slug } = await planEvent(office);
  await office.get(DeskRulesService).save(id, { approval: true }, 'account:1');
  return { id, page: await desk.entered(slug, number) };
}

const positions = (pages: string[]) =>
  Promise.all(pages.map(async (page) => (await desk.view(page)).position));
