import { createHash } from 'node:crypto';
import { HttpStatus, Injectable } from '@nestjs/common';
import { Clock } from '#config';
import {
  type Acting,
  type Coordination,
  colleagueSchema,
  DelegationSeats,
  DelegationService,
  type DelegationView,
  MOST_SEATS_AT_ONCE,
  NamingDeadlines,
  SeatUnknown,
} from '#delegation';
import { type Event, registrationWindow } from '#event';
import { fieldErrors, Refusal, statusOf } from '#language';
import { isActive, offered, StandingService } from '#registration';
import { sentencesOf } from '../door/sentences.js';
import { toEventBrief } from '../event/to-event-view.js';
import type { Visit } from '../view/index.js';
import type { Deed, DelegationPageView, SeatPageView } from './delegation-view.js';
import {
  type ColleagueInput,
  checkParty,
  noColleague,
  type PartyInput,
  readPartyForm,
} from './party-form.js';
import type { PartyView } from './party-view.js';
import type { SeatWish } from './seat-wish.js';

/** On whose behalf and by whom, and where the pages are: the coordinator's own, or the office's. */
export interface Standpoint {
  visit: Visit;
  coordination: Coordination;
  acting: Acting;
  /** What goes with each form unseen. */
  hidden?: Readonly<Record<string, string>>;
}

/** A form that comes back, with the status of the answer. */
export interface Returned<View> {
  status: number;
  view: View;
}

/** The forms about delegations, for coordinators and for the office in their place. */
@Injectable()
export class DelegationForms {
  constructor(
    private readonly delegations: DelegationService,
    private readonly seats: DelegationSeats,
    private readonly deadlines: NamingDeadlines,
    private readonly standings: StandingService,
    private readonly clock: Clock,
  ) {}

  /** The form that registers people, as it stands. */
  async party(
    { visit, coordination, hidden }: Standpoint,
    event: Event,
    { action, input, ...shown }: { action: string; input: PartyInput } & Partial<PartyView>,
  ): Promise<PartyView> {
    const seats = (await this.standings.seats([event])).get(event.id);
    return {
      event: toEventBrief({ event, seats, language: visit.language, now: this.clock.now() }),
      action,
      hidden,
      memberName: coordination.member.name,
      coordinatorAddress: coordination.coordinator.email ?? '',
      input,
      attendances: offered(event),
      nameBy: await this.deadlines.of(event),
      errors: {},
      canAdd: input.people.length < MOST_SEATS_AT_ONCE,
      ...shown,
    };
  }

  /** Registers a party; answers the delegation's id, or the form with what is wrong. */
  async register(
    standpoint: Standpoint,
    event: Event,
    body: unknown,
    action: string,
  ): Promise<{ delegationId: string } | Returned<PartyView>> {
    const { visit, coordination, acting } = standpoint;
    const input = readPartyForm(body);
    const again = async (status: number, shown: Partial<PartyView>) => ({
      status,
      view: await this.party(standpoint, event, { action, input, ...shown }),
    });
    if (input.wish !== 'register') {
      const focus = input.wish === 'add' ? input.people.length - 1 : undefined;
      return again(HttpStatus.OK, { focus });
    }
    const { party, errors } = checkParty(input, { choosesAttendance: offered(event).length > 1 });
    if (errors) {
      return again(HttpStatus.UNPROCESSABLE_ENTITY, { errors: sentencesOf(errors, visit.t) });
    }
    // Sent again it is the same submission; gone back to and changed, it is another.
    const key = createHash('sha256')
      .update(`${input.submission}\n${JSON.stringify(party)}`)
      .digest('base64url');
    try {
      return await this.delegations.register(coordination, event.id, party, { ...acting, key });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return again(statusOf(error), { refused: visit.t(error.key, error.values) });
    }
  }

  /** A delegation's page; its own address begins all of its seats' addresses. */
  page(
    visit: Visit,
    delegation: DelegationView,
    { href, registerHref, done }: { href: string; registerHref: string; done?: Deed },
  ): DelegationPageView {
    const { event, memberName, coordinatorName, seats, unnamed, nameBy } = delegation;
    const now = this.clock.now();
    return {
      event: toEventBrief({ event, language: visit.language, now }),
      memberName,
      coordinatorName,
      seats: seats.map((seat) => ({
        ...seat,
        href: isActive(seat.status) ? `${href}/seats/${seat.id}` : undefined,
      })),
      unnamed,
      nameBy,
      done,
      registerHref: registrationWindow(event, now).state === 'open' ? registerHref : undefined,
    };
  }

  /** The page of a seat; throws SeatUnknown for one that is not, or no longer, of this delegation. */
  async seat(
    { visit, coordination, hidden }: Standpoint,
    delegation: DelegationView,
    seatId: string,
    { href, ...shown }: { href: string } & Partial<SeatPageView>,
  ): Promise<SeatPageView> {
    const { event, seats } = delegation;
    const seat = seats.find(({ id }) => id === seatId);
    if (!seat || !isActive(seat.status)) throw new SeatUnknown();
    return {
      event: toEventBrief({ event, language: visit.language, now: this.clock.now() }),
      seat,
      href: `${href}/seats/${seat.id}`,
      hidden,
      back: href,
      input: noColleague(),
      coordinatorAddress: coordination.coordinator.email ?? '',
      nameBy: await this.deadlines.of(event),
      errors: {},
      ...shown,
    };
  }

  /** Names or swaps a person, keeps the place or gives it back; answers what was done, or the page with what is wrong. */
  async change(
    standpoint: Standpoint,
    delegation: DelegationView,
    { seatId, wish, body, href }: { seatId: string; wish: SeatWish; body: unknown; href: string },
  ): Promise<{ done: Deed } | Returned<SeatPageView>> {
    const { visit, coordination, acting } = standpoint;
    const input = wish === 'person' ? readColleague(body) : noColleague();
    const again = async (status: number, shown: Partial<SeatPageView>) => ({
      status,
      view: await this.seat(standpoint, delegation, seatId, { href, input, ...shown }),
    });
    try {
      if (wish === 'keep') {
        await this.seats.keep(coordination, delegation, seatId, acting);
        return { done: 'kept' };
      }
      if (wish === 'withdraw') {
        await this.seats.withdraw(delegation, seatId, acting);
        return { done: 'withdrawn' };
      }
      const person = colleagueSchema.safeParse(input);
      if (!person.success) {
        const errors = sentencesOf(fieldErrors(person.error), visit.t);
        return await again(HttpStatus.UNPROCESSABLE_ENTITY, { errors });
      }
      const wasNamed = delegation.seats.find(({ id }) => id === seatId)?.named;
      const version = Number(textOf(body, 'version'));
      await this.seats.name(coordination, delegation, { seatId, version, person: person.data }, acting);
      return { done: wasNamed ? 'swapped' : 'named' };
    } catch (error) {
      if (!(error instanceof Refusal) || error instanceof SeatUnknown) throw error;
      return again(statusOf(error), { refused: visit.t(error.key, error.values) });
    }
  }
}

const readColleague = (body: unknown): ColleagueInput => ({
  firstName: textOf(body, 'firstName'),
  lastName: textOf(body, 'lastName'),
  email: textOf(body, 'email'),
});

function textOf(body: unknown, name: string): string {
  const value = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
  return typeof value === 'string' ? value : '';
}
