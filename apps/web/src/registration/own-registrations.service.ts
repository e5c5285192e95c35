import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Clock } from '#config';
import { heldDates, registrationWindow } from '#event';
import { AnswerSheets, asksAnything, emptyForm, FormService } from '#form';
import type { Language } from '#language';
import { NoticeReaders } from '#notice';
import {
  type RegistrationView as Found,
  isActive,
  isLate,
  offered,
  offersPlaces,
  RegistrationService,
  StandingService,
  waitingWords,
  withdrawalOver,
} from '#registration';
import { RegistrationHistory } from '#report';
import { Visits } from '../door/visits.js';
import { toEventBrief } from '../event/to-event-view.js';
import { toEventChoices } from './event-choices.js';
import type { RegistrationView } from './registration-view.js';

/** One's own registration behind the mailed link, as its pages show it. */
@Injectable()
export class OwnRegistrations {
  constructor(
    private readonly registrations: RegistrationService,
    private readonly standings: StandingService,
    private readonly forms: FormService,
    private readonly sheets: AnswerSheets,
    private readonly history: RegistrationHistory,
    private readonly notices: NoticeReaders,
    private readonly visits: Visits,
    private readonly clock: Clock,
  ) {}

  /** Throws RegistrationUnknown for a link that opens nothing. */
  async open(token: string, request: FastifyRequest): Promise<RegistrationView> {
    const found = await this.registrations.byLink(token);
    const { registration, event, rules } = found;
    const now = this.clock.now();
    const { language } = this.visits.of(request);
    const seats = (await this.standings.seats([event])).get(event.id);
    const joining = registration.status === 'confirmed';
    const choices = await this.choicesOf(found, language);
    // One's own sensitive answers are shown here and nowhere else.
    const own = found.isCopy ? [] : [registration.id];
    const sheets = await this.sheets.of(own, { sensitive: true });
    const consents = await this.sheets.consentsGiven(own);
    const facts = ownFacts(found, token, now);
    const isAsked = choices.sessions.length > 0 || asksAnything(choices.form);
    return {
      ...facts,
      canChoose: facts.canChange && (facts.ways.length > 1 || isAsked),
      waiting: waitingOf(found, now, language),
      ...(await this.endOf(found)),
      event: toEventBrief({ event, seats, rules, language, now, joining }),
      choices,
      sessions: choices.sessions.flatMap((session) => {
        const claim = found.claims.find(({ id }) => id === session.id);
        return claim ? [{ ...session, held: claim.held }] : [];
      }),
      sheet: sheets.get(registration.id),
      consents: consents.get(registration.id) ?? [],
      notices: await this.notices.sentTo(registration.id),
    };
  }

  private async choicesOf({ registration, event, claims, isCopy }: Found, language: Language) {
    const form = isCopy ? emptyForm(event.id) : await this.forms.of(event.id);
    const allotments = await this.standings.allotments(event.id);
    const own = claims.filter(({ held }) => held).map(({ id }) => id);
    return toEventChoices({ event, form, allotments, language, waits: !registration.holdsSeat, own });
  }

  /** How it came to its end, where the person must be told more than that. */
  private async endOf({ registration }: Found): Promise<Pick<RegistrationView, 'message' | 'lapsedFrom'>> {
    const { status, id } = registration;
    if (status !== 'declined' && status !== 'expired') return {};
    const end = (await this.history.of(id)).find((line) => line.to === status && line.from !== status);
    return status === 'declined' ? { message: end?.reason } : { lapsedFrom: end?.from };
  }
}

function waitingOf(
  { registration, event, rules, heldBack }: Found,
  now: Temporal.Instant,
  language: Language,
): string | undefined {
  if (registration.status !== 'waitlisted') return undefined;
  const { groupId, named } = registration;
  const byOffer = offersPlaces(rules, event, now);
  const waiting = { together: groupId !== null, unnamed: !named, byOffer, heldBack };
  return waitingWords(waiting, event.timeZone, language);
}

function ownFacts({ registration, event, position, rules }: Found, token: string, now: Temporal.Instant) {
  const { status } = registration;
  const onClock = (at: Temporal.Instant | null) => at?.toZonedDateTimeISO(event.timeZone);
  const refusal = withdrawalOver(event, now, rules);
  // The event's own deadline is about giving a place back; all else can be done until the start.
  const hasBegun = withdrawalOver(event, now) !== undefined;
  const isOn = isActive(status) && event.status !== 'cancelled';
  return {
    href: `/registrations/${token}`,
    name: registration.named ? `${registration.firstName} ${registration.lastName}` : 'N. N.',
    isNamed: registration.named,
    email: registration.email,
    organization: registration.organization ?? undefined,
    registeredBy: registration.registeredBy ?? undefined,
    identity: identityOf(registration),
    language: registration.language,
    attendance: registration.attendance,
    ways: offered(event),
    reference: registration.reference,
    status,
    position,
    until: onClock(registration.expiresAt),
    timeZone: event.timeZone,
    appointment:
      status === 'confirmed' && event.status === 'published' && heldDates(event).length > 0
        ? `/registrations/${token}/appointment.ics`
        : undefined,
    changeableUntil: onClock(rules.withdrawUntil),
    isTooLate: isOn && refusal !== undefined,
    canWithdraw: isActive(status) && !refusal,
    canChange: isOn && !hasBegun && status !== 'unverified' && registration.named,
    canSubstitute: isOn && !hasBegun && SUBSTITUTABLE.includes(status),
    canReturn:
      (status === 'cancelled' || status === 'expired') &&
      (registrationWindow(event, now).state === 'open' || isLate(event, rules, now)) &&
      event.audience !== 'invited',
    asksReason: rules.asksReason,
  };
}

const identityOf = ({ firstName, lastName, email, organization }: Found['registration']) => ({
  firstName,
  lastName,
  email,
  organization: organization ?? '',
});

// A request is about the person, and so is an address that is still to be confirmed.
const SUBSTITUTABLE: readonly string[] = ['confirmed', 'offered', 'waitlisted'];
