import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Event } from '#event';
import { Outbox } from '#mail';
import { type Fact, noticesFor } from '../letter/notices.js';
import { raiseAppointments } from './appointments.js';
import type { DeskBook } from './desk-book.js';

/** Writes what is told, in the transaction of what has happened: nobody gets a seat untold, and nobody is told without. */
@Injectable()
export class Telling {
  constructor(private readonly outbox: Outbox) {}

  /** One mail to each person, and one to the second address where there is one; not about what is silent. */
  async tell(
    manager: EntityManager,
    book: DeskBook,
    event: Event,
    facts: readonly Fact[],
    now: Temporal.Instant,
  ) {
    const told = facts.filter((fact) => !fact.silent);
    const staying = await book.mailboxesStillComing(told.filter(leaves).map(keyOf));
    const keys = told.filter((fact) => comes(fact) || (leaves(fact) && !staying.has(keyOf(fact)))).map(keyOf);
    const sequences = await raiseAppointments(manager, event, keys);
    await this.outbox.write(manager, noticesFor(told, { sequences, now }));
  }
}

const keyOf = ({ registration }: Fact): string => registration.emailKey;

/** Who had the appointment in the calendar and has it no more. */
const leaves = ({ from, registration }: Fact): boolean =>
  from === 'confirmed' && registration.named && registration.status !== 'confirmed';

/** Who has it now. */
const comes = ({ registration }: Fact): boolean => registration.status === 'confirmed' && registration.named;
