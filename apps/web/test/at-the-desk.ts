import { expect } from '@jest/globals';
import { AuditService } from '#audit';
import { RegistrationService, recountSeats, type SeatPlan, stuckInLine } from '#registration';
import { planEvent } from '../../../test/builders/events.js';
import { aPerson, register } from '../../../test/builders/people.js';
import type { Office } from './open-office.js';

let people = 1000;

/** What specs of the office's registration pages arrange and look at; a registration is meant by its page. */
export const atTheDesk = (office: Office) => ({
  /** Registers a person, as people do themselves. */
  async entered(slug: string, number: number, changes = {}): Promise<string> {
    const { registrationId } = await register(office, slug, aPerson(number, changes));
    return `/office/registrations/${registrationId}`;
  },

  /** Registers so many people for an event of their own, one after the other. */
  async queue(size: number, seats: SeatPlan = {}): Promise<string[]> {
    const { slug } = await planEvent(office, {}, seats);
    const pages: string[] = [];
    for (let number = 0; number < size; number += 1) {
      people += 1;
      pages.push(await this.entered(slug, people));
    }
    return pages;
  },

  view: (page: string) => office.get(RegistrationService).byId(idIn(page)),

  registration: async (page: string) => (await office.get(RegistrationService).byId(idIn(page))).registration,

  statusOf: async (page: string) =>
    (await office.get(RegistrationService).byId(idIn(page))).registration.status,

  /** What the audit says about it, the latest first. */
  deeds: (page: string) => office.get(AuditService).of({ type: 'registration', id: idIn(page) }),

  async countsAgree(): Promise<void> {
    expect(await recountSeats(office.manager)).toEqual([]);
    expect(await stuckInLine(office.manager)).toEqual([]);
  },
});

export const idIn = (page: string): string => page.split('/').at(-1) as string;

/** The value of a page's hidden field. */
export const hiddenIn = (html: string, name = '_csrf'): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

/** What a person reads of a page: its text without marks, in one line. */
export const textOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .replaceAll('&amp;', '&');
