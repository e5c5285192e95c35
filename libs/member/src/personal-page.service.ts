import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import { Links } from '#account';
import { Clock } from '#config';
import { Outbox } from '#mail';
import type { Contact } from './contact.entity.js';
import { ContactService } from './contact.service.js';
import { officeDay } from './directory-day.js';
import { type MemberName, MemberService } from './member.service.js';
import { personalLinkMail } from './personal-letter.js';
import { ContactUnknown, PersonalPageUnknown } from './refusals.js';

/** Whose page a personal link opens, and what they may there. */
export interface PersonalPage {
  contact: Contact;
  /** The member whose contact this is; missing where it is none today. */
  member?: MemberName;
  /** Whether they keep the member's contacts and see all of its people. */
  coordinates: boolean;
}

/** The pages of contacts behind links that are mailed on request; there are no passwords. */
@Injectable()
export class PersonalPages {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly contacts: ContactService,
    private readonly members: MemberService,
    private readonly outbox: Outbox,
    private readonly links: Links,
    private readonly clock: Clock,
  ) {}

  /**
   * Mails everybody behind this address the link to their page, at most once in ten minutes. Whether there is
   * anybody is not answered, so that nobody learns it by asking.
   */
  async request(email: string): Promise<void> {
    const contacts = await this.contacts.byAddress(email);
    const now = this.clock.now();
    await this.outbox.write(
      this.manager,
      contacts.map((contact) => personalLinkMail(contact, now)),
    );
    this.outbox.wake();
  }

  /** What a link opens; throws {@link PersonalPageUnknown} for a wrong or revoked one, and after somebody's last day. */
  open(token: string): Promise<PersonalPage> {
    return this.behind(token, 'my');
  }

  /** Whose calendar a token names, which opens no page; throws as {@link open} does. */
  openFeed(token: string): Promise<PersonalPage> {
    return this.behind(token, 'feed');
  }

  /** The token of a contact's calendar now; it is revoked together with the links to the page. */
  feedToken({ contact }: PersonalPage): string {
    return this.links.token('feed', contact.id, contact.linkGeneration);
  }

  /** The people of the member who are there today; nobody for who does not coordinate. */
  async colleagues({ contact, coordinates }: PersonalPage): Promise<Contact[]> {
    if (!coordinates || !contact.memberId) return [];
    const today = officeDay(this.clock.now());
    const everybody = await this.contacts.ofMember(contact.memberId);
    return everybody.filter(({ leftOn }) => !leftOn || leftOn >= today);
  }

  /** One of the {@link colleagues}; throws ContactUnknown for everybody else's. */
  async colleague(page: PersonalPage, id: string): Promise<Contact> {
    const found = (await this.colleagues(page)).find((one) => one.id === id);
    if (!found) throw new ContactUnknown();
    return found;
  }

  private async behind(token: string, purpose: 'my' | 'feed'): Promise<PersonalPage> {
    const id = this.links.idOf(token);
    const [contact] = id ? await this.contacts.byIds([id]) : [];
    const today = officeDay(this.clock.now());
    if (
      !contact ||
      !this.links.opens(token, purpose, contact.id, contact.linkGeneration) ||
      (contact.leftOn && contact.leftOn < today)
    ) {
      throw new PersonalPageUnknown();
    }
    const member = (await this.members.current(today)).find(({ id }) => id === contact.memberId);
    return {
      contact,
      member,
      coordinates: member !== undefined && contact.roles.includes('coordinator'),
    };
  }
}

/** How a contact is named as the one who did something, in histories and in the audit. */
export const contactActor = ({ id }: Pick<Contact, 'id'>): string => `contact:${id}`;
