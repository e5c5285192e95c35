import { randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '#config';
import type { Event } from '#event';
import type { Refusal } from '#language';
import { closedFor, needsApproval, offered, refusalFor } from '../admission.js';
import { AdmissionRules } from '../admission-rules.js';
import { type PersonKey, personKey } from '../person.js';
import {
  AddressLimit,
  AttendanceNotOffered,
  CorrectionOver,
  KeyReused,
  RegistrationUnknown,
  SeriesLimit,
} from '../refusals.js';
import type { DeskRules } from '../rules/desk-rules.entity.js';
import { timeToName } from '../rules/naming-deadline.js';
import { countsMembers } from '../rules/rules-at.js';
import type { Ask, Asker } from '../settle/ask.js';
import { isActive } from '../words.js';
import { Belonging } from './belonging.service.js';
import type { Found, KnownRegistration } from './desk-book.js';
import type { Case } from './desk-case.js';
import type { DeskRequest, Newcomer, RegisterRequest } from './desk-request.js';
import type { EventRules } from './event-rules.service.js';
import { activeInSeries, activeOfAddresses } from './limits.js';
import { personText } from './place-of.js';
import { SessionChoice } from './session-choice.js';

/** What is there for preparing a batch. */
export interface Setting {
  event: Event;
  rules: EventRules;
  now: Temporal.Instant;
  /** Submissions answered before, by client and key. */
  answered: Found['answered'];
  /** The registrations that requests name, by id. */
  known: ReadonlyMap<string, KnownRegistration>;
  manager: EntityManager;
}

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
    { known, manager }: Pick<Setting, 'known' | 'manager'>,
  ): Promise<DeskRequest[]> {
    const asking = requests.flatMap((request) => peopleOf(request, known));
    const matters = countsMembers(rules) || event.audience === 'members';
    const day = this.clock.now().toZonedDateTimeISO(event.timeZone).toPlainDate().toString();
    const memberOf = matters ? await this.belonging.of(asking, rules.proof, { day, manager }) : undefined;
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
    const registering = requests.flatMap((request) => comingOf(request, setting.known));
    const choice = new SessionChoice(setting.event, setting.rules.sessions);
    const refusals = await this.refusals(registering, setting, choice);
    const byKey = new Map<string, Case>();
    return requests.map((request): Case => {
      if (request.verb !== 'register') {
        const refused = impossible(request, setting, choice) ?? refusals.get(request);
        return refused ? { request, refused } : { request, ask: askOf(request, setting) };
      }
      const { submission } = request;
      const key = submission && `${submission.client} ${submission.key}`;
      const before = key ? setting.answered.get(key) : undefined;
      const beside = key ? byKey.get(key) : undefined;
      const known =
        before?.fingerprint ?? (beside?.request as RegisterRequest | undefined)?.submission?.fingerprint;
      if (known && known !== submission?.fingerprint) return { request, refused: new KeyReused() };
      if (before) return { request, repeats: { people: before.answer.people, submissionId: before.id } };
      if (beside) return { request, repeats: beside };
      const refused = refusals.get(request);
      const one: Case = refused
        ? { request, refused }
        : { request, ask: registerAsk(request, setting, approval) };
      if (key) byKey.set(key, one);
      return one;
    });
  }

  private async refusals(comings: readonly Coming[], setting: Setting, choice: SessionChoice) {
    const { event, now, manager } = setting;
    const { rules } = setting.rules;
    const open = comings.map(({ as }) => as).filter((request) => !request.byOffice);
    const limits = new Limits(
      rules.mostPerAddress,
      rules.mostPerAddress ? await activeOfAddresses(manager, event.id, addressesOf(open)) : new Map(),
      new Set(activeOf(setting.known)),
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
    const found = new Map<DeskRequest, Refusal>();
    for (const { asked, as: request } of comings) {
      const refused =
        (asked.verb === 'register' ? closed.to(request) : undefined) ??
        request.people.map((person) => refusalFor(event, person, { ...request, rules, now })).find(Boolean) ??
        request.people.map(({ sessions }) => choice.refusalFor(sessions)).find(Boolean) ??
        (request.byOffice ? undefined : limits.refusalFor(request)) ??
        (rules.mostInSeries && !request.byOffice && isBusy(request, busy, rules.mostInSeries)
          ? new SeriesLimit()
          : undefined) ??
        (await this.admission.refusalFor(event, request, manager));
      if (refused) found.set(asked, refused);
    }
    return found;
  }
}

