import { randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import { Clock } from '#config';
import { type Event, heldDates, ProgrammeService } from '#event';
import type { Refusal } from '#language';
import { Outbox } from '#mail';
import { MemberService } from '#member';
import { offered, refusalFor, takesPlace } from './admission.js';
import { DeskBook } from './desk-book.js';
import { factsOf } from './desk-facts.js';
import type { DeskRequest, DeskResult, Newcomer, RegisterRequest } from './desk-request.js';
import { type Case, keptAnswer, resultsOf } from './desk-results.js';
import { type Fact, noticesFor } from './notices.js';
import { personKey } from './person.js';
import { KeyReused } from './refusals.js';
import type { Registration } from './registration.entity.js';
import { type Ask, type Place, settle } from './settle.js';

/** Settles all requests that wait for one event, in one transaction. */
@Injectable()
export class SettlementService {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly programme: ProgrammeService,
    private readonly members: MemberService,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** One result or refusal per request, in order. Throws only if the batch as a whole failed; then nothing changed. */
  settle(eventId: string, requests: readonly DeskRequest[]): Promise<(DeskResult | Refusal)[]> {
    return this.manager.transaction(async (manager) => {
      const book = new DeskBook(manager, eventId);
      const counters = await book.lock();
      const now = this.clock.now();
      const event = await this.programme.current(eventId, manager);
      const cases = await this.prepare(book, event, requests, now);

      const asks = cases.flatMap((one) => one.asks);
      const known = await book.known(asks.flatMap(personOf), withdrawals(asks));
      // Nobody moves up to an event that does not take place, or no more.
      const heads = takesPlace(event, now) ? await book.heads(counters, withdrawals(asks).length) : [];
      const settlement = settle(counters, asks, known.map(placeOf), heads.map(placeOf));

      const rows = new Map([...known, ...heads].map((registration) => [registration.id, registration]));
      const results = resultsOf(cases, settlement.decisions);
      const facts = factsOf(cases, settlement.decisions, settlement.promoted, { rows, event, now });
      await book.write(facts, settlement.counters, now);
      await book.keepAnswers(
        cases.flatMap((one, index) => keptAnswer(one, results[index])),
        now,
      );
      await this.tell(manager, book, event, facts, now);
      return results;
    });
  }

  private async prepare(
    book: DeskBook,
    event: Event,
    requests: readonly DeskRequest[],
    now: Temporal.Instant,
  ): Promise<Case[]> {
    const day = now.toZonedDateTimeISO(event.timeZone).toPlainDate().toString();
    const members = event.audience === 'members' ? await this.members.namesOn(day, book.manager) : [];
    const answered = await book.answered(requests);
    const byKey = new Map<string, Case>();
    return requests.map(withAttendance(event)).map((request): Case => {
      if (request.verb === 'withdraw')
        return { request, asks: [{ verb: 'withdraw', id: request.registrationId }] };
      const key = request.submission && `${request.submission.client} ${request.submission.key}`;
      const before = key ? answered.get(key) : undefined;
      const beside = key ? byKey.get(key) : undefined;
      const fingerprint =
        before?.fingerprint ?? (beside?.request as RegisterRequest | undefined)?.submission?.fingerprint;
      if (fingerprint && fingerprint !== request.submission?.fingerprint) {
        return { request, asks: [], refused: new KeyReused() };
      }
      if (before)
        return { request, asks: [], repeats: { people: before.answer.people, submissionId: before.id } };
      if (beside) return { request, asks: [], repeats: beside };
      const refused = request.people
        .map((person) => refusalFor(event, person, { now, members, invited: request.invited }))
        .find(Boolean);
      const one: Case = { request, refused, asks: refused ? [] : request.people.map(registerAsk) };
      if (key) byKey.set(key, one);
      return one;
    });
  }

  // The mails are rows of this transaction: nobody gets a seat without being told, and nobody is told without.
  private async tell(
    manager: EntityManager,
    book: DeskBook,
    event: Event,
    facts: Fact[],
    now: Temporal.Instant,
  ) {
    const told = facts.filter((fact) => !fact.silent);
    const leaving = told
      .filter((fact) => fact.notice === 'withdrawn')
      .map((fact) => fact.registration.emailKey);
    const staying = await book.mailboxesStillComing(leaving);
    const dates = heldDates(event);
    const [date] = dates;
    const sequences =
      date && dates.length === 1
        ? await book.raiseAppointments(
            appointmentKeys(told, staying),
            date.id,
            event.sequence + date.sequence,
          )
        : new Map<string, number>();
    await this.outbox.write(manager, noticesFor(told, { sequences, now }));
  }
}

const withAttendance =
  (event: Event) =>
  (request: DeskRequest): DeskRequest =>
    request.verb === 'withdraw'
      ? request
      : {
          ...request,
          people: request.people.map((person) => ({ ...person, attendance: choiceOf(person, event) })),
        };

// Where there is only one way to attend nobody has to choose it.
function choiceOf(person: Newcomer, event: Event) {
  const [only, other] = offered(event);
  return person.attendance ?? (other ? undefined : only);
}

const registerAsk = (person: Newcomer): Ask => ({
  verb: 'register',
  id: randomUUIDv7(),
  person: personText(personKey(person)),
  attendance: person.attendance ?? 'onsite',
});

/** Who of these facts has the appointment in the calendar, or just lost it. */
function appointmentKeys(facts: Fact[], staying: ReadonlySet<string>): string[] {
  return facts
    .filter(({ notice, from, registration }) =>
      notice === 'withdrawn'
        ? from === 'confirmed' && !staying.has(registration.emailKey)
        : registration.status === 'confirmed',
    )
    .map((fact) => fact.registration.emailKey);
}

const placeOf = ({ id, emailKey, nameKey, attendance, status, line }: Registration): Place => ({
  id,
  person: personText({ email: emailKey, name: nameKey }),
  attendance,
  status,
  line: line === null ? null : Number(line),
});

// A line break is in neither part.
const personText = ({ email, name }: { email: string; name: string }): string => `${email}\n${name}`;

const personOf = (ask: Ask) => {
  if (ask.verb !== 'register') return [];
  const [email = '', name = ''] = ask.person.split('\n');
  return [{ email, name }];
};

const withdrawals = (asks: readonly Ask[]): string[] =>
  asks.flatMap((ask) => (ask.verb === 'withdraw' ? [ask.id] : []));
