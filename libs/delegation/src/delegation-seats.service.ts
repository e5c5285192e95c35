import { Injectable } from '@nestjs/common';
import { AuditService } from '#audit';
import { Clock } from '#config';
import { DeskRulesService, isActive, personKey, RegistrationService, withdrawalOver } from '#registration';
import type { Colleague } from './delegation.schema.js';
import { type DelegationView } from './delegation-list.service.js';
import type { DelegationSeat } from './delegation-seat.js';
import { NamingDeadlines } from './naming-deadlines.service.js';
import { colleagueOf, nobodyYet, registrarOf } from './newcomers.js';
import { SeatTaken, SeatUnknown } from './refusals.js';
import { type Acting, byOffice, type Coordination } from './words.js';

/** The person who shall have a seat, and the version of the seat as it was when somebody decided that. */
export interface Naming {
  seatId: string;
  version: number;
  person: Colleague;
}

/** What is done to one seat of a delegation; the desk keeps its place, or takes it back. */
@Injectable()
export class DelegationSeats {
  constructor(
    private readonly registrations: RegistrationService,
    private readonly rules: DeskRulesService,
    private readonly deadlines: NamingDeadlines,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Names a seat that has no name, or puts another person in somebody's place: seat, line and appointment stay.
   * Throws {@link SeatTaken} where the seat is not what it was when `version` was read: a colleague was quicker.
   */
  async name(
    coordination: Coordination,
    delegation: DelegationView,
    { seatId, version, person }: Naming,
    acting: Acting,
  ): Promise<void> {
    const seat = seatOf(delegation, seatId);
    const newcomer = colleagueOf(person, coordination);
    // Sent twice it is done once.
    if (seat.named && samePerson(seat, newcomer)) return;
    if (seat.version !== version) throw new SeatTaken();
    this.assertNotBegun(delegation, acting);
    await this.registrations.swap(seat.id, newcomer, {
      actor: acting.actor,
      registeredBy: registrarOf(coordination),
    });
    await this.note(delegation, seat, seat.named ? 'delegation.swap' : 'delegation.name', acting);
  }

  /** Withdraws a person and keeps the place without a name; throws {@link NamingOver} after the naming deadline. */
  async keep(
    coordination: Coordination,
    delegation: DelegationView,
    seatId: string,
    acting: Acting,
  ): Promise<void> {
    const seat = seatOf(delegation, seatId);
    if (!seat.named) return;
    await this.assertMayLeave(delegation, acting);
    const nameBy = await this.deadlines.needed(delegation.event);
    const nobody = { ...nobodyYet(coordination), unnamedUntil: nameBy };
    await this.registrations.swap(seat.id, nobody, { actor: acting.actor });
    await this.note(delegation, seat, 'delegation.keep', acting);
  }

  /** Gives a seat or a place in the line back; who had it is told. */
  async withdraw(delegation: DelegationView, seatId: string, acting: Acting): Promise<void> {
    const seat = seatOf(delegation, seatId);
    await this.assertMayLeave(delegation, acting);
    await this.registrations.withdraw(seat.id, { actor: acting.actor });
    await this.note(delegation, seat, 'delegation.withdraw', acting);
  }

  // The office may do at any time what people may do until the event begins, or until its own deadline.
  private assertNotBegun({ event }: DelegationView, acting: Acting): void {
    const refusal = byOffice(acting) ? undefined : withdrawalOver(event, this.clock.now());
    if (refusal) throw refusal;
  }

  private async assertMayLeave({ event }: DelegationView, acting: Acting): Promise<void> {
    const rules = await this.rules.of(event.id);
    const refusal = byOffice(acting) ? undefined : withdrawalOver(event, this.clock.now(), rules);
    if (refusal) throw refusal;
  }

  private note(
    { id }: DelegationView,
    seat: DelegationSeat,
    action: string,
    { actor }: Acting,
  ): Promise<void> {
    const after = { registration: seat.id, reference: seat.reference };
    return this.audit.note({ actor, action, subject: { type: 'delegation', id }, after });
  }
}

function seatOf({ seats }: DelegationView, id: string): DelegationSeat {
  const seat = seats.find((one) => one.id === id);
  if (!seat || !isActive(seat.status)) throw new SeatUnknown();
  return seat;
}

type Person = Parameters<typeof personKey>[0];

function samePerson(one: Person, other: Person): boolean {
  const [a, b] = [personKey(one), personKey(other)];
  return a.email === b.email && a.name === b.name;
}