/** People who come by a request, as if they registered. */
interface Coming {
  asked: DeskRequest;
  as: RegisterRequest;
}

/**
 * Whoever comes in somebody's place by the mailed link is asked what any newcomer is, or places would be handed to
 * those who may not have one. A correction that leaves the address alone brings nobody new.
 */
function comingOf(request: DeskRequest, known: Setting['known']): Coming[] {
  if (request.verb === 'register') return [{ asked: request, as: request }];
  if (request.verb !== 'swap' || request.actor !== 'participant') return [];
  const registration = known.get(request.registrationId)?.registration;
  if (!registration || personKey(request.person).email === registration.emailKey) return [];
  const { eventId, actor, person } = request;
  const { attendance } = registration;
  // Their member is known already, and its proof was given with it.
  const people = [{ ...person, attendance }];
  return [{ asked: request, as: { verb: 'register', eventId, actor, people } }];
}

type Belongs = Pick<Newcomer, 'email' | 'organization' | 'memberId'>;

/** Those whose member is to be found: newcomers, and whoever comes in somebody's place as from the same organization. */
function peopleOf(request: DeskRequest, known: Setting['known']): readonly Belongs[] {
  if (request.verb === 'register') return request.people;
  if (request.verb !== 'swap') return [];
  const before = known.get(request.registrationId)?.registration;
  const { email, organization = before?.organization ?? undefined } = request.person;
  // Whose seat it is does not change with a letter of the name.
  const stays = request.corrects && organization === (before?.organization ?? undefined);
  const memberId = request.person.memberId ?? (stays ? (before?.memberId ?? undefined) : undefined);
  return [{ email, organization, memberId }];
}

const activeOf = (known: Setting['known']): string[] =>
  [...known.values()]
    .filter(({ registration }) => isActive(registration.status))
    .map(({ registration }) => personText({ email: registration.emailKey, name: registration.nameKey }));

const addressesOf = (requests: readonly RegisterRequest[]): string[] => [
  ...new Set(requests.flatMap(({ people }) => people.map((person) => personKey(person).email))),
];

const isBusy = (request: RegisterRequest, busy: ReadonlyMap<string, number>, most: number): boolean =>
  request.people.some((person) => (busy.get(personText(personKey(person))) ?? 0) >= most);

/** Says whether the event is closed, once for all of a batch who come the same way. */
class Closing {
  private readonly said = new Map<string, Refusal | undefined>();

  constructor(
    private readonly event: Event,
    private readonly rules: DeskRules,
    private readonly now: Temporal.Instant,
  ) {}

  to({ invited = false, byOffice = false }: RegisterRequest): Refusal | undefined {
    const way = `${invited} ${byOffice}`;
    if (!this.said.has(way)) {
      const { now, rules } = this;
      this.said.set(way, closedFor(this.event, { now, rules, invited, byOffice }));
    }
    return this.said.get(way);
  }
}

/** Counts along how many registrations each address has, over the requests of a batch. */
class Limits {
  constructor(
    private readonly most: number | null,
    private readonly counts: Map<string, number>,
    /** Who is on the list already: coming again takes no more. */
    private readonly here: Set<string>,
  ) {}

  refusalFor({ people }: RegisterRequest): AddressLimit | undefined {
    if (!this.most) return undefined;
    const after = new Map(this.counts);
    const newcomers = people.filter(
      (person) =>
        !person.delegationId && !person.unnamedUntil && !this.here.has(personText(personKey(person))),
    );
    for (const person of newcomers) {
      const { email } = personKey(person);
      after.set(email, (after.get(email) ?? 0) + 1);
    }
    if (newcomers.some((person) => (after.get(personKey(person).email) ?? 0) > (this.most as number)))
      return new AddressLimit();
    for (const [email, count] of after) this.counts.set(email, count);
    for (const person of newcomers) this.here.add(personText(personKey(person)));
    return undefined;
  }
}

