import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MemberService } from '#member';
import { planEvent } from '../../../test/builders/events.js';
import { type House, openHouse } from '../../../test/builders/house.js';
import { aPerson, register } from '../../../test/builders/people.js';
import { astray, DeskRulesService, neverTold, OfficeDesk, recountSeats, stuckInLine } from './index.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await house
    .get(MemberService)
    .enter([{ name: 'Essen', kind: 'city', from: '2020-01-01' }], house.clock.now());
});
afterAll(() => house.close());

const actor = 'account:1';

describe('Recounting', () => {
  it('finds every counter that does not say what is there', async () => {
    const items = [{ title: { de: 'Rundgang' } }];
    const { id, slug } = await planEvent(house, { items }, { online: 2 });
    const [item] = await house.manager.query('SELECT id FROM event_item WHERE event_id = $1', [id]);
    const rules = house.get(DeskRulesService);
    await rules.save(id, { lineOrder: 'fair' }, actor);
    await rules.saveSessions(id, [{ itemId: item.id, capacity: 1 }], actor);
    await register(house, slug, { ...aPerson(1, { organization: 'Essen' }), sessions: [item.id] });
    await register(house, slug, aPerson(2));
    expect(await recountSeats(house.manager)).toEqual([]);

    const tampered = async (sql: string) => {
      let found: string[] = [];
      const undone = house.manager.transaction(async (manager) => {
        await manager.query(sql, [id]);
        found = (await recountSeats(manager)).map(({ what }) => what);
        throw new Error('undo');
      });
      await expect(undone).rejects.toThrow('undo');
      return found;
    };
    expect(await tampered('UPDATE standing SET online_taken = 1 WHERE event_id = $1')).toEqual([
      'seats taken online',
    ]);
    expect(await tampered('UPDATE standing SET online_over = 1 WHERE event_id = $1')).toEqual([
      'seats above the capacity online',
    ]);
    expect(await tampered('UPDATE member_standing SET taken = 2 WHERE event_id = $1')).toEqual([
      'seats of Essen',
    ]);
    expect(await tampered('DELETE FROM member_standing WHERE event_id = $1')).toEqual(['seats of Essen']);
    expect(await tampered('UPDATE allotment SET taken = 0 WHERE event_id = $1')).toEqual([
      `places taken of session ${item.id}`,
    ]);
    expect(await tampered('UPDATE allotment SET over = 1 WHERE event_id = $1')).toEqual([
      `places above the capacity of session ${item.id}`,
    ]);
  });
});

describe('Somebody who waits although a seat is free', () => {
  it('is found, unless the seat is kept for others', async () => {
    const { id, slug } = await planEvent(house, {}, { online: 1 });
    for (const number of [1, 2]) await register(house, slug, aPerson(number));
    expect(await stuckInLine(house.manager)).toEqual([]);
    await house.manager.query('UPDATE standing SET online_capacity = 2 WHERE event_id = $1', [id]);
    expect(await stuckInLine(house.manager)).toMatchObject([{ subject: slug, found: 1 }]);
    await house.manager.query('INSERT INTO desk_rules (event_id, member_cap) VALUES ($1, 1)', [id]);
    expect(await stuckInLine(house.manager)).toEqual([]);
    await house.manager.query('UPDATE desk_rules SET member_cap = NULL WHERE event_id = $1', [id]);
    const group = 'UPDATE registration SET group_id = event_id WHERE event_id = $1 AND NOT holds_seat';
    await house.manager.query(group, [id]);
    expect(await stuckInLine(house.manager)).toEqual([]);
  });
});

describe('Somebody whom nobody wrote to', () => {
  it('is found, unless the office wanted no mail or there is no name yet', async () => {
    const { id, slug } = await planEvent(house);
    const { registrationId } = await register(house, slug, aPerson(1));
    await register(house, slug, aPerson(2), { actor, byOffice: true, silent: true });
    expect(await neverTold(house.manager)).toEqual([]);
    await house.manager.query('DELETE FROM message WHERE event_id = $1', [id]);
    expect(await neverTold(house.manager)).toMatchObject([{ subject: slug, found: 1 }]);
    // What colleagues note among themselves tells the person nothing.
    await house.get(OfficeDesk).annotate(registrationId as string, 'Ruft zurück', actor);
    expect(await neverTold(house.manager)).toMatchObject([{ subject: slug, found: 1 }]);
    await house.manager.query('UPDATE registration SET named = false WHERE id = $1', [registrationId]);
    expect(await neverTold(house.manager)).toEqual([]);
  });
});

describe('A line of history or a sheet of answers without its registration, and one for no event', () => {
  it('is found', async () => {
    const { slug } = await planEvent(house);
    const { registrationId } = await register(house, slug, aPerson(1));
    expect(await astray(house.manager)).toEqual([]);
    const nobody = '0198c0de-0000-7000-8000-000000000001';
    await house.manager.query(
      `INSERT INTO registration_change (registration_id, at, to_status, actor) VALUES ($1, now(), 'confirmed', 'desk')`,
      [nobody],
    );
    await house.manager.query(
      `INSERT INTO answer_sheet (registration_id, event_id, form_version, answers, changed_at) VALUES ($1, $1, 1, '{}', now())`,
      [nobody],
    );
    await house.manager.query('UPDATE registration SET event_id = $2 WHERE id = $1', [
      registrationId,
      nobody,
    ]);
    expect(await astray(house.manager)).toEqual([
      { what: 'answers of nobody', subject: nobody, counted: 0, found: 1 },
      { what: 'history of nobody', subject: nobody, counted: 0, found: 1 },
      { what: 'registrations for no event', subject: nobody, counted: 0, found: 1 },
    ]);
  });
});
