import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditService } from '#audit';
import { type House, openHouse } from '../../../test/builders/house.js';
import { ContactService } from './contact.service.js';
import { FunctionService } from './function.service.js';
import { MemberService } from './member.service.js';
import type { NewMember } from './member-file.js';
import {
  DomainClaimed,
  HeldSince,
  MemberExists,
  MembershipBackwards,
  NotOfThisMember,
  SameMember,
} from './refusals.js';
import { SpellingService } from './spelling.service.js';

const OFFICE = 'account:019b0000-0000-7000-8000-000000000001';

let house: House;
let members: MemberService;
let contacts: ContactService;
let functions: FunctionService;
beforeAll(async () => {
  house = await openHouse();
  members = house.get(MemberService);
  contacts = house.get(ContactService);
  functions = house.get(FunctionService);
});
afterAll(() => house.close());

const add = (name: string, changes: Partial<NewMember> = {}) =>
  members.add({ name, kind: 'city', from: '2015-01-01', ...changes }, OFFICE);
const person = (lastName: string, memberId: string, email?: string) =>
  contacts.add({ memberId, firstName: 'Alma', lastName, email, language: 'de' }, OFFICE);

describe('A member', () => {
  it('is listed as current until the day of its resignation and as former from the next day on', async () => {
    const id = await add('Resignstadt');
    await members.resign(id, '2027-01-04', OFFICE);
    const names = async (state: 'current' | 'former') =>
      (await members.list({ state, search: 'resignst' })).members.map(
        ({ name, until }) => `${name} ${until}`,
      );
    expect(await names('current')).toEqual(['Resignstadt 2027-01-04']);
    house.clock.set('2027-01-05T09:00:00Z');
    expect(await names('former')).toEqual(['Resignstadt 2027-01-04']);
    expect(await names('current')).toEqual([]);
    expect(await members.namesOn('2027-01-04')).toContain('Resignstadt');
    await members.rejoin(id, '2027-02-01', OFFICE);
    expect((await members.byId(id)).memberships).toHaveLength(2);
    house.clock.set('2027-01-04T09:00:00Z');
  });

  it('keeps its history when a resignation is refused', async () => {
    const id = await add('Bleibstadt');
    await expect(members.resign(id, '2014-12-31', OFFICE)).rejects.toThrow(MembershipBackwards);
    expect((await members.byId(id)).memberships).toMatchObject([{ untilDay: null }]);
    const trace = await house.get(AuditService).of({ type: 'member', id });
    expect(trace.map(({ action }) => action)).toEqual(['member.add']);
  });

  it('has its domains alone, and its name', async () => {
    await add('Domstadt', { domains: ['domstadt.test'] });
    await expect(add('Andere', { domains: ['andere.test', 'domstadt.test'] })).rejects.toThrow(DomainClaimed);
    await expect(add('dom-STADT')).rejects.toThrow(MemberExists);
    expect(await members.ofDomain('andere.test')).toBeUndefined();
    expect((await members.ofDomain('amt.domstadt.test'))?.name).toBe('Domstadt');
  });

  it('is found under its old name after it was renamed', async () => {
    const id = await add('Alt-Namen');
    await members.change(id, { name: 'Neu-Namen' }, OFFICE);
    const meant = await house.get(SpellingService).resolve(['alt namen', 'Neu-Namen', 'Nirgendwo']);
    expect([...meant].map(([name, { memberId }]) => [name, memberId])).toEqual([
      ['alt namen', id],
      ['Neu-Namen', id],
    ]);
  });
});

describe('A contact', () => {
  it('is found behind a shared mailbox with the colleagues, the coordinator first, until the last day', async () => {
    const id = await add('Postfachstadt');
    const first = await person('Adler', id, 'Post@postfach.test');
    const second = await person('Weber', id, 'post@postfach.test');
    await contacts.change(second, { roles: ['coordinator'] }, OFFICE);
    const names = async () =>
      (await contacts.byAddress('POST@postfach.test')).map(({ lastName }) => lastName);
    expect(await names()).toEqual(['Weber', 'Adler']);
    await contacts.leave(first, '2027-01-03', OFFICE);
    expect(await names()).toEqual(['Weber']);
    expect((await contacts.ofMembers([id])).map(({ lastName }) => lastName)).toEqual(['Weber']);
    expect(await contacts.ofMember(id)).toHaveLength(2);
  });

  it('gets new links with a new address, and keeps them otherwise', async () => {
    const id = await person('Link', await add('Linkstadt'), 'a@link.test');
    await contacts.change(id, { phone: '1', email: 'A@link.test' }, OFFICE);
    expect(await contacts.byId(id)).toMatchObject({ linkGeneration: 0, phone: '1' });
    await contacts.change(id, { email: 'b@link.test' }, OFFICE);
    expect((await contacts.byId(id)).linkGeneration).toBe(1);
    await contacts.change(id, { email: undefined }, OFFICE);
    expect(await contacts.byId(id)).toMatchObject({ email: null, emailKey: null });
  });
});