// Where there is only one way to attend nobody has to choose it.
function wayOf(person: Pick<Newcomer, 'attendance'>, event: Event) {
  const [only, other] = offered(event);
  return person.attendance ?? (other ? undefined : only);
}

function registerAsk(request: RegisterRequest, { rules }: Setting, approval: boolean): Ask {
  const group = request.together && request.people.length > 1 ? randomUUIDv7() : undefined;
  return {
    verb: 'register',
    people: request.people.map(askerOf),
    entry: entryOf(request, rules.rules, approval),
    group,
  };
}

function askerOf(person: Newcomer): Asker {
  const id = randomUUIDv7();
  return {
    id,
    person: whoIs(person, id),
    attendance: person.attendance ?? 'onsite',
    member: person.memberId,
    claims: [...(person.sessions ?? []), ...(person.sheet?.claims ?? [])],
    expiresAt: person.unnamedUntil,
  };
}

// A seat without a name is nobody's, so no other is the same.
function whoIs(person: Parameters<typeof personKey>[0] & Pick<Newcomer, 'unnamedUntil'>, id: string): string {
  const key = personKey(person);
  return personText(person.unnamedUntil ? { ...key, name: `? ${id}` } : key);
}

const isOf = (
  { emailKey, nameKey }: KnownRegistration['registration'],
  { email, name }: PersonKey,
): boolean => emailKey === email && nameKey === name;

/** Why this cannot be asked for at all, or undefined. */
function impossible(
  request: Exclude<DeskRequest, RegisterRequest>,
  { event, known }: Setting,
  choice: SessionChoice,
): Refusal | undefined {
  const own = 'registrationId' in request ? known.get(request.registrationId) : undefined;
  if ('registrationId' in request && !own) return new RegistrationUnknown();
  if (request.verb === 'swap' && request.only && own && !isOf(own.registration, request.only)) {
    return new CorrectionOver();
  }
  if (request.verb !== 'change') return undefined;
  if (request.attendance && !offered(event).includes(request.attendance)) return new AttendanceNotOffered();
  return choice.refusalFor(request.sessions);
}

/** Whom nobody invited confirms the address where the event asks for it; who comes late asks the office. */
function entryOf(request: RegisterRequest, rules: DeskRules, approval: boolean) {
  if (request.byOffice) return 'straight';
  if (rules.verifyMinutes !== null && !request.invited) return 'verification';
  return approval ? 'request' : 'straight';
}

function askOf(request: Exclude<DeskRequest, RegisterRequest>, { event, rules, now, known }: Setting): Ask {
  switch (request.verb) {
    case 'resize': {
      const { onsite, online } = request;
      return { verb: 'resize', onsite, online };
    }
    case 'look':
      return { verb: 'look' };
    case 'withdraw':
      return { verb: 'withdraw', id: request.registrationId, to: request.to };
    case 'admit': {
      const { registrationId: id, over } = request;
      const unnamed = known.get(id)?.registration.named === false;
      return {
        verb: 'admit',
        id,
        over,
        expiresAt: unnamed ? timeToName(event, rules.rules, now) : undefined,
      };
    }
    case 'accept':
      return { verb: 'accept', id: request.registrationId };
    case 'verify': {
      const approval = needsApproval(event, rules.rules, now);
      return { verb: 'verify', id: request.registrationId, approval };
    }
    case 'swap': {
      const { registrationId: id, person } = request;
      const { memberId: member, unnamedUntil: expiresAt } = person;
      // What the one before answered is deleted, and with it what they chose in the form.
      const keeps = request.corrects ? undefined : (claim: string) => rules.sessions.has(claim);
      return { verb: 'swap', id, person: whoIs(person, id), member, expiresAt, keeps };
    }
    case 'change': {
      const { registrationId: id, attendance, sessions, sheet } = request;
      if (!sessions && !sheet) return { verb: 'change', id, attendance };
      const claims = [...(sessions ?? []), ...(sheet?.claims ?? [])];
      // Sessions and the form's choices are changed apart, also by two requests of one batch.
      const replaces = (claim: string) => (rules.sessions.has(claim) ? sessions : sheet) !== undefined;
      return { verb: 'change', id, attendance, claims, replaces };
    }
  }
}
