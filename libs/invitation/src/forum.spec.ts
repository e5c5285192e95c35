import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MemberService } from '#member';
import { RegistrationService } from '#registration';
import { InvitationCsv, ReportModule } from '#report';
import { planEvent } from '../../../test/builders/events.js';
import { type House, openHouse } from '../../../test/builders/house.js';
import { MailServer } from '../../mail/test/mail-server.js';
import { enterForum, OFFICE } from '../test/forum.js';
import { InvitationModule } from './invitation.module.js';
import { InvitationService } from './invitation.service.js';
import { InvitationList } from './invitation-list.service.js';
import { MatrixService } from './matrix.service.js';
import { OwnPlaces } from './own-places.service.js';
import { FormerMembers, InvitationUnknown, MembershipEnded, NothingToInviteTo } from './refusals.js';
import { ReminderService } from './reminder.service.js';
import { type Reply, ReplyService } from './reply.service.js';

let house: House;
let server: MailServer;
let members: Map<string, string>;
let eventId: string;
let slug: string;
beforeAll(async () => {
  server = await MailServer.open();
  server.react = (to) => (to === 'kora@m10.test' ? { code: 550, text: 'No such mailbox' } : undefined);
  house = await openHouse({
    environment: { SMTP_URL: server.url },
    modules: [InvitationModule, ReportModule],
  });
  members = await enterForum(house, { Essen: 'en', Dresden: 'fr' });
  const assembly = {
    kind: 'assembly',
    audience: 'members',
    format: 'onsite',
    title: { de: 'Mitgliederversammlung', en: 'Member assembly', fr: 'Assemblée générale' },
    dates: [{ starts: '2027-05-12T10:00', ends: '2027-05-12T16:00', place: { de: 'Rathaus Mainz' } }],
  } as const;
  ({ id: eventId, slug } = await planEvent(house, { ...assembly, dates: [...assembly.dates] }));
});
afterAll(async () => {
  await house.close();
  await server.close();
});

