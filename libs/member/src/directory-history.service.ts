import { Injectable } from '@nestjs/common';
import { AccountService } from '#account';
import { AuditService } from '#audit';
import { ContactService } from './contact.service.js';
import { contactActor } from './personal-page.service.js';

/** What is done to a member and its people, as the audit calls it. */
const DEEDS = [
  'member.add',
  'member.change',
  'member.resign',
  'member.rejoin',
  'member.merge',
  'function.assign',
  'spelling.merge',
  'contact.add',
  'contact.change',
  'contact.leave',
  'contact.revoke',
  'contact.merge',
] as const;
export type DirectoryAction = (typeof DEEDS)[number];

/** One change of a member's entries. */
export interface DirectoryDeed {
  id: string;
  at: Temporal.Instant;
  action: DirectoryAction;
  /** The contact it is about; missing where it is about the member itself. */
  about?: string;
  /** Who did it, where that can be named. */
  by?: string;
  /** It was done on a contact's own page, not by the office. */
  byContact: boolean;
  /** What is different now, in the words of the entry: from and to, either may be missing. */
  changes: { from?: string; to?: string }[];
}

const MOST = 30;

/** Who changed what about a member, the office or its own coordinator. */
@Injectable()
export class DirectoryHistory {
  constructor(
    private readonly audit: AuditService,
    private readonly accounts: AccountService,
    private readonly contacts: ContactService,
  ) {}

  /** The latest changes, the latest first. */
  async of(memberId: string): Promise<DirectoryDeed[]> {
    const people = await this.contacts.ofMember(memberId);
    const entries = await this.audit.latest(
      { member: [memberId], contact: people.map(({ id }) => id) },
      MOST,
    );
    const names = new Map(people.map((one) => [one.id, `${one.firstName} ${one.lastName}`.trim()]));
    const actors = await this.accounts.namesOf([...new Set(entries.map(({ actor }) => actor))]);
    for (const one of people) actors.set(contactActor(one), names.get(one.id) ?? '');
    return entries.flatMap(({ id, at, action, actor, subjectId, before, after }) => {
      const known = DEEDS.find((deed) => deed === action);
      if (!known) return [];
      return [
        {
          id,
          at,
          action: known,
          about: names.get(subjectId),
          by: actors.get(actor),
          byContact: actor.startsWith('contact:'),
          changes: known === 'contact.change' ? differences(before, after) : [],
        },
      ];
    });
  }
}

function differences(before: object | null, after: object | null): DirectoryDeed['changes'] {
  const [was, is] = [before, after].map((facts) => (facts ?? {}) as Record<string, unknown>);
  const fields = new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})]);
  return [...fields].flatMap((field) => {
    const [from, to] = [said(was?.[field]), said(is?.[field])];
    return from === to ? [] : [{ from, to }];
  });
}

function said(value: unknown): string | undefined {
  const text = Array.isArray(value) ? value.join(', ') : value;
  return typeof text === 'string' && text !== '' ? text : undefined;
}
