import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ProgrammeService } from '#event';
import { Outbox } from '#mail';
import { MemberService } from '#member';
import { RegistrationService } from '#registration';
import { planEvent } from '../../../test/builders/events.js';
import { type House, openHouse } from '../../../test/builders/house.js';
import { mailsTo } from '../../../test/builders/mails.js';
import { register } from '../../../test/builders/people.js';
import { InvitationModule } from './invitation.module.js';
import { InvitationService } from './invitation.service.js';
import { InvitationList } from './invitation-list.service.js';
import { AlreadyInvited, InvitationUnknown } from './refusals.js';
import { type Reply, ReplyService } from './reply.service.js';
import { Substitutes } from './substitute.service.js';

let house: House;
let eventId: string;
let slug: string;
let invited = 0;
beforeAll(async () => {
  house = await openHouse({ modules: [InvitationModule] });
});
afterAll(() => house.close());

describe('A substitute', () => {
  it('gives the seat back and is told, when the principal comes after all', async () => {
    const principal = await invite();
    const [sue] = await name(principal, 'Sue');
    await reply(sue!, coming('Sue'));
    expect(await seats()).toEqual(['Sue']);
    await reply(principal, coming('Principal'));
    expect(await seats()).toEqual(['Principal']);
    const { invitation } = await house.get(InvitationService).byId(sue!);
    expect(invitation.revokedAt).not.toBeNull();
    await expect(reply(sue!, coming('Sue'))).rejects.toBeInstanceOf(InvitationUnknown);
    const letters = (await mailsTo(house, addressOf('Sue'))).map(({ subject }) => subject);
    expect(letters).toContain('Sie sind nicht mehr als Ersatz benannt: Sichere Plätze');
  });

  it('is followed by another one, and so is whoever stands in for the first', async () => {
    const principal = await invite();
    const [one] = await name(principal, 'Eins');
    const [, deputy] = await name(one!, 'Vize');
    await reply(deputy!, coming('Vize'));
    await name(principal, 'Zwei');
    expect(await live()).toEqual(['Principal', 'Zwei']);
    expect(await seats()).toEqual([]);
    await reply(principal, { answer: 'declined' });
    expect(await live()).toEqual(['Principal']);
  });

  it('keeps the seat when the principal brings the same person along', async () => {
    const principal = await invite();
    const [sue] = await name(principal, 'Sue');
    await reply(sue!, coming('Sue'));
    await reply(principal, coming('Principal', 'Sue'));
    expect(await seats()).toEqual(['Principal', 'Sue']);
    await reply(principal, { answer: 'declined' });
    expect(await seats()).toEqual([]);
  });

  it('named once more stays; somebody who is invited already cannot be named', async () => {
    const principal = await invite();
    const other = await invite('Anders');
    await name(principal, 'Sue');
    expect(await name(principal, 'Sue')).toHaveLength(1);
    await expect(name(other, 'Sue')).rejects.toMatchObject({
      constructor: AlreadyInvited,
      values: { name: 'Sue Muster' },
    });
    await expect(name(principal, 'Anders')).rejects.toBeInstanceOf(AlreadyInvited);
    expect(await live()).toEqual(['Anders', 'Principal', 'Sue']);
  });

  it('named on the phone was invited by whoever took the call', async () => {
    const principal = await invite();
    await name(principal, 'Sue', 'account:7');
    const by = await house.manager.query(
      'SELECT invited_by FROM invitation WHERE event_id = $1 AND substitute_for IS NOT NULL',
      [eventId],
    );
    expect(by).toEqual([{ invited_by: 'account:7' }]);
  });
});