describe('The assembly of May', () => {
  it('is not offered to a city that has resigned, not even by choosing it', async () => {
    await house.get(MemberService).resign(idOf('Rostock'), '2027-03-31', OFFICE);
    const invitations = house.get(InvitationService);
    await expect(invitations.invite(eventId, { members: [idOf('Rostock')] }, OFFICE)).rejects.toMatchObject({
      constructor: FormerMembers,
      values: { names: 'Rostock' },
    });
    expect(await invitations.preview(eventId, { members: 'all' })).toMatchObject({
      already: 0,
      unreachable: [],
      invitees: { length: 18 },
    });
    expect(await column()).toEqual({});
  });

  it('is offered to the coordinators of the other eighteen, once', async () => {
    const invitations = house.get(InvitationService);
    expect(await invitations.invite(eventId, { members: 'all' }, OFFICE)).toMatchObject({ invited: 18 });
    expect(await invitations.invite(eventId, { members: 'all' }, OFFICE)).toMatchObject({
      invited: 0,
      already: 18,
    });
    expect(await column()).toMatchObject({ Aachen: 'silent', Kassel: 'silent' });
    await house.deliverMail();
    expect(server.recipients).toHaveLength(17);
    expect(server.recipients.every((to) => to.startsWith('kora@'))).toBe(true);
    expect(await column()).toMatchObject({ Aachen: 'silent', Kassel: 'undeliverable' });
  });

  it('is offered in the language of the contact, with three links that open the same page', async () => {
    const [german, english, french] = [
      mailTo('kora@m0.test'),
      mailTo('kora@m4.test'),
      mailTo('kora@m3.test'),
    ];
    expect(german.subject).toBe('Einladung: Mitgliederversammlung');
    expect(english.subject).toBe('Invitation: Member assembly');
    expect(english.text).toContain('We would like to invite Essen to this event');
    expect(french.subject).toBe('Invitation : Assemblée générale');
    expect(french.text).toContain('inviter Dresden à cet événement');
    for (const [mail, language] of [
      [english, 'en'],
      [french, 'fr'],
    ] as const) {
      const links = [...(mail.text ?? '').matchAll(/\/invitations\/([\w-]{43})\?lang=(..)&reply=(\w+)/g)];
      expect(links.map(([, , lang, reply]) => `${lang} ${reply}`)).toEqual([
        `${language} coming`,
        `${language} declined`,
        `${language} substitute`,
      ]);
      expect(new Set(links.map(([, token]) => token)).size).toBe(1);
    }
  });

  it('is answered by eleven cities in four ways, and the matrix is right after each', async () => {
    for (const city of ['Aachen', 'Bonn', 'Celle', 'Essen']) {
      await answer(city, coming(city, 1));
      expect(await column()).toMatchObject({ [city]: 'coming 1' });
    }
    await answer('Dresden', coming('Dresden', 3));
    expect(await column()).toMatchObject({ Dresden: 'coming 3' });
    for (const city of ['Fulda', 'Gera', 'Halle']) {
      await answer(city, { answer: 'declined', word: 'Haushaltsberatung' });
      expect(await column()).toMatchObject({ [city]: 'declined' });
    }
    for (const city of ['Ingelheim', 'Jena']) {
      const person = {
        firstName: 'Vera',
        lastName: city,
        email: `vera@${city.toLowerCase()}.test`,
        language: 'de' as const,
      };
      await answer(city, { answer: 'substitute', person });
      expect(await column()).toMatchObject({ [city]: 'substitute' });
    }
    // On the phone, and then the person withdraws by the link of the registration.
    await answer('Lübeck', coming('Lübeck', 1), OFFICE);
    expect(await column()).toMatchObject({ Lübeck: 'coming 1' });
    const [lübeck] = await house.get(ReplyService).comers(await invitationOf('Lübeck'));
    await house.get(RegistrationService).withdraw(lübeck!.registrationId, { actor: 'participant' });
    expect(await column()).toMatchObject({ Lübeck: 'withdrawn' });
    expect(countOf(await column())).toEqual({
      'coming 1': 4,
      'coming 3': 1,
      declined: 3,
      substitute: 2,
      withdrawn: 1,
      silent: 6,
      undeliverable: 1,
    });
  });

  it('invites the substitutes in turn; one comes', async () => {
    await house.deliverMail();
    const mail = mailTo('vera@jena.test');
    expect(mail.subject).toBe('Sie wurden als Ersatz benannt: Mitgliederversammlung');
    expect(mail.text).toContain('Kora Jena kann nicht kommen');
    const { invitation } = await house.get(InvitationService).byLink(tokenIn(mail.text));
    await house.get(ReplyService).reply(invitation.id, coming('Jena', 1, 'vera@jena.test'), PARTICIPANT);
    expect(await column()).toMatchObject({ Ingelheim: 'substitute', Jena: 'coming 1' });
  });

  it('lets people change their minds, and gives back the seats of who comes no more', async () => {
    await answer('Dresden', { answer: 'declined' });
    expect(await column()).toMatchObject({ Dresden: 'declined' });
    await answer('Fulda', coming('Fulda', 1));
    expect(await column()).toMatchObject({ Fulda: 'coming 1' });
    const history = await house.get(ReplyService).history((await invitationOf('Fulda')).id);
    expect(history.map((one) => [one.answer, one.word, one.actor])).toEqual([
      ['coming', null, 'participant'],
      ['declined', 'Haushaltsberatung', 'participant'],
    ]);
    const [{ taken }] = await house.manager.query(
      'SELECT onsite_taken AS taken FROM standing WHERE event_id = $1',
      [eventId],
    );
    expect(taken).toBe(6);
  });

  it('reminds the silent of three cities, not twice within a day, and says which colleagues come', async () => {
    const reminders = house.get(ReminderService);
    expect(await reminders.remindSilent(eventId, OFFICE)).toBe(0);
    house.clock.advance({ hours: 24 });
    const three = ['Mainz', 'Norden', 'Oldenburg'];
    const colleague = { ...personOf('Mainz', 9), organization: 'Mainz' };
    await house
      .get(RegistrationService)
      .register(slug, { people: [colleague], copyTo: undefined }, { actor: 'participant', language: 'de' });
    expect(await column()).toMatchObject({ Mainz: 'coming 1', Norden: 'silent' });
    const before = server.taken.length;
    expect((await reminders.due([eventId])).get(eventId)).toBe(7);
    const reminded = await Promise.all([
      reminders.remindSilent(eventId, OFFICE, three.map(idOf)),
      reminders.remindSilent(eventId, OFFICE, three.map(idOf)),
    ]);
    expect(reminded.sort()).toEqual([0, 3]);
    expect(await reminders.remindSilent(eventId, OFFICE, three.map(idOf))).toBe(0);
    await house.deliverMail();
    const mails = server.taken.slice(before).filter((mail) => /Erinnerung/.test(mail.parsed.subject ?? ''));
    expect(mails.map(({ to }) => to).sort()).toEqual(['kora@m12.test', 'kora@m13.test', 'kora@m14.test']);
    expect(mailTo('kora@m12.test').text).toContain('Von Mainz kommt bereits: Person9 Mainz.');
    expect(mailTo('kora@m13.test').text).not.toContain('bereits');
  });

  it('reminds no city that resigns before it, which may decline but not come any more', async () => {
    const reminders = house.get(ReminderService);
    await house.get(MemberService).resign(idOf('Potsdam'), '2027-04-30', OFFICE);
    house.clock.advance({ hours: 24 });
    expect(await reminders.due([eventId], [idOf('Potsdam')])).toEqual(new Map());
    expect(await reminders.remindSilent(eventId, OFFICE, [idOf('Potsdam')])).toBe(0);
    const { id } = await invitationOf('Potsdam');
    await expect(house.get(InvitationService).resend(id, OFFICE)).rejects.toBeInstanceOf(FormerMembers);
    expect(await column()).toMatchObject({ Potsdam: 'noContact' });
    await expect(answer('Potsdam', coming('Potsdam', 1))).rejects.toBeInstanceOf(MembershipEnded);
    await answer('Potsdam', { answer: 'declined' });
    expect(await column()).toMatchObject({ Potsdam: 'declined' });
  });

  it('says the same in the export', async () => {
    const file = await house.get(InvitationCsv).matrix([eventId], 'en');
    const lines = (await text(file.content)).trim().split('\r\n');
    expect(lines[0]).toBe('Member,"Member assembly, 12 May 2027"');
    expect(lines).toContain('Aachen,Coming (1): Person1 Aachen');
    expect(lines).toContain('Dresden,Not coming');
    expect(lines).toContain('Ingelheim,"Not coming, substitute named. Substitute: Vera Ingelheim"');
    expect(lines).toContain('Kassel,Undeliverable');
    expect(lines).toContain('Lübeck,Withdrawn');
    expect(lines).toContain('Norden,No reply');
    const list = await text((await house.get(InvitationCsv).ofEvent(eventId, 'en')).content);
    expect(list).toContain('Jena,Jena,Vera,vera@jena.test,Deutsch,Coming,Person1 Jena,,Kora Jena,');
  });

  it('can be sent again to the address that the contact has by now; the old link is dead then', async () => {
    const invitation = await invitationOf('Kassel');
    const old = house.get(InvitationService).tokenOf(invitation);
    await house.manager.query(
      `UPDATE contact SET email = 'kora@kassel.test', email_key = 'kora@kassel.test' WHERE id = $1`,
      [invitation.contactId],
    );
    await house.get(InvitationService).resend(invitation.id, OFFICE);
    await house.deliverMail();
    expect(await column()).toMatchObject({ Kassel: 'silent' });
    await expect(house.get(InvitationService).byLink(old)).rejects.toBeInstanceOf(InvitationUnknown);
    const token = tokenIn(mailTo('kora@kassel.test').text);
    expect((await house.get(InvitationService).byLink(token)).invitation.id).toBe(invitation.id);
    await house.get(InvitationService).revoke(invitation.id, OFFICE);
    await expect(house.get(InvitationService).byLink(token)).rejects.toBeInstanceOf(InvitationUnknown);
    expect((await column()).Kassel).toBeUndefined();
  });

  it('cannot be offered or answered once it has begun, nor offered when it is cancelled', async () => {
    const { id } = await planEvent(house, { status: 'cancelled' });
    await expect(house.get(InvitationService).invite(id, { members: 'all' }, OFFICE)).rejects.toMatchObject({
      reason: 'gone',
    });
    house.clock.set('2027-05-12T08:00:00Z');
    await expect(house.get(ReminderService).remindSilent(eventId, OFFICE)).rejects.toBeInstanceOf(
      NothingToInviteTo,
    );
    await expect(answer('Norden', { answer: 'declined' })).rejects.toMatchObject({ name: 'ReplyOver' });
  });

  it('is among the invitations and places of a member until it is over', async () => {
    const ofAachen = async () => {
      const invitations = await house.get(InvitationList).ofMember(idOf('Aachen'));
      const places = await house.get(OwnPlaces).ofMember(idOf('Aachen'));
      return [
        invitations.map(({ state, event }) => [state, event.id]),
        places.map(({ name, token }) => [name, token]),
      ];
    };
    expect(await ofAachen()).toEqual([[['coming', eventId]], [['Person1 Aachen', undefined]]]);
    house.clock.set('2027-05-12T16:00:00Z');
    expect(await ofAachen()).toEqual([[], []]);
  });
});

