import { randomUUIDv7 } from 'node:crypto';
import { nameKey } from '#database';
import { Refusal } from '#language';
import { DomainClaimed } from '../refusals.js';
import { resigned, withStretch } from '../stretches.js';
import { type Books, type ContactEntry, type FunctionEntry, type MemberEntry, personSpot } from './books.js';
import type { Column } from './columns.js';
import type { DirectoryLine, LineError, PersonLine } from './line.js';

/** What a line would do. */
export type LineState = 'new' | 'changed' | 'same' | 'wrong';

/** A line as judged. */
export interface JudgedLine {
  line: number;
  member: string;
  person: string;
  state: LineState;
  errors: LineError[];
  /** The person has left, so nothing is changed about them. */
  hasLeft: boolean;
}

/**
 * Enters lines into the books, one after the other, and says what each does. Lines add and change, they never take
 * away; the same file again finds everything as it is. `day` is today.
 */
export function enterLines(books: Books, lines: readonly DirectoryLine[], day: string): JudgedLine[] {
  return lines.map((line) => new Entering(books, line, day).judged());
}

/** One line on its way into the books. */
class Entering {
  private state: 'new' | 'changed' | 'same' = 'same';
  private readonly errors: LineError[];
  private hasLeft = false;

  constructor(
    private readonly books: Books,
    private readonly given: DirectoryLine,
    private readonly day: string,
  ) {
    this.errors = [...given.errors];
  }

  judged(): JudgedLine {
    const { line, member, person } = this.given;
    if (this.errors.length === 0) this.enter();
    return {
      line,
      member,
      person: person ? `${person.firstName} ${person.lastName}`.trim() : '',
      state: this.errors.length > 0 ? 'wrong' : this.state,
      errors: this.errors,
      hasLeft: this.hasLeft,
    };
  }

  private enter(): void {
    const { member: name, person } = this.given;
    const member = name ? this.member(name) : null;
    if (member === undefined) return;
    if (member) {
      this.facts(member);
      this.stretch(member);
      this.domains(member);
    }
    if (person && this.errors.length === 0) this.person(member, person);
  }

  /** The member of the line; undefined if it is new and not enough is said about it. */
  private member(name: string): MemberEntry | undefined {
    const known = this.books.members.get(this.books.memberIds.get(nameKey(name)) ?? '');
    if (known) return known;
    const { kind, since } = this.given;
    if (!kind) this.errors.push({ column: 'kind', key: 'field.required' });
    if (!since) this.errors.push({ column: 'since', key: 'field.required' });
    if (!kind || !since) return undefined;
    const added: MemberEntry = {
      ...fresh(),
      name,
      kind,
      postal: null,
      leitwegId: null,
      stretches: [],
      domains: [],
      functions: new Map(),
    };
    this.books.members.set(added.id, added);
    this.books.memberIds.set(nameKey(name), added.id);
    this.state = 'new';
    return added;
  }

  private facts(member: MemberEntry): void {
    const { kind, postal, leitwegId } = this.given;
    this.say(member, { kind, postal, leitwegId });
  }

  /** Writes facts into an entry, unless another line says otherwise. */
  private say(entry: MemberEntry | ContactEntry, facts: Partial<Record<Column, string | string[]>>): void {
    for (const [fact, value] of Object.entries(facts) as [Column, string | string[] | undefined][]) {
      if (value === undefined) continue;
      const isSame = String(Reflect.get(entry, fact) ?? '') === String(value);
      if (!isSame && this.isContradiction(entry.saidBy, fact, fact)) continue;
      entry.saidBy.set(fact, this.given.line);
      if (isSame) continue;
      Object.assign(entry, { [fact]: value });
      this.touch(entry);
    }
  }

  private isContradiction(saidBy: Map<string, number>, fact: string, column: Column): boolean {
    const line = saidBy.get(fact);
    if (line === undefined) return false;
    this.errors.push({ column, key: 'import.contradiction', values: { line } });
    return true;
  }

