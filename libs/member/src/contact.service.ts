import { randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { type EntityManager, In } from 'typeorm';
import { AuditService } from '#audit';
import { Clock } from '#config';
import { addressKey } from '#database';
import type { Language } from '#language';
import { Contact, type ContactRole } from './contact.entity.js';
import { officeDay } from './directory-day.js';
import { inDirectory } from './in-directory.js';
import { Member } from './member.entity.js';
import { mergeContacts } from './merging-contacts.js';
import { ContactUnknown, MemberUnknown, SameContact } from './refusals.js';

/** A person to write down; `contactSchema` cleans what people type. */
export interface NewContact {
  /** Missing for hosts and speakers who belong to nobody. */
  memberId?: string | null;
  firstName: string;
  lastName: string;
  email?: string;
  phone?: string;
  language: Language;
  roles?: ContactRole[];
}

/** The people the office knows at members and elsewhere. Every change is written into the audit. */
@Injectable()
export class ContactService {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Writes a person down and answers the id; throws {@link MemberUnknown}. */
  async add(contact: NewContact, actor: string): Promise<string> {
    const id = randomUUIDv7();
    const now = this.clock.now();
    await inDirectory(this.manager, async (manager) => {
      await assertMember(manager, contact.memberId);
      await manager.insert(Contact, {
        id,
        ...columnsOf({ memberId: null, email: undefined, phone: undefined, roles: [], ...contact }),
        linkGeneration: 0,
        leftOn: null,
        createdAt: now,
        changedAt: now,
      });
      await this.note(manager, actor, 'contact.add', id, undefined, contact);
    });
    return id;
  }

  /**
   * Changes what is given, an address or a phone number given as undefined is removed. A new address revokes the
   * links that were mailed to the old one. Throws {@link ContactUnknown} or {@link MemberUnknown}.
   */
  async change(id: string, changes: Partial<NewContact>, actor: string): Promise<void> {
    await inDirectory(this.manager, async (manager) => {
      const before = await contactOf(manager, id);
      await assertMember(manager, changes.memberId);
      const columns = columnsOf(changes);
      const moved = 'emailKey' in columns && columns.emailKey !== before.emailKey;
      await manager.update(Contact, id, {
        ...columns,
        linkGeneration: before.linkGeneration + (moved ? 1 : 0),
        changedAt: this.clock.now(),
      });
      const was = Object.fromEntries(
        Object.keys(changes).map((field) => [field, before[field as keyof Contact]]),
      );
      await this.note(manager, actor, 'contact.change', id, was, changes);
    });
  }

  /** The last day of somebody in office; ends their functions with it. Throws {@link ContactUnknown}. */
  async leave(id: string, day: string, actor: string): Promise<void> {
    await inDirectory(this.manager, async (manager) => {
      const before = await contactOf(manager, id);
      await manager.update(Contact, id, { leftOn: day, changedAt: this.clock.now() });
      await manager.query('DELETE FROM function_term WHERE contact_id = $1 AND from_day > $2', [id, day]);
      await manager.query(
        `UPDATE function_term SET until_day = $2
         WHERE contact_id = $1 AND coalesce(until_day, 'infinity') > $2::date`,
        [id, day],
      );
      await this.note(manager, actor, 'contact.leave', id, { leftOn: before.leftOn }, { leftOn: day });
    });
  }

  /** Makes all links that a person has, to the own page and calendar, open nothing any more; throws {@link ContactUnknown}. */
  async revokeLinks(id: string, actor: string): Promise<void> {
    await inDirectory(this.manager, async (manager) => {
      const { linkGeneration } = await contactOf(manager, id);
      await manager.update(Contact, id, { linkGeneration: linkGeneration + 1, changedAt: this.clock.now() });
      await this.note(manager, actor, 'contact.revoke', id, undefined, {});
    });
  }

  /** Makes two rows of one person into one; throws {@link ContactUnknown}, or {@link SameContact}. */
  async merge(keepId: string, doubleId: string, actor: string): Promise<void> {
    if (keepId === doubleId) throw new SameContact();
    await inDirectory(this.manager, async (manager) => {
      const [keep, double] = [await contactOf(manager, keepId), await contactOf(manager, doubleId)];
      await mergeContacts(manager, keep.id, double.id);
      const { id, firstName, lastName, email } = double;
      await this.note(
        manager,
        actor,
        'contact.merge',
        keepId,
        { id, firstName, lastName, email },
        { id: keepId },
      );
    });
  }

  /** One contact, also a former one; throws {@link ContactUnknown}. */
  byId(id: string): Promise<Contact> {
    return contactOf(this.manager, id);
  }

  /** Contacts by id, in no order; unknown ids are left out. */
  byIds(ids: readonly string[]): Promise<Contact[]> {
    return this.manager.findBy(Contact, { id: In([...new Set(ids)]) });
  }

  /**
   * The current contacts that have an address, of these members or of all who are members today, member by member;
   * first the coordinator, then the legal representative, then delegates, then the others by name.
   */
  async ofMembers(memberIds?: readonly string[]): Promise<Contact[]> {
    const rows: { id: string }[] = await this.manager.query(
      `SELECT c.id FROM contact c
       WHERE c.email IS NOT NULL AND (c.left_on IS NULL OR c.left_on >= $2::date)
         AND CASE WHEN $1::uuid[] IS NOT NULL THEN c.member_id = ANY($1) ELSE EXISTS (
           SELECT FROM membership s WHERE s.member_id = c.member_id
           AND $2::date BETWEEN s.from_day AND coalesce(s.until_day, 'infinity')) END
       ORDER BY c.member_id, ${BY_ROLE}, ${BY_NAME}`,
      [memberIds ?? null, officeDay(this.clock.now())],
    );
    return this.inOrder(rows);
  }

  /** Everybody written down at a member, former contacts too (last). */
  async ofMember(memberId: string): Promise<Contact[]> {
    const rows: { id: string }[] = await this.manager.query(
      `SELECT c.id FROM contact c WHERE c.member_id = $1
       ORDER BY coalesce(c.left_on < $2::date, false), ${BY_ROLE}, ${BY_NAME}`,
      [memberId, officeDay(this.clock.now())],
    );
    return this.inOrder(rows);
  }

  /** Those of no member, as hosts and speakers are, former ones too (last). */
  async ofNobody(): Promise<Contact[]> {
    const rows: { id: string }[] = await this.manager.query(
      `SELECT c.id FROM contact c WHERE c.member_id IS NULL
       ORDER BY coalesce(c.left_on < $1::date, false), ${BY_NAME}`,
      [officeDay(this.clock.now())],
    );
    return this.inOrder(rows);
  }

  /** The current contacts behind an address; a shared mailbox has several. */
  async byAddress(email: string): Promise<Contact[]> {
    const rows: { id: string }[] = await this.manager.query(
      `SELECT c.id FROM contact c WHERE c.email_key = $1 AND (c.left_on IS NULL OR c.left_on >= $2::date)
       ORDER BY ${BY_ROLE}, ${BY_NAME}`,
      [addressKey(email), officeDay(this.clock.now())],
    );
    return this.inOrder(rows);
  }

  /** Who holds each of these functions on that day (`YYYY-MM-DD`); a vacant one is left out. */
  async holderOf(functionIds: readonly string[], day: string): Promise<Map<string, Contact>> {
    const rows: { id: string; functionId: string }[] = await this.manager.query(
      `SELECT t.contact_id AS id, t.function_id AS "functionId" FROM function_term t
       WHERE t.function_id = ANY($1) AND $2::date BETWEEN t.from_day AND coalesce(t.until_day, 'infinity')`,
      [functionIds, day],
    );
    const contacts = await this.inOrder(rows);
    return new Map(rows.map(({ functionId }, index) => [functionId, contacts[index] as Contact]));
  }

  private async inOrder(rows: readonly { id: string }[]): Promise<Contact[]> {
    const found = new Map((await this.byIds(rows.map(({ id }) => id))).map((one) => [one.id, one]));
    return rows.flatMap(({ id }) => found.get(id) ?? []);
  }

  private note(
    manager: EntityManager,
    actor: string,
    action: string,
    id: string,
    before: object | undefined,
    after: object,
  ) {
    return this.audit.record(manager, { actor, action, subject: { type: 'contact', id }, before, after });
  }
}

const BY_ROLE = `CASE WHEN 'coordinator' = ANY(c.roles) THEN 1 WHEN 'legal' = ANY(c.roles) THEN 2
  WHEN 'delegate' = ANY(c.roles) THEN 3 ELSE 4 END`;
const BY_NAME = 'c.last_name COLLATE "und-x-icu", c.first_name COLLATE "und-x-icu", c.id';

/** What is given as columns; the address comes with its key. */
function columnsOf(contact: Partial<NewContact>) {
  const { email, phone, ...given } = contact;
  return {
    ...given,
    ...('phone' in contact ? { phone: phone ?? null } : {}),
    ...('email' in contact
      ? { email: email ?? null, emailKey: email === undefined ? null : addressKey(email) }
      : {}),
  };
}

async function contactOf(manager: EntityManager, id: string): Promise<Contact> {
  const contact = await manager.findOneBy(Contact, { id });
  if (!contact) throw new ContactUnknown();
  return contact;
}

async function assertMember(manager: EntityManager, memberId: string | null | undefined): Promise<void> {
  if (memberId && !(await manager.existsBy(Member, { id: memberId }))) throw new MemberUnknown();
}
