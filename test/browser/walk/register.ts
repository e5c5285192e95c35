import { expect } from '@jest/globals';
import type { Locator } from 'playwright-core';
import type { Visitor } from '../visitor.js';
import { arrive, focusOn } from './arrive.js';

/** An invented person at the form. */
export interface Guest {
  firstName: string;
  lastName: string;
  email: string;
}

/** Goes from an event's page to the form and sends it empty: a summary leads to each of the fields, in their order. */
export async function sendEmptyForm(visitor: Visitor, fields: readonly string[]): Promise<void> {
  const { page, t } = visitor;
  await page.getByRole('link', { name: t('event.register'), exact: true }).click();
  await arrive(visitor, t('register.title'));
  await visitor.look();

  await page.getByRole('button', { name: submitButton(visitor, 1) }).click();

  const summary = page.getByRole('region', { name: t('site.errors', { count: fields.length }) });
  await summary.waitFor();
  await focusOn(visitor, summary);
  expect(await page.title()).toContain(t('site.errors.title', { title: t('register.title') }));
  await visitor.look();
  const reached: (string | null)[] = [];
  for (const link of await summary.getByRole('link').all()) {
    await link.click();
    reached.push(await page.locator('form :focus').getAttribute('name'));
  }
  expect(reached).toEqual(fields.map((field) => `people.0.${field}`));
}

/** Fills the open form for two people with copies to a second address, and sends it. */
export async function registerTwo(visitor: Visitor, guests: [Guest, Guest], copyTo: string): Promise<void> {
  const { page, t } = visitor;
  await fillPerson(visitor, page.getByRole('group', { name: t('register.person') }), guests[0]);
  await page.getByRole('button', { name: t('register.add') }).click();
  const colleague = page.getByRole('group', { name: t('register.person.nth', { number: 2 }) });
  await colleague.waitFor();
  await focusOn(visitor, colleague.getByLabel(t('register.firstName')));
  const first = page.getByRole('group', { name: t('register.person.nth', { number: 1 }) });
  expect(await first.getByLabel(t('register.email')).inputValue()).toBe(guests[0].email);
  await visitor.look();
  await fillPerson(visitor, colleague, guests[1]);
  await page.getByLabel(t('register.copyTo')).fill(copyTo);

  await page.getByRole('button', { name: submitButton(visitor, 2) }).click();

  await arrive(visitor, t('outcome.confirmed.many', { count: 2 }));
  await page.getByText(t('outcome.copied', { email: copyTo })).waitFor();
  for (const { email } of guests) await page.getByText(t('outcome.mailed', { email })).waitFor();
  expect(await page.getByText(t('status.confirmed'), { exact: true }).count()).toBe(2);
  await visitor.look();
}

/** Corrects a mistyped address on the page after the form. */
export async function correctAddress(visitor: Visitor, guest: Guest, email: string): Promise<void> {
  const { page, t } = visitor;
  const name = nameOf(guest);
  const person = page.getByRole('listitem').filter({ hasText: name });
  await person.getByText(t('outcome.correct')).click();
  await visitor.look();
  await person.getByLabel(t('outcome.correct.label', { name })).fill(email);
  await person.getByRole('button', { name: t('outcome.correct.submit') }).click();
  await page.getByText(t('outcome.corrected')).waitFor();
  await page.getByText(t('outcome.mailed', { email })).waitFor();
  await visitor.look();
}

/** Registers one person at a full event and reads the place in the waiting list. */
export async function joinWaitingList(visitor: Visitor, slug: string, guest: Guest, position: number) {
  const { page, t } = visitor;
  await page.goto(`/events/${slug}`);
  await visitor.look();
  await page.getByRole('link', { name: t('event.register.waiting') }).click();
  await page.getByText(t('register.waiting')).waitFor();
  await visitor.look();
  await fillPerson(visitor, page.getByRole('group', { name: t('register.person') }), guest);
  await page.getByRole('button', { name: t('register.submit.waiting', { count: 1 }) }).click();
  await arrive(visitor, t('outcome.waitlisted'));
  await page.getByText(t('status.waitlisted.at', { position }), { exact: true }).waitFor();
  await visitor.look();
}

export const nameOf = ({ firstName, lastName }: Guest): string => `${firstName} ${lastName}`;

async function fillPerson({ t }: Visitor, person: Locator, guest: Guest): Promise<void> {
  for (const field of ['firstName', 'lastName', 'email'] as const) {
    await person.getByLabel(t(`register.${field}`)).fill(guest[field]);
  }
}

const submitButton = ({ t }: Visitor, count: number): string => t('register.submit', { count });
