import { expect } from '@jest/globals';
import type { Received } from '../../builders/mails.js';
import type { Visitor } from '../visitor.js';
import { arrive } from './arrive.js';

/** Opens the link in the mail: the page says what the mail said. */
export async function openFromMail(visitor: Visitor, mail: Received, title: string): Promise<void> {
  const { page, t } = visitor;
  await page.goto(secretLink(mail));
  await arrive(visitor, title);
  await page.getByText(t('registration.confirmed'), { exact: true }).waitFor();
  await page.getByText(mail.to, { exact: true }).waitFor();
  await visitor.look();
}

/** Withdraws from the page of one's registration; looking at the question alone changes nothing. */
export async function withdraw(visitor: Visitor, name: string): Promise<void> {
  const { page, t } = visitor;
  await page.getByRole('link', { name: t('withdraw.title'), exact: true }).click();
  await arrive(visitor, t('withdraw.title'));
  await page.getByText(t('withdraw.question', { name })).waitFor();
  await visitor.look();
  await page.getByRole('link', { name: t('withdraw.back') }).click();
  await page.getByText(t('registration.confirmed'), { exact: true }).waitFor();

  await page.getByRole('link', { name: t('withdraw.title'), exact: true }).click();
  await page.getByRole('button', { name: t('withdraw.submit') }).click();

  await page.getByText(t('registration.cancelled'), { exact: true }).waitFor();
  expect(await page.getByRole('link', { name: t('withdraw.title'), exact: true }).count()).toBe(0);
  await visitor.look();
}

/** The link in a mail that opens the registration. */
export function secretLink(mail: Received): string {
  const link = /https?:\S+\/registrations\/\S+/.exec(mail.text)?.[0];
  if (!link) throw new Error(`No link in the mail "${mail.subject}"`);
  return link;
}
