import { Injectable } from '@nestjs/common';
import { Clock } from '#config';
import type { Event } from '#event';
import type { Refusal } from '#language';
import { needsApproval, offered, refusalFor } from '../admission.js';
import { AdmissionRules } from '../admission-rules.js';
import { personKey } from '../person.js';
import { AttendanceNotOffered, KeyReused, RegistrationUnknown, SeriesLimit } from '../refusals.js';
import { countsMembers } from '../rules/rules-at.js';
import { AddressLimits } from './address-limit.js';
import { askOf, registerAsk } from './asks.js';
import { Belonging, dayIn, type MembersRead } from './belonging.service.js';
import { Closing } from './closing.js';
import { type Belongs, comingOf, peopleOf } from './coming.js';
import type { Case } from './desk-case.js';
import type { DeskRequest, Newcomer, RegisterRequest } from './desk-request.js';
import type { EventRules } from './event-rules.service.js';
import { activeInSeries, activeOfAddresses } from './limits.js';
import { personText } from './place-of.js';
import { SessionChoice } from './session-choice.js';
import type { Setting } from './setting.js';

/** Makes asks of requests, and refuses what nobody may ask: all that can be said before seats are looked at. */
@Injectable()
export class Preparation {
  constructor(
    private readonly belonging: Belonging,
    private readonly admission: AdmissionRules,
    private readonly clock: Clock,
  ) {}

  /** Fills in what requests leave open: the only way of attending, and whose people they are. */
  async completed(
    requests: readonly DeskRequest[],
    event: Event,
    { rules }: EventRules,
    { known, manager, read }: Pick<Setting, 'known' | 'manager'> & { read?: MembersRead },
  ): Promise<DeskRequest[]> {
    const asking = requests.flatMap((request) => peopleOf(request, known));
    const matters = countsMembers(rules) || event.audience === 'members';
    this.belonging.remember(event, matters);
    const day = dayIn(event.timeZone, this.clock.now());
    const memberOf = matters
      ? await this.belonging.of(asking, rules.proof, { day, manager, read })
      : undefined;
    const complete = <P extends Belongs>(person: P): P => ({
      ...person,
      memberId: person.memberId ?? memberOf?.(person),
    });
    return requests.map((request) => {
      if (request.verb === 'register') {
        const people = request.people.map((person) =>
          complete({ ...person, attendance: wayOf(person, event) }),
        );
        return { ...request, people };
      }
      if (request.verb !== 'swap') return request;
      const [person] = peopleOf(request, known);
      return { ...request, person: { ...request.person, memberId: person && complete(person).memberId } };
    });
  }

  /** One case per request, in order. */
  async cases(requests: readonly DeskRequest[], setting: Setting): Promise<Case[]> {
    const approval = needsApproval(setting.event, setting.rules.rules, setting.now);
    const choice = new SessionChoice(setting.event, setting.rules.sessions);
    const { refusals, countedOn } = await this.refusals(requests, setting, choice);
    const byKey = new Map<string, Case>();
    return requests.map((request): Case => {
      const isCountedOn = countedOn.has(request);
      if (request.verb !== 'register') {
        const refused = refusals.get(request);
        return refused ? { request, refused } : { request, ask: askOf(request, setting), isCountedOn };
      }
      const { submission } = request;
      const key = submission && `${submission.client} ${submission.key}`;
      const before = key ? setting.answered.get(key) : undefined;
      const beside = key ? byKey.get(key) : undefined;
      const known =
        before?.fingerprint ?? (beside?.request as RegisterRequest | undefined)?.submission?.fingerprint;
      if (known && known !== submission?.fingerprint)
        return { request, refused: new KeyReused(), isCountedOn };
      if (before)
        return { request, repeats: { people: before.answer.people, submissionId: before.id }, isCountedOn };
      if (beside) return { request, repeats: beside, isCountedOn };
      const refused = refusals.get(request);
      const one: Case = refused
        ? { request, refused }
        : { request, ask: registerAsk(request, setting, approval), isCountedOn };
      if (key) byKey.set(key, one);
      return one;
    });
  }

  // One after the other: what an earlier request of the batch asks to take or give back counts for a later one.
  private async refusals(requests: readonly DeskRequest[], setting: Setting, choice: SessionChoice) {
    const { event, now, manager } = setting;
    const comings = requests.map((request) => comingOf(request, setting.known));
    const { rules } = setting.rules;
    const open = comings.filter((request) => request !== undefined && !request.byOffice) as RegisterRequest[];
    const limits = new AddressLimits(
      rules.mostPerAddress,
      rules.mostPerAddress ? await activeOfAddresses(manager, event.id, addressesOf(open)) : new Map(),
      setting.known,
    );
    const busy = rules.series
      ? await activeInSeries(
          manager,
          rules.series,
          event.id,
          open.flatMap(({ people }) => people).map(personKey),
        )
      : new Map<string, number>();
    const closed = new Closing(event, rules, now);
    const plainly = (request: RegisterRequest): Refusal | undefined =>
      request.people.map((person) => refusalFor(event, person, { ...request, rules, now })).find(Boolean) ??
      request.people.map(({ sessions }) => choice.refusalFor(sessions)).find(Boolean) ??
      (request.byOffice ? undefined : limits.refusalFor(request)) ??
      (rules.mostInSeries && !request.byOffice && isBusy(request, busy, rules.mostInSeries)
        ? new SeriesLimit()
        : undefined);
    const found = new Map<DeskRequest, Refusal>();
    for (const [index, asked] of requests.entries()) {
      const request = comings[index];
      const refused =
        (asked.verb === 'register' ? closed.to(asked) : impossible(asked, setting, choice)) ??
        (request && (plainly(request) ?? (await this.admission.refusalFor(event, request, manager))));
      if (refused) found.set(asked, refused);
      else limits.follow(asked);
    }
    return { refusals: found, countedOn: limits.countedOn };
  }
}

/** Why this cannot be asked for at all, or undefined. */
function impossible(
  request: Exclude<DeskRequest, RegisterRequest>,
  { event, known }: Setting,
  choice: SessionChoice,
): Refusal | undefined {
  const own = 'registrationId' in request ? known.get(request.registrationId) : undefined;
  if ('registrationId' in request && !own) return new RegistrationUnknown();
  if (request.verb !== 'change') return undefined;
  if (request.attendance && !offered(event).includes(request.attendance)) return new AttendanceNotOffered();
  return choice.refusalFor(request.sessions);
}

const addressesOf = (requests: readonly RegisterRequest[]): string[] => [
  ...new Set(requests.flatMap(({ people }) => people.map((person) => personKey(person).email))),
];

const isBusy = (request: RegisterRequest, busy: ReadonlyMap<string, number>, most: number): boolean =>
  request.people.some((person) => (busy.get(personText(personKey(person))) ?? 0) >= most);

// Where there is only one way to attend nobody has to choose it.
function wayOf(person: Pick<Newcomer, 'attendance'>, event: Event) {
  const [only, other] = offered(event);
  return person.attendance ?? (other ? undefined : only);
}
