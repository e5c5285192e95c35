import { createHash, randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import { Links } from '#account';
import { Clock } from '#config';
import { type Event, EventUnknown, ProgrammeService } from '#event';
import type { Language } from '#language';
import { closedFor, withdrawalOver } from './admission.js';
import { Desk } from './desk.js';
import type { Registered, Withdrawn } from './desk-request.js';
import type { PartyInput } from './newcomer.schema.js';
import { countPositions } from './positions.js';
import { RegistrationUnknown } from './refusals.js';
import { Registration } from './registration.entity.js';

/** Who asks, and how a repetition of the same submission is known. */
export interface Asking {
  actor: string;
  /** The language of the page or call, for those who chose none. */
  language: Language;
  /** They come by an invitation: the desk does not ask for whom the event is. */
  invited?: boolean;
  /** A key of the client's own: the same key with the same content is answered once. */
  idempotency?: { client: string; key: string };
}

/** A registration with its event, and the place in the line of who waits. */
export interface RegistrationView {
  registration: Registration;
  event: Event;
  position?: number;
}

/** What people do with registrations; every change of a seat goes through the desk. */
@Injectable()
export class RegistrationService {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly desk: Desk,
    private readonly programme: ProgrammeService,
    private readonly links: Links,
    private readonly clock: Clock,
  ) {}

  /** Registers one or several people; rejects with a Refusal, and then nothing has changed. */
  async register(slug: string, party: PartyInput, asking: Asking): Promise<Registered> {
    const eventId = await this.programme.idOf(slug);
    const people = party.people.map((person) => ({
      ...person,
      language: person.language ?? asking.language,
      copyTo: party.copyTo,
    }));
    const { idempotency } = asking;
    const submission = idempotency && {
      id: randomUUIDv7(),
      client: idempotency.client,
      key: idempotency.key,
      fingerprint: createHash('sha256').update(JSON.stringify(party)).digest('base64url'),
    };
    const { actor, invited } = asking;
    return this.desk.ask({ verb: 'register', eventId, people, actor, invited, submission });
  }

  /** Throws the Refusal that anyone would get who wanted to register now. */
  assertOpen(event: Event): void {
    const refusal = closedFor(event, this.clock.now());
    if (refusal) throw refusal;
  }

  /** Gives the place back, by whoever holds the link. Done again it changes nothing and tells nobody. */
  async withdrawByLink(token: string): Promise<Withdrawn> {
    const { registration, event } = await this.byLink(token);
    const refusal = withdrawalOver(event, this.clock.now());
    if (refusal) throw refusal;
    return this.withdraw(registration.id, { actor: 'participant' });
  }

  /** Gives a place back on behalf of somebody; throws RegistrationUnknown. */
  async withdraw(id: string, { actor, reason }: { actor: string; reason?: string }): Promise<Withdrawn> {
    const registration = await this.manager.findOne(Registration, { where: { id } });
    if (!registration) throw new RegistrationUnknown();
    return this.desk.ask({
      verb: 'withdraw',
      eventId: registration.eventId,
      registrationId: id,
      actor,
      reason,
    });
  }

  /** What a mailed link opens; throws RegistrationUnknown for a wrong, cut off or revoked one. */
  async byLink(token: string): Promise<RegistrationView> {
    const id = this.links.idOf(token);
    const registration = id && (await this.manager.findOne(Registration, { where: { id } }));
    if (
      !registration ||
      !this.links.opens(token, 'registration', registration.id, registration.linkGeneration)
    ) {
      throw new RegistrationUnknown();
    }
    return this.view(registration);
  }

  /** A registration for the office; throws RegistrationUnknown. */
  async byId(id: string): Promise<RegistrationView> {
    const registration = await this.manager.findOne(Registration, { where: { id } });
    if (!registration) throw new RegistrationUnknown();
    return this.view(registration);
  }

  private async view(registration: Registration): Promise<RegistrationView> {
    const [event] = await this.programme.load([registration.eventId]);
    if (!event) throw new EventUnknown();
    const positions = await countPositions(this.manager, [registration.id]);
    return { registration, event, position: positions.get(registration.id) };
  }
}