describe('A function', () => {
  it('passes from one holder to the next and keeps who held it', async () => {
    const id = await add('Amtsstadt');
    const [first, second] = [await person('Erste', id), await person('Zweite', id)];
    const assign = (contactId: string, from: string) =>
      functions.assign(id, { name: 'Klimabeauftragte', contactId, from }, OFFICE);
    const functionId = await assign(first, '2020-01-01');
    expect(await assign(second, '2026-07-01')).toBe(functionId);
    const holder = async (day: string) =>
      (await contacts.holderOf([functionId], day)).get(functionId)?.lastName;
    expect(await holder('2026-06-30')).toBe('Erste');
    expect(await holder('2026-07-01')).toBe('Zweite');
    await expect(assign(first, '2026-06-01')).rejects.toThrow(HeldSince);
    const stranger = await person('Fremde', await add('Fremdstadt'));
    await expect(assign(stranger, '2026-12-01')).rejects.toThrow(NotOfThisMember);
    await contacts.leave(second, '2026-12-31', OFFICE);
    expect(await holder('2027-01-04')).toBeUndefined();
    expect(await functions.ofMember(id)).toMatchObject([
      {
        name: 'Klimabeauftragte',
        terms: [{ contactId: second, until: '2026-12-31' }, { until: '2026-06-30' }],
      },
    ]);
  });
});

describe('Two entries for one member', () => {
  it('become one with all that spoke of either', async () => {
    const keep = await add('Doppelstadt', { domains: ['doppel.test'], from: '2020-01-01' });
    const double = await add('Stadt Doppel', {
      domains: ['doppel2.test'],
      until: '2021-12-31',
      postal: 'Rathaus 1',
    });
    const moved = await person('Zieht', double, 'zieht@doppel.test');
    await functions.assign(double, { name: 'Amt', contactId: moved, from: '2020-01-01' }, OFFICE);
    const stays = await person('Bleibt', keep);
    await functions.assign(keep, { name: 'amt', contactId: stays, from: '2026-01-01' }, OFFICE);
    for (const id of [keep, double]) await person('Zweimal', id, 'zweimal@doppel.test');
    await expect(members.merge(keep, keep, OFFICE)).rejects.toThrow(SameMember);
    await members.merge(keep, double, OFFICE);

    const file = await members.byId(keep);
    expect(file).toMatchObject({
      member: { name: 'Doppelstadt', postal: 'Rathaus 1' },
      memberships: [{ fromDay: '2015-01-01', untilDay: null }],
      domains: ['doppel.test', 'doppel2.test'],
    });
    expect((await contacts.ofMember(keep)).map(({ lastName }) => lastName)).toEqual([
      'Bleibt',
      'Zieht',
      'Zweimal',
    ]);
    expect(await functions.ofMember(keep)).toHaveLength(1);
    const meant = await house.get(SpellingService).resolve(['stadt doppel']);
    expect(meant.get('stadt doppel')?.memberId).toBe(keep);
    expect((await members.list({ search: 'doppel' })).total).toBe(1);
  });
});

describe('A spelling', () => {
  it('means what the office says: a member, or a municipality that becomes known by it', async () => {
    const spellings = house.get(SpellingService);
    await add('Essenstadt');
    await spellings.merge(['Stadtverwaltung Essenstadt', 'Essenst.'], 'Essenstadt', OFFICE);
    await spellings.merge(['Stadt Hameln'], 'Hameln', OFFICE);
    const meant = await spellings.resolve(['ESSENST', 'stadt hameln', 'Hameln', 'Unbekannt']);
    expect([...meant].map(([name, meaning]) => [name, meaning.name, meaning.isMunicipality])).toEqual([
      ['ESSENST', 'Essenstadt', true],
      ['stadt hameln', 'Hameln', true],
      ['Hameln', 'Hameln', true],
    ]);
    expect(await spellings.suggestions()).toEqual(expect.arrayContaining(['Essenstadt', 'Hameln']));
  });
});
