import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Statement } from '#database';
import type { Event } from '#event';
import { Outbox } from '#mail';
import { Caretakers } from '../caretakers.js';
import { type Fact, mailboxesOf, noticesFor } from '../letter/notices.js';
import { Appointments } from './appointments.js';
import type { DeskBook } from './desk-book.js';

/** The event's book and programme, and what newcomers' addresses have in their calendars. */
interface Surroundings {
  book: DeskBook;
  event: Event;
  sequences: ReadonlyMap<string, number>;
  manager: EntityManager;
}

/** Writes what is told, in the transaction of what has happened: nobody gets a seat untold, nor is told without. */
@Injectable()
export class Telling {
  constructor(
    private readonly outbox: Outbox,
    private readonly caretakers: Caretakers,
  ) {}

  /**
   * One mail to each person, and one to the second address where there is one; not about what is silent. And one to
   * whoever looks after people who have left.
   */
  async statements(
    facts: readonly Fact[],
    { book, event, sequences, manager }: Surroundings,
    now: Temporal.Instant,
  ): Promise<Statement[]> {
    const told = facts.filter((fact) => !fact.silent);
    const others = told.filter((fact) => !fact.inserted).flatMap(mailboxesOf);
    const known = new Map([...sequences, ...(await book.sequences(others))]);
    const left = facts.filter(leaves);
    const gone = left.map(({ registration }) => registration.id);
    const staying = await book.mailboxesStillComing(left.flatMap(mailboxesOf), gone);
    const appointments = new Appointments(event, known);
    const raised = new Map<string, number>();
    for (const fact of told) {
      for (const mailbox of mailboxesOf(fact)) {
        const moves = comes(fact) || (leaves(fact) && !staying.has(mailbox));
        const sequence = moves ? appointments.raise(mailbox) : undefined;
        if (sequence !== undefined) raised.set(mailbox, sequence);
      }
    }
    return [
      ...appointments.statements(),
      ...this.outbox.statements([
        ...noticesFor(told, { sequences: raised, now }),
        ...(await this.caretakers.aboutLeaving(told.filter(isMissed), manager)),
      ]),
    ];
  }
}

/** Who had the appointment in the calendar and has it no more. */
const leaves = ({ from, registration }: Fact): boolean =>
  from === 'confirmed' && registration.named && registration.status !== 'confirmed';

/** Who has it now. */
const comes = ({ registration }: Fact): boolean => registration.status === 'confirmed' && registration.named;

// Whoever brings others hears of what these do without them; only people of a delegation have somebody.
const isMissed = ({ notice, actor, movedTo, registration }: Fact): boolean =>
  notice === 'withdrawn' &&
  registration.delegationId !== null &&
  registration.named &&
  (actor === 'participant' || movedTo !== undefined);
