import { readFile } from 'node:fs/promises';
import { expect } from '@jest/globals';
import type { Visitor } from '../visitor.js';
import { arrive } from './arrive.js';

/** Comes to the office, is refused with a wrong password and let in with the right one. */
export async function signIn(visitor: Visitor, account: { email: string; password: string }): Promise<void> {
  const { page, t } = visitor;
  await page.goto('/office');
  await arrive(visitor, t('office.signIn.title'));
  await visitor.look();
  for (const password of ['not-the-password', account.password]) {
    await page.getByLabel(t('office.signIn.email')).fill(account.email);
    await page.getByLabel(t('office.signIn.password')).fill(password);
    await page.getByRole('button', { name: t('office.signIn.submit') }).click();
    if (password === account.password) break;
    await page.getByText(t('office.signIn.failed')).waitFor();
    await visitor.look();
  }
  await arrive(visitor, t('office.events'));
  await page.getByText(t('office.board.alive')).waitFor();
  await visitor.look();
}

/** Opens an event's list of attendees. */
export async function openAttendees(visitor: Visitor, title: string): Promise<void> {
  await visitor.page.getByRole('link', { name: title, exact: true }).click();
  await arrive(visitor, title);
  await visitor.look();
}

/** Shows only one status. */
export async function filterBy(visitor: Visitor, status: 'confirmed' | 'waitlisted'): Promise<void> {
  const { page, t } = visitor;
  const filter = page
    .getByRole('navigation', { name: t('office.attendees.filter') })
    .getByRole('link', { name: t(`status.${status}`) });
  await filter.click();
  await filter.and(page.locator('[aria-current]')).waitFor();
  await visitor.look();
}

/** The people in the list as it stands, by row: "Family name, given name". */
export const namesInList = ({ page }: Visitor): Promise<string[]> =>
  page.locator('tbody th a').allTextContents();

/** Withdraws the last one in the list, after a question that names the person. */
export async function withdrawLast(visitor: Visitor): Promise<void> {
  const { page, t } = visitor;
  const name = spoken((await namesInList(visitor)).at(-1));
  await page
    .getByRole('link', { name: t('office.withdraw') })
    .filter({ hasText: name })
    .click();
  await arrive(visitor, t('office.withdraw.title', { name }));
  await visitor.look();
  await page.getByRole('button', { name: t('office.withdraw.submit') }).click();
  await page.getByText(t('office.withdrawn', { name })).waitFor();
  await visitor.look();
}

/** Searches for a person, and reads the status in the only row that is left. */
export async function statusOf(visitor: Visitor, name: string): Promise<string | null> {
  const { page, t } = visitor;
  await page.getByLabel(t('office.attendees.search')).fill(spoken(name));
  await page.getByRole('button', { name: t('office.attendees.search.submit') }).click();
  await page.waitForURL(/search=/);
  await page.locator('tbody tr').filter({ hasText: name }).waitFor();
  expect(await namesInList(visitor)).toEqual([name]);
  await visitor.look();
  return page.locator(`tbody [data-column="${t('report.status')}"]`).textContent();
}

/** Loads the list as a plain file. */
export async function downloadCsv({ page, t }: Visitor): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: t('office.attendees.csv') }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.csv$/);
  return readFile(await download.path(), 'utf8');
}

/** Opens the newest message to a person and reads its text. */
export async function readLastMessage(visitor: Visitor, name: string): Promise<string> {
  const { page, t } = visitor;
  await page.getByRole('link', { name: t('office.messages'), exact: true }).click();
  await arrive(visitor, t('office.messages'));
  await visitor.look();
  await page
    .getByRole('row')
    .filter({ hasText: spoken(name) })
    .first()
    .getByRole('link')
    .click();
  await page.getByText(t('message.text.masked')).waitFor();
  await visitor.look();
  return (await page.locator('.prose').textContent()) ?? '';
}

export async function signOut(visitor: Visitor): Promise<void> {
  const { page, t } = visitor;
  await page.getByRole('button', { name: t('office.signOut') }).click();
  await page.getByText(t('office.signIn.left')).waitFor();
  await visitor.look();
  await page.goto('/office');
  await arrive(visitor, t('office.signIn.title'));
}

/** "Given name family name" for a name as it stands in a list. */
function spoken(name = ''): string {
  const [last, first] = name.split(', ');
  return `${first} ${last}`;
}
