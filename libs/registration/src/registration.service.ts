import { createHash, randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import { type LinkPurpose, Links } from '#account';
import { Clock } from '#config';
import { type Event, EventUnknown, ProgrammeService } from '#event';
import type { Language } from '#language';
import { closedFor, withdrawalOver } from './admission.js';
import { Desk } from './desk/desk.js';
import type {
  Audited,
  ChangeRequest,
  DeskRequest,
  DeskResult,
  Registered,
  Settled,
  SwapRequest,
} from './desk/desk-request.js';
import { GivenSheets } from './given-sheets.service.js';
import { type Held, heldBack } from './held-back.js';
import type { PartyInput } from './newcomer.schema.js';
import { hasPassedOn } from './passed-on.js';
import { personKey } from './person.js';
import { positionOf } from './positions.js';
import {
  NoOffer,
  OfferOver,
  PlacePassedOn,
  ReasonNeeded,
  RegistrationOver,
  RegistrationUnknown,
  VerificationOver,
} from './refusals.js';
import { Registration } from './registration.entity.js';
import { RegistrationChange } from './registration-change.entity.js';
import { Claim } from './rules/allotment.entity.js';
import { DeskRules, defaultRules } from './rules/desk-rules.entity.js';
import { isActive } from './words.js';

/** Who asks, and how a repetition of the same submission is known. */
export interface Asking {
  actor: string;
  /** The language of the page or call, for those who chose none. */
  language: Language;
  /** They come by an invitation: the desk does not ask for whom the event is. */
  invited?: boolean;
  /** By the office: no window, audience, approval or limit is in the way. */
  byOffice?: boolean;
  /** All of them or none. */
  together?: boolean;
  /** No mail to the people. */
  silent?: boolean;
  /** Who registers them, in words for the mail. */
  registeredBy?: string;
  /** What the audit says of everybody who is new on the list. */
  audited?: Audited;
  /** A key of the client's own: the same key with the same content is answered once. */
  idempotency?: { client: string; key: string };
}

/** Who does something about a registration, and why. */
export interface Acting {
  /** `participant`, `contact:<id>` or `account:<id>`. */
  actor: string;
  reason?: string;
  /** No mail about it. */
  silent?: boolean;
  /** What the audit says of it, where it is the office's deed. */
  audited?: Audited;
}

/** What can be changed about a registration; what is left out stays. */
export interface Changes {
  attendance?: Registration['attendance'];
  /** Ids of the programme items chosen. */
  sessions?: readonly string[];
  answers?: PartyInput['people'][number]['answers'];
  consents?: PartyInput['people'][number]['consents'];
  /** Whoever changes answers for somebody has those before their eyes that were given in confidence. */
  seesSensitive?: boolean;
}

/** A registration with its event, and the place in the line of who waits. */
export interface RegistrationView {
  registration: Registration;
  event: Event;
  rules: DeskRules;
  position?: number;
  /** Why who waits does, where it is not that all places are taken. */
  heldBack?: Held;
  /** Opened by the link of a copy, whose reader is another: answers are not for them. */
  isCopy?: boolean;
  /** What was chosen of sessions and limited choices of the form; held once there is a seat. */
  claims: { id: string; held: boolean }[];
}

/** What people do with registrations; every change of a seat goes through the desk. */
@Injectable()
export class RegistrationService {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly desk: Desk,
    private readonly programme: ProgrammeService,
    private readonly sheets: GivenSheets,
    private readonly links: Links,
    private readonly clock: Clock,
  ) {}

  /** Registers one or several people; rejects with a Refusal, and then nothing has changed. */
  async register(slug: string, party: PartyInput, asking: Asking): Promise<Registered> {
    const eventId = await this.programme.idOf(slug);
    const { actor, invited, byOffice, together, silent, registeredBy, audited, idempotency } = asking;
    const sheets = await this.sheets.ofNewcomers(eventId, party.people);
    const people = party.people.map(({ answers, consents, ...person }, index) => ({
      ...person,
      language: person.language ?? asking.language,
      copyTo: party.copyTo,
      registeredBy,
      sheet: sheets[index],
    }));
    const submission = idempotency && {
      id: randomUUIDv7(),
      client: idempotency.client,
      key: idempotency.key,
      fingerprint: createHash('sha256').update(JSON.stringify(party)).digest('base64url'),
    };
    return this.desk.ask({
      verb: 'register',
      eventId,
      people,
      actor,
      invited,
      byOffice,
      together,
      silent,
      audited,
      submission,
    });
  }

  /** Asks the desk itself; for rooms above that hold seats of their own kind. */
  ask<R extends DeskRequest>(request: R): Promise<DeskResult<R>> {
    return this.desk.ask(request);
  }

  /** Throws the Refusal that anyone would get who wanted to register now. */
  async assertOpen(event: Event): Promise<void> {
    const rules = await this.rulesOf(event.id);
    const refusal = closedFor(event, { now: this.clock.now(), rules });
    if (refusal) throw refusal;
  }

  /** Gives a place back on behalf of somebody; throws RegistrationUnknown. Done again it changes nothing. */
  withdraw(id: string, acting: Acting): Promise<Settled> {
    return this.place({ verb: 'withdraw', registrationId: id, ...acting });
  }

  /** Gives the place back, by whoever holds the link, while that is possible. */
  async withdrawByLink(token: string, { reason }: { reason?: string } = {}): Promise<Settled> {
    const { registration, event, rules } = await this.byLink(token);
    const refusal = withdrawalOver(event, this.clock.now(), rules);
    if (refusal) throw refusal;
    return this.withdraw(registration.id, { actor: 'participant', reason });
  }

  /** Says no to a request, with the reason as its message. */
  decline(id: string, acting: Acting): Promise<Settled> {
    return this.place({ verb: 'withdraw', to: 'declined', registrationId: id, ...acting });
  }

  /** Approves, restores or, with `over` and a reason, seats at any rate; throws ReasonNeeded, PersonDouble. */
  async admit(id: string, { over, ...acting }: Acting & { over?: boolean }): Promise<Settled> {
    if (over && !acting.reason) throw new ReasonNeeded();
    return this.place({ verb: 'admit', registrationId: id, over, ...acting });
  }

  /** Takes the seat that was offered; throws OfferOver, NoOffer. Done again it changes nothing. */
  async acceptByLink(token: string): Promise<Settled> {
    const { registration } = await this.byLink(token);
    const settled = await this.place({
      verb: 'accept',
      registrationId: registration.id,
      actor: 'participant',
    });
    if (settled.to !== 'confirmed') throw withoutOffer(settled.to);
    return settled;
  }

  /** Leaves the seat that was offered to the next; throws OfferOver, NoOffer. */
  async refuseByLink(token: string): Promise<Settled> {
    const { registration } = await this.byLink(token);
    if (registration.status !== 'offered') throw withoutOffer(registration.status);
    return this.withdraw(registration.id, { actor: 'participant' });
  }

  /** Confirms that the address is the person's; throws VerificationOver. Done again it changes nothing. */
  async verifyByLink(token: string): Promise<Settled> {
    const { registration } = await this.byLink(token);
    const settled = await this.place({
      verb: 'verify',
      registrationId: registration.id,
      actor: 'participant',
    });
    if (!settled.to || !isActive(settled.to)) throw new VerificationOver();
    return settled;
  }

  /** Changes a registration by whoever holds the link, while that is possible. */
  async changeByLink(token: string, changes: Changes): Promise<Settled> {
    const { registration } = await this.changeableBy(token);
    return this.change(registration.id, { ...changes, actor: 'participant' });
  }

  /**
   * Another way of attending, other sessions or answers; throws SeatsFull, ChoiceTaken, RegistrationOver. Saying again
   * what is so already changes nothing, and nobody is written to.
   */
  async change(
    id: string,
    { answers, consents, seesSensitive, ...changes }: Changes & Acting,
  ): Promise<Settled> {
    const registration = await this.known(id);
    const seesAll = seesSensitive || changes.actor === 'participant';
    const sheet = await this.sheets.ofChange(registration, { answers, consents }, seesAll);
    const { status } = registration;
    if (await this.isSo(registration, { ...changes, sheet })) return { from: status, to: status };
    return this.living({ verb: 'change', registrationId: id, sheet, ...changes });
  }

  /**
   * Somebody else in the same place, or the same person under a corrected name or address; who is on the list at that
   * address already keeps the better of both places. Throws PersonDouble for a colleague in the same mailbox. Who
   * reads the copies cannot correct the address: what the person has answered would be mailed to another, untold.
   */
  async swapByLink(
    token: string,
    person: SwapRequest['person'],
    wish: { corrects?: boolean } = {},
  ): Promise<Settled> {
    const { registration, isCopy } = await this.changeableBy(token);
    const corrects = wish.corrects && !(isCopy && personKey(person).email !== registration.emailKey);
    const registeredBy = corrects ? undefined : `${registration.firstName} ${registration.lastName}`;
    // Whether somebody is on the list is nobody's to learn by this: what is answered is the same. Who reads the
    // mailbox of both knows it anyway, and a seat without a name is not given up by naming it.
    const joins = registration.named && personKey(person).email !== registration.emailKey;
    return this.swap(registration.id, person, { corrects, registeredBy, joins, actor: 'participant' });
  }

  /** The same on behalf of somebody; both are told, unless it corrects a name. Done again it changes nothing. */
  async swap(
    id: string,
    person: SwapRequest['person'],
    acting: Acting & Pick<SwapRequest, 'corrects' | 'registeredBy' | 'joins'>,
  ): Promise<Settled> {
    const before = await this.known(id);
    const { email, firstName, lastName, organization, status } = before;
    const isThere = person.email === email && person.firstName === firstName && person.lastName === lastName;
    const stays = person.organization === undefined || person.organization === organization;
    if (isThere && stays && isActive(status)) return { to: status };
    return this.living({ verb: 'swap', registrationId: id, person, ...acting });
  }

  /** What a mailed link opens; throws RegistrationUnknown for a wrong, cut off or revoked one, PlacePassedOn for an old one. */
  async byLink(token: string): Promise<RegistrationView> {
    const id = this.links.idOf(token);
    const registration = id && (await this.manager.findOne(Registration, { where: { id } }));
    if (!registration) throw new RegistrationUnknown();
    const opens = (purpose: LinkPurpose) =>
      this.links.opens(token, purpose, registration.id, registration.linkGeneration);
    const isCopy = opens('copy');
    if (!isCopy && !opens('registration')) throw await this.refusalOf(token, registration);
    return { ...(await this.view(registration)), isCopy };
  }

  /** Who holds a link of before is told what became of it; to everybody else nothing is known. */
  private async refusalOf(token: string, { id, linkGeneration }: Registration): Promise<RegistrationUnknown> {
    const opened = (generation: number) =>
      this.links.opens(token, 'registration', id, generation) ||
      this.links.opens(token, 'copy', id, generation);
    const generation = Array.from({ length: linkGeneration }, (_, index) => index).find(opened);
    if (generation === undefined) return new RegistrationUnknown();
    const changes = await this.manager.find(RegistrationChange, {
      where: { registrationId: id },
      order: { id: 'ASC' },
    });
    return hasPassedOn(changes, generation) ? new PlacePassedOn() : new RegistrationUnknown();
  }

  /** A registration for the office; throws RegistrationUnknown. */
  async byId(id: string): Promise<RegistrationView> {
    return this.view(await this.known(id));
  }

  /** Throws the Refusal that whoever holds the place would get who wanted to change it now. */
  async assertChangeable(id: string): Promise<RegistrationView> {
    return this.changeable(await this.byId(id));
  }

  private async changeableBy(token: string): Promise<RegistrationView> {
    return this.changeable(await this.byLink(token));
  }

  // Until the start: the event's own deadline is about giving a place back.
  private changeable(view: RegistrationView): RegistrationView {
    const refusal = withdrawalOver(view.event, this.clock.now());
    if (refusal) throw refusal;
    return view;
  }

  private async isSo(
    registration: Registration,
    { attendance, sessions, sheet }: Pick<ChangeRequest, 'attendance' | 'sessions' | 'sheet'>,
  ): Promise<boolean> {
    const { id, status, holdsSeat } = registration;
    if (!isActive(status) || (attendance && attendance !== registration.attendance)) return false;
    if (sheet && !(await this.sheets.isKept(registration, sheet))) return false;
    const claims: { id: string; held: boolean; kind: string }[] = await this.manager.query(
      'SELECT a.id, c.held, a.kind FROM claim c JOIN allotment a ON a.id = c.allotment_id WHERE c.registration_id = $1',
      [id],
    );
    // What was taken when the seat came may be free by now.
    if (holdsSeat && claims.some(({ held }) => !held)) return false;
    const chosen = new Set(claims.filter(({ kind }) => kind === 'session').map((claim) => claim.id));
    return !sessions || chosen.symmetricDifference(new Set(sessions)).size === 0;
  }

  private async place(request: Concerned): Promise<Settled> {
    const { eventId } = await this.known(request.registrationId);
    return this.desk.ask({ ...request, eventId } as Extract<DeskRequest, { registrationId: string }>);
  }

  private async living(request: Concerned<ChangeRequest | SwapRequest>): Promise<Settled> {
    const settled = await this.place(request);
    if (!settled.from) throw new RegistrationOver();
    return settled;
  }

  private async known(id: string): Promise<Registration> {
    const registration = await this.manager.findOne(Registration, { where: { id } });
    if (!registration) throw new RegistrationUnknown();
    return registration;
  }

  private async rulesOf(eventId: string): Promise<DeskRules> {
    return (await this.manager.findOneBy(DeskRules, { eventId })) ?? defaultRules(eventId);
  }

  private async view(registration: Registration): Promise<RegistrationView> {
    const [event] = await this.programme.load([registration.eventId]);
    if (!event) throw new EventUnknown();
    const position = await positionOf(this.manager, registration.id);
    const waits = registration.status === 'waitlisted' ? [registration.id] : [];
    const held = await heldBack(this.manager, [event], waits, this.clock.now());
    const claims = await this.manager.findBy(Claim, { registrationId: registration.id });
    return {
      registration,
      event,
      rules: await this.rulesOf(event.id),
      position,
      heldBack: held.get(registration.id),
      claims: claims.map(({ allotmentId, held }) => ({ id: allotmentId, held })),
    };
  }
}

const withoutOffer = (status: Registration['status'] | undefined) =>
  status === 'expired' ? new OfferOver() : new NoOffer();

type Placing = Extract<DeskRequest, { registrationId: string }>;
type Concerned<R extends Placing = Placing> = R extends Placing ? Omit<R, 'eventId'> : never;
