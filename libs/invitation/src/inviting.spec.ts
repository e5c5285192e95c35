import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ContactService, MemberService } from '#member';
import { RegistrationService } from '#registration';
import { InvitationCsv, ReportModule } from '#report';
import { planEvent } from '../../../test/builders/events.js';
import { type House, openHouse } from '../../../test/builders/house.js';
import { OFFICE } from '../test/forum.js';
import { InvitationModule } from './invitation.module.js';
import { InvitationService } from './invitation.service.js';
import { InvitationList } from './invitation-list.service.js';
import { MatrixService } from './matrix.service.js';
import { InvitationUnknown, NobodyChosen } from './refusals.js';
import { ReminderService } from './reminder.service.js';
import { ReplyService } from './reply.service.js';

let house: House;
let eventId: string;
let aachen: string;
let kora: string;
let della: string;
beforeAll(async () => {
  house = await openHouse({ modules: [InvitationModule, ReportModule] });
});
afterAll(() => house.close());

let round = 0;
beforeEach(async () => {
  round += 1;
  ({ id: eventId } = await planEvent(house, { audience: 'members' }));
  await house.manager.query("UPDATE membership SET until_day = '2026-12-31'");
  aachen = await house
    .get(MemberService)
    .add({ name: `Aachen ${round}`, kind: 'city', from: '2020-01-01' }, OFFICE);
  kora = await addContact('Kora', 'coordinator');
  della = await addContact('Della', 'delegate');
});

describe('Sending an invitation again', () => {
  it('takes back no reply that comes in at this very moment', async () => {
    await invite({ contacts: [kora] });
    const [line] = await lines();
    const contacts = house.get(ContactService);
    const look = contacts.byIds.bind(contacts);
    const meanwhile = jest.spyOn(contacts, 'byIds').mockImplementationOnce(async (ids) => {
      const said = { actor: 'participant', language: 'de' } as const;
      await house.get(ReplyService).reply(line!.id, { answer: 'declined' }, said);
      return look(ids);
    });
    await house.get(InvitationService).resend(line!.id, OFFICE);
    meanwhile.mockRestore();
    const [row] = await house.manager.query('SELECT answer, letters FROM invitation WHERE id = $1', [
      line!.id,
    ]);
    expect(row).toEqual({ answer: 'declined', letters: 2 });
  });
});

describe('Inviting all members', () => {
  it('passes by a member whose other contact has an invitation', async () => {
    await invite({ contacts: [della] });
    expect(await invite({ members: 'all' })).toEqual({ invited: 0, already: 1, unreachable: [] });
    expect(await invite({ members: [aachen] })).toMatchObject({ invited: 0, already: 1 });
    expect(await names()).toEqual(['Della']);
  });

  it('passes by a member whose invitation was taken back; choosing the member invites again', async () => {
    await invite({ members: 'all' });
    const [line] = await lines();
    await house.get(InvitationService).revoke(line!.id, OFFICE);
    const whom = { members: 'all' } as const;
    expect(await house.get(InvitationService).preview(eventId, whom)).toMatchObject({
      invitees: [],
      already: 1,
    });
    expect(await invite(whom)).toMatchObject({ invited: 0, already: 1 });
    expect(await invite({ members: [aachen] })).toMatchObject({ invited: 1 });
  });

  it('invites a member once, even if two people do it at the same time', async () => {
    const done = await Promise.all([invite({ members: 'all' }), invite({ members: 'all' })]);
    expect(done.map(({ invited }) => invited).sort()).toEqual([0, 1]);
    expect(await names()).toEqual(['Kora']);
  });

  it('knows a contact by who it is, not only by the address', async () => {
    await invite({ contacts: [kora] });
    await moveTo(kora, `neu${round}@aachen.test`);
    expect(await invite({ contacts: [kora, della] })).toMatchObject({ invited: 1, already: 1 });
    expect(await names()).toEqual(['Della', 'Kora']);
  });

  it('reaches a contact until the last day, and not after it', async () => {
    const contacts = house.get(ContactService);
    await contacts.leave(della, '2026-12-31', OFFICE);
    await contacts.leave(kora, '2027-01-31', OFFICE);
    const { invitees } = await house.get(InvitationService).preview(eventId, { members: 'all' });
    expect(invitees.map(({ firstName }) => firstName)).toEqual(['Kora']);
    await contacts.leave(kora, '2027-01-03', OFFICE);
    expect(await house.get(InvitationService).preview(eventId, { members: 'all' })).toMatchObject({
      invitees: [],
      unreachable: [`Aachen ${round}`],
    });
  });

  it('is refused where nobody is chosen', async () => {
    for (const whom of [{}, { members: [] }, { contacts: [], people: [] }]) {
      await expect(invite(whom)).rejects.toBeInstanceOf(NobodyChosen);
    }
  });
});

