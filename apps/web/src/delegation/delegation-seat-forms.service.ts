import { HttpStatus, Injectable } from '@nestjs/common';
import { Clock } from '#config';
import {
  colleagueSchema,
  correctionSchema,
  DelegationSeats,
  type DelegationView,
  NamingDeadlines,
  SeatUnknown,
} from '#delegation';
import { type FieldError, fieldErrors, Refusal, statusOf } from '#language';
import { isActive, waitingWords } from '#registration';
import { sentencesOf } from '../door/sentences.js';
import { toEventBrief } from '../event/to-event-view.js';
import type { Visit } from '../view/index.js';
import {
  CORRECTION,
  type Deed,
  type DelegationPageView,
  type NameInput,
  type SeatPageView,
} from './delegation-view.js';
import { type ColleagueInput, noColleague } from './party-form.js';
import type { SeatWish } from './seat-wish.js';
import type { Returned, Standpoint } from './standpoint.js';

/** A delegation and the forms about its seats, for coordinators and for the office in their place. */
@Injectable()
export class DelegationSeatForms {
  constructor(
    private readonly seats: DelegationSeats,
    private readonly deadlines: NamingDeadlines,
    private readonly clock: Clock,
  ) {}

  /** A delegation's page; `href` is its own address and begins those of its seats. */
  page(
    visit: Visit,
    delegation: DelegationView,
    { href, registerHref, done }: { href: string; registerHref?: string; done?: Deed },
  ): DelegationPageView {
    const { event, memberName, coordinatorName, seats, unnamed, nameBy, heldBack } = delegation;
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
      heldBack: heldBack && waitingWords({ heldBack }, event.timeZone, visit.language),
      done,
      registerHref,
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
      correction: seat,
      coordinatorAddress: coordination.coordinator.email ?? '',
      nameBy: await this.deadlines.of(event),
      errors: {},
      ...shown,
    };
  }

  /** Names, swaps or corrects a person, keeps the place or gives it back; answers what was done, or the page with what is wrong. */
  async change(
    standpoint: Standpoint,
    delegation: DelegationView,
    { seatId, wish, body, href }: { seatId: string; wish: SeatWish; body: unknown; href: string },
  ): Promise<{ done: Deed } | Returned<SeatPageView>> {
    const { visit, coordination, acting } = standpoint;
    const input = wish === 'person' ? readColleague(body) : noColleague();
    const correction = wish === 'correct' ? { correction: readName(body) } : {};
    const again = async (status: number, shown: Partial<SeatPageView>) => ({
      status,
      view: await this.seat(standpoint, delegation, seatId, { href, input, ...correction, ...shown }),
    });
    const version = Number(textOf(body, 'version'));
    try {
      if (wish === 'keep') {
        await this.seats.keep(coordination, delegation.id, seatId, acting);
        return { done: 'kept' };
      }
      if (wish === 'withdraw') {
        await this.seats.withdraw(delegation.id, seatId, acting);
        return { done: 'withdrawn' };
      }
      if (wish === 'correct') {
        const name = correctionSchema.safeParse(readName(body));
        if (!name.success) {
          const errors = sentencesOf(fieldErrors(name.error).map(ofCorrection), visit.t);
          return await again(HttpStatus.UNPROCESSABLE_ENTITY, { errors });
        }
        await this.seats.correct(delegation.id, { seatId, version, person: name.data }, acting);
        return { done: 'corrected' };
      }
      const person = colleagueSchema.safeParse(input);
      if (!person.success) {
        const errors = sentencesOf(fieldErrors(person.error), visit.t);
        return await again(HttpStatus.UNPROCESSABLE_ENTITY, { errors });
      }
      const naming = { seatId, version, person: person.data };
      return { done: await this.seats.name(coordination, delegation.id, naming, acting) };
    } catch (error) {
      if (!(error instanceof Refusal) || error instanceof SeatUnknown) throw error;
      return again(statusOf(error), { refused: visit.t(error.key, error.values) });
    }
  }
}

const ofCorrection = ({ field, ...error }: FieldError): FieldError => ({
  ...error,
  field: `${CORRECTION}${field}`,
});

const readName = (body: unknown): NameInput => ({
  firstName: textOf(body, `${CORRECTION}firstName`),
  lastName: textOf(body, `${CORRECTION}lastName`),
});

const readColleague = (body: unknown): ColleagueInput => ({
  firstName: textOf(body, 'firstName'),
  lastName: textOf(body, 'lastName'),
  email: textOf(body, 'email'),
});

function textOf(body: unknown, name: string): string {
  const value = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
  return typeof value === 'string' ? value : '';
}