const PARTICIPANT = { actor: 'participant', language: 'de' } as const;

const idOf = (name: string): string => members.get(name) as string;

const personOf = (city: string, number: number, email = `person${number}@${city.toLowerCase()}.test`) => ({
  firstName: `Person${number}`,
  lastName: city,
  email,
  organization: undefined as string | undefined,
  attendance: undefined,
  language: undefined,
});

function coming(city: string, count: number, email?: string): Reply {
  const people = Array.from({ length: count }, (_, index) => personOf(city, index + 1, email));
  return { answer: 'coming', party: { people, copyTo: undefined } };
}

async function invitationOf(city: string) {
  const [line] = await house.get(InvitationList).of(eventId, { memberId: idOf(city) });
  return (await house.get(InvitationService).byId(line!.id)).invitation;
}

async function answer(city: string, reply: Reply, actor = 'participant'): Promise<void> {
  await house.get(ReplyService).reply((await invitationOf(city)).id, reply, { actor, language: 'de' });
}

/** The assembly's column of the matrix: state and number by member. */
async function column(): Promise<Record<string, string>> {
  const { lines } = await house.get(MatrixService).page({ memberPage: 1, eventIds: [eventId] });
  return Object.fromEntries(
    lines.flatMap(({ name, cells: [cell] }) =>
      !cell || cell.state === 'none'
        ? []
        : [[name, cell.state === 'coming' ? `coming ${cell.coming}` : cell.state]],
    ),
  );
}

function countOf(states: Record<string, string>): Record<string, number> {
  const groups = Map.groupBy(Object.values(states), (state) => state);
  return Object.fromEntries([...groups].map(([state, all]) => [state, all.length]));
}

function mailTo(address: string) {
  const mail = server.taken.findLast(({ to }) => to === address);
  if (!mail) throw new Error(`No mail to ${address}`);
  return mail.parsed;
}

function tokenIn(text = ''): string {
  const token = /\/invitations\/([\w-]{43})/.exec(text)?.[1];
  if (!token) throw new Error('No link in the mail');
  return token;
}
