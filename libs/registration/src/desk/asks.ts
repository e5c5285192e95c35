import { randomUUIDv7 } from 'node:crypto';
import { needsApproval } from '../admission.js';
import { personKey } from '../person.js';
import type { DeskRules } from '../rules/desk-rules.entity.js';
import { timeToName } from '../rules/naming-deadline.js';
import type { Ask, Asker } from '../settle/ask.js';
import type { DeskRequest, Newcomer, RegisterRequest } from './desk-request.js';
import { personText } from './place-of.js';
import type { Setting } from './setting.js';

/** What a party asks; `approval`: the office decides first. */
export function registerAsk(request: RegisterRequest, { rules }: Setting, approval: boolean): Ask {
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

/** Whom nobody invited confirms the address where the event asks for it; who comes late asks the office. */
function entryOf(request: RegisterRequest, rules: DeskRules, approval: boolean) {
  if (request.byOffice) return 'straight';
  if (rules.verifyMinutes !== null && !request.invited) return 'verification';
  return approval ? 'request' : 'straight';
}

/** What is asked about a registration or the event. */
export function askOf(request: Exclude<DeskRequest, RegisterRequest>, { event, rules, now }: Setting): Ask {
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
      return { verb: 'admit', id, over, expiresAt: timeToName(event, rules.rules, now) };
    }
    case 'accept':
      return { verb: 'accept', id: request.registrationId };
    case 'verify': {
      const approval = needsApproval(event, rules.rules, now);
      return { verb: 'verify', id: request.registrationId, approval };
    }
    case 'swap': {
      const { registrationId: id, person, corrects, joins } = request;
      const only = request.only && personText(request.only);
      const { memberId: member, unnamedUntil: expiresAt } = person;
      // What the one before answered is deleted, and with it what they chose in the form.
      const keeps = (claim: string) => rules.sessions.has(claim);
      return { verb: 'swap', id, person: whoIs(person, id), only, member, expiresAt, keeps, corrects, joins };
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