describe('A reminder', () => {
  const remind = () => house.get(ReminderService).remindSilent(eventId, OFFICE);

  it('goes to the address that the contact has by now; the old link opens nothing any more', async () => {
    await invite({ members: 'all' });
    const service = house.get(InvitationService);
    const { invitation } = await service.byId((await lines())[0]!.id);
    const old = service.tokenOf(invitation);
    await moveTo(kora, `moved${round}@aachen.test`);
    house.clock.advance({ hours: 24 });
    expect(await remind()).toBe(1);
    const moved = (await service.byId(invitation.id)).invitation;
    expect(moved.email).toBe(`moved${round}@aachen.test`);
    const [mail] = await house.manager.query(
      "SELECT to_address AS address FROM message WHERE subject_id = $1 AND kind = 'invitation.reminder'",
      [invitation.id],
    );
    expect(mail.address).toBe(`moved${round}@aachen.test`);
    await expect(service.byLink(old)).rejects.toBeInstanceOf(InvitationUnknown);
    expect((await service.byLink(service.tokenOf(moved))).invitation.id).toBe(invitation.id);
  });

  it('goes to nobody who has left, who shows as without contact', async () => {
    await invite({ members: 'all' });
    const today = house.clock.now().toZonedDateTimeISO('Europe/Berlin').toPlainDate();
    await house.get(ContactService).leave(kora, today.toString(), OFFICE);
    expect((await lines())[0]!.state).toBe('silent');
    house.clock.advance({ hours: 25 });
    expect(await house.get(ReminderService).due([eventId])).toEqual(new Map());
    expect(await remind()).toBe(0);
    expect((await lines())[0]!.state).toBe('noContact');
    expect(await cell()).toMatchObject({ state: 'noContact' });
  });

  it('can be sent a day after the first letter, and that is foreseen', async () => {
    await invite({ contacts: [kora] });
    const from = house.clock.now().add({ hours: 24 });
    house.clock.advance({ hours: 2 });
    await invite({ contacts: [della] });
    const later = await house.get(ReminderService).later([eventId]);
    expect(later.get(eventId)).toMatchObject({ count: 2 });
    expect(later.get(eventId)!.from.toString()).toBe(from.toString());
    house.clock.set(from.toString());
    expect((await house.get(ReminderService).later([eventId])).get(eventId)).toMatchObject({ count: 1 });
    expect(await remind()).toBe(1);
  });
});

describe('The matrix', () => {
  it('names who comes, at most three in the file, and knows the day in the office', async () => {
    const { slug } = await planEvent(house, {});
    const [{ id }] = await house.manager.query('SELECT id FROM event WHERE slug = $1', [slug]);
    await house.get(InvitationService).invite(id, { members: [aachen] }, OFFICE);
    const people = ['Ada', 'Bo', 'Cleo', 'Dan', 'Eve'].map((firstName) => ({
      firstName,
      lastName: 'Aal',
      email: `${firstName}@aachen.test`,
      organization: `Aachen ${round}`,
      attendance: undefined,
      language: undefined,
    }));
    const replying = { actor: 'participant', language: 'de' } as const;
    await house.get(RegistrationService).register(slug, { people, copyTo: undefined }, replying);
    const file = await text((await house.get(InvitationCsv).matrix([id], 'en')).content);
    expect(file).toContain(`Aachen ${round},"Coming (5): Ada Aal, Bo Aal, Cleo Aal +2"`);
    await house.get(MemberService).add({ name: 'Zwickau', kind: 'city', from: '2028-02-01' }, OFFICE);
    const shown = async () =>
      (await house.get(MatrixService).page({ memberPage: 1, eventIds: [id] })).lines.map(({ name }) => name);
    house.clock.set('2028-01-31T22:59:00Z');
    expect(await shown()).not.toContain('Zwickau');
    house.clock.set('2028-01-31T23:00:00Z');
    expect(await shown()).toContain('Zwickau');
  });
});

function addContact(firstName: string, role: 'coordinator' | 'delegate'): Promise<string> {
  const email = `${firstName}${round}@aachen.test`;
  const person = { memberId: aachen, firstName, lastName: 'Aachen', email, language: 'de' as const };
  return house.get(ContactService).add({ ...person, roles: [role] }, OFFICE);
}

const moveTo = (id: string, email: string) => house.get(ContactService).change(id, { email }, OFFICE);

const invite = (whom: Parameters<InvitationService['invite']>[1]) =>
  house.get(InvitationService).invite(eventId, whom, OFFICE);

const lines = () => house.get(InvitationList).of(eventId);

const names = async () => (await lines()).map(({ firstName }) => firstName).sort();

async function cell() {
  const { lines: rows } = await house.get(MatrixService).page({ memberPage: 1, eventIds: [eventId] });
  return rows.find(({ memberId }) => memberId === aachen)!.cells[0];
}