describe('Replies to one invitation at once', () => {
  it('end as the last one says, without a seat or a substitute left over', async () => {
    const principal = await invite();
    await Promise.all([
      reply(principal, coming('Gast', 'Zweiter')),
      name(principal, 'Eins'),
      ...Array.from({ length: 30 }, () => reply(principal, coming('Principal'))),
      name(principal, 'Zwei'),
      reply(principal, coming('Principal', 'Kollege')),
      reply(principal, { answer: 'declined', word: 'Urlaub' }),
    ]);
    const [latest] = await house.get(ReplyService).history(principal);
    expect(latest).toMatchObject({ answer: 'declined', word: 'Urlaub' });
    expect(await seats()).toEqual([]);
    expect(await live()).toEqual(['Principal']);
  });

  it('wait for each other also in another process', async () => {
    const principal = await invite();
    const second = new ReplyService(
      house.manager,
      house.get(ProgrammeService),
      house.get(RegistrationService),
      house.get(MemberService),
      house.get(Substitutes),
      house.get(Outbox),
      house.clock,
    );
    await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        (index % 2 ? second : house.get(ReplyService)).reply(
          principal,
          index % 3 ? substitute(`Person${index}`) : coming('Principal'),
          PARTICIPANT,
        ),
      ),
    );
    const [latest] = await house.get(ReplyService).history(principal);
    const named = (await live()).filter((one) => one !== 'Principal');
    expect([named.length, await seats()]).toEqual(latest!.answer === 'coming' ? [0, ['Principal']] : [1, []]);
  });

  it('find the seats of a reply that broke off before it was recorded', async () => {
    const principal = await invite();
    const party = { people: [person('Kollege')], copyTo: undefined };
    await house.get(RegistrationService).register(slug, party, {
      ...PARTICIPANT,
      invited: true,
      idempotency: { client: 'invitation', key: `${principal} 0 x` },
    });
    await register(house, slug, person('Fremd'));
    await reply(principal, { answer: 'declined' });
    expect(await seats()).toEqual(['Fremd']);
  });

  it('take the seat anew when sent again after another answer', async () => {
    const principal = await invite();
    const again: Reply = { ...coming('Principal'), submission: 'same' } as Reply;
    await reply(principal, again);
    await reply(principal, again);
    await reply(principal, { answer: 'declined' });
    await reply(principal, again);
    expect(await seats()).toEqual(['Principal']);
  });
});

const PARTICIPANT = { actor: 'participant', language: 'de' } as const;

const addressOf = (firstName: string): string => `${firstName.toLowerCase()}@stadt${invited}.test`;

const person = (firstName: string) => ({
  firstName,
  lastName: 'Muster',
  email: addressOf(firstName),
  organization: undefined,
  attendance: undefined,
  language: undefined,
});

/** Invites somebody: the principal to a new event, others to the same. */
async function invite(firstName = 'Principal'): Promise<string> {
  if (firstName === 'Principal') {
    invited += 1;
    ({ id: eventId, slug } = await planEvent(house, { audience: 'public' }));
  }
  const people = [{ firstName, lastName: 'Muster', email: addressOf(firstName), language: 'de' as const }];
  await house.get(InvitationService).invite(eventId, { people }, 'account:1');
  const [{ id }] = await house.manager.query(
    'SELECT id FROM invitation WHERE event_id = $1 AND first_name = $2',
    [eventId, firstName],
  );
  return id;
}

const coming = (...names: string[]): Reply => ({
  answer: 'coming',
  party: { people: names.map(person), copyTo: undefined },
});

const substitute = (firstName: string): Reply => ({
  answer: 'substitute',
  person: { firstName, lastName: 'Muster', email: addressOf(firstName), language: 'de' },
});

const reply = (id: string, answer: Reply, actor = 'participant'): Promise<void> =>
  house.get(ReplyService).reply(id, answer, { actor, language: 'de' });

/** Names a substitute; answers all live substitutes of the event, the oldest first. */
async function name(id: string, firstName: string, actor?: string): Promise<string[]> {
  await reply(id, substitute(firstName), actor);
  const rows: { id: string }[] = await house.manager.query(
    `SELECT id FROM invitation
     WHERE event_id = $1 AND substitute_for IS NOT NULL AND revoked_at IS NULL ORDER BY id`,
    [eventId],
  );
  return rows.map((row) => row.id);
}

async function live(): Promise<string[]> {
  return (await house.get(InvitationList).of(eventId)).map(({ firstName }) => firstName).sort();
}

async function seats(): Promise<string[]> {
  const rows: { name: string }[] = await house.manager.query(
    `SELECT first_name AS name FROM registration WHERE event_id = $1 AND status = 'confirmed' ORDER BY first_name`,
    [eventId],
  );
  return rows.map((row) => row.name);
}