  private touch(entry: { isNew: boolean; isChanged: boolean }): void {
    entry.isChanged = true;
    if (this.state === 'same' && !entry.isNew) this.state = 'changed';
    else if (entry.isNew) this.state = 'new';
  }

  private stretch(member: MemberEntry): void {
    const { since, until } = this.given;
    const change = () => {
      if (!since) return until ? this.end(member, until) : undefined;
      const known = member.stretches.find(({ from }) => from === since);
      if (known) return until ? this.end(member, until, known) : undefined;
      const added = { id: randomUUIDv7(), from: since, until: until ?? null, isChanged: true };
      member.stretches = withStretch(member.stretches, added);
      member.saidBy.set(`until ${since}`, this.given.line);
      this.touch(member);
    };
    this.refusable('since', change);
  }

  private end(member: MemberEntry, until: string, stretch = member.stretches.at(-1)): void {
    const fact = `until ${stretch?.from}`;
    const isSame = stretch?.until === until;
    if (!isSame && stretch?.until && this.isContradiction(member.saidBy, fact, 'until')) return;
    member.saidBy.set(fact, this.given.line);
    if (isSame) return;
    const ended = resigned(stretch ? [{ ...stretch, until: null }] : [], until);
    const others = member.stretches.filter(({ id }) => id !== ended.id);
    member.stretches = withStretch(others, { ...ended, isChanged: true });
    this.touch(member);
  }

  private domains(member: MemberEntry): void {
    for (const domain of this.given.domains) {
      const claim = this.books.domains.get(domain);
      if (!claim) {
        this.books.domains.set(domain, { memberId: member.id, isNew: true });
        this.touch(member);
      } else if (claim.memberId !== member.id) {
        const name = this.books.members.get(claim.memberId)?.name ?? '';
        this.refusable('domains', () => {
          throw new DomainClaimed(domain, name);
        });
      }
    }
  }

  private person(member: MemberEntry | null, person: PersonLine): void {
    const { function: title, ...facts } = person;
    const spot = personSpot(member?.id ?? null, person);
    const namesakes = (this.books.contactIds.get(spot) ?? []).flatMap(
      (id) => this.books.contacts.get(id) ?? [],
    );
    const known = namesakes.find(({ email }) => email === (person.email ?? email)) ?? namesakes[0];
    if (known?.leftOn && known.leftOn < this.day) {
      this.hasLeft = true;
      return;
    }
    const contact = known ?? this.newcomer(member, person, spot);
    this.say(contact, facts);
    if (member && title) this.function(member, title, contact.id);
  }

  private newcomer(
    member: MemberEntry | null,
    { firstName, lastName }: PersonLine,
    spot: string,
  ): ContactEntry {
    const added: ContactEntry = {
      ...fresh(),
      memberId: member?.id ?? null,
      firstName,
      lastName,
      email: null,
      phone: null,
      language: 'de',
      roles: [],
      leftOn: null,
    };
    this.books.contacts.set(added.id, added);
    this.books.contactIds.set(spot, [...(this.books.contactIds.get(spot) ?? []), added.id]);
    this.state = 'new';
    return added;
  }

  private function(member: MemberEntry, title: string, holder: string): void {
    const key = nameKey(title);
    const known = member.functions.get(key);
    const held: FunctionEntry = known ?? { id: randomUUIDv7(), name: title, isNew: true };
    if (held.holder !== holder) {
      if (held.saidBy !== undefined) {
        this.errors.push({ column: 'function', key: 'import.contradiction', values: { line: held.saidBy } });
        return;
      }
      held.holder = holder;
      held.isHandedOver = true;
      this.touch(member);
    }
    held.saidBy = this.given.line;
    member.functions.set(key, held);
  }

  /** A rule's refusal is a mistake in this line and not the end of the import. */
  private refusable(column: Column, change: () => void): void {
    try {
      change();
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      this.errors.push({ column, key: refusal.key, values: refusal.values });
    }
  }
}

const fresh = () => ({ id: randomUUIDv7(), isNew: true, isChanged: true, saidBy: new Map<string, number>() });
