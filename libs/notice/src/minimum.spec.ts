import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AccountService } from '#account';
import { AuditService } from '#audit';
import { ProgrammeService } from '#event';
import { DeskRulesService, RegistrationService } from '#registration';
import { planEvent } from '../../../test/builders/events.js';
import { type House, openHouse } from '../../../test/builders/house.js';
import { mailsTo } from '../../../test/builders/mails.js';
import { aPerson, register } from '../../../test/builders/people.js';
import { MinimumService, NoticeModule } from './index.js';

const DEADLINE = '2027-01-11T11:00:00Z';
const OFFICE = ['anna@buero.test', 'ben@buero.test'];

let house: House;
let minimums: MinimumService;
beforeAll(async () => {
  house = await openHouse({ modules: [NoticeModule] });
  minimums = house.get(MinimumService);
  for (const email of OFFICE)
    await house.get(AccountService).create({ email, name: email.split('@')[0]!, role: 'organizer' });
});
afterAll(() => house.close());
beforeEach(() => house.clock.set('2027-01-04T09:00:00Z'));

/** An event that wants three people by the deadline. */
async function needingThree(minimumCancels = false) {
  const event = await planEvent(house, {}, { online: 10 });
  const minimumUntil = Temporal.Instant.from(DEADLINE);
  await house.get(DeskRulesService).save(event.id, { minimum: 3, minimumUntil, minimumCancels }, 'account:1');
  return event;
}

const statusOf = async (id: string) => (await house.get(ProgrammeService).byId(id)).status;
const proposals = async (id: string) =>
  (
    await house.manager.query(
      "SELECT to_address FROM message WHERE event_id = $1 AND kind = 'notice.minimum' ORDER BY to_address",
      [id],
    )
  ).map(({ to_address }: { to_address: string }) => to_address);

describe('A minimum number that was missed', () => {
  it('proposes the cancellation to everybody in the office, once, with a link that has it prepared', async () => {
    const { id, slug } = await needingThree();
    await register(house, slug, aPerson(1, { email: 'eine@mindest.test' }));
    await minimums.settleDue();
    expect(await proposals(id)).toEqual([]);

    house.clock.set(DEADLINE);
    await Promise.all([minimums.settleDue(), minimums.settleDue()]);
    await minimums.settleDue();
    expect(await proposals(id)).toEqual(OFFICE);
    expect(await statusOf(id)).toBe('published');
    const [mail] = await mailsTo(house, OFFICE[0]!);
    expect(mail?.subject).toBe('Mindestzahl verfehlt: Sichere Plätze');
    expect(mail?.text).toContain('Bis zur Frist gab es 1 Anmeldung mit Platz, nötig sind 3.');
    expect(mail?.text).toContain(
      `http://plenum.test/office/events/${id}/notice?what=cancelled&scope=event&reason=minimum`,
    );
    expect(await mailsTo(house, 'eine@mindest.test')).toHaveLength(1);
    const [deed] = await house.get(AuditService).of({ type: 'event', id });
    expect(deed).toMatchObject({ action: 'event.minimum', actor: 'desk', after: { needed: 3, counted: 1 } });
  });

  it('cancels and tells everybody where the office has said so beforehand', async () => {
    const { id, slug } = await needingThree(true);
    const french = aPerson(1, { email: 'seule@mindest.test', language: 'fr' });
    await register(house, slug, french);
    await register(house, slug, aPerson(2, { email: 'zwei@mindest.test' }));
    house.clock.set(DEADLINE);
    expect((await Promise.all([minimums.settleDue(), minimums.settleDue()])).sort()).toEqual([0, 1]);
    expect(await statusOf(id)).toBe('cancelled');
    const mail = (await mailsTo(house, 'zwei@mindest.test')).at(-1);
    expect(mail?.subject).toBe('Abgesagt: Sichere Plätze');
    expect(mail?.text).toContain('2 statt mindestens 3');
    expect((await mailsTo(house, 'seule@mindest.test')).at(-1)?.subject).toBe('Annulé : Des places sûres');
    expect(await proposals(id)).toEqual([]);
  });
});

describe('A minimum number', () => {
  it('counts seats without a name and those that the office has entered', async () => {
    const { id, slug } = await needingThree(true);
    await register(house, slug, aPerson(1));
    await register(house, slug, aPerson(2), { actor: 'account:1', byOffice: true });
    const unnamed = {
      email: 'koordination@mindest.test',
      firstName: '',
      lastName: '',
      language: 'de' as const,
      attendance: 'online' as const,
      unnamedUntil: Temporal.Instant.from('2027-01-20T11:00:00Z'),
    };
    const seat = { verb: 'register', eventId: id, people: [unnamed], actor: 'participant' } as const;
    await house.get(RegistrationService).ask(seat);
    house.clock.set(DEADLINE);
    expect(await minimums.settleDue()).toBe(1);
    expect(await statusOf(id)).toBe('published');
  });

  it('of an event that is off already is looked at no more', async () => {
    const { id } = await needingThree(true);
    await put(id, 'cancelled');
    house.clock.set(DEADLINE);
    await minimums.settleDue();
    expect(await minimums.settleDue()).toBe(0);
    const [{ count }] = await house.manager.query(
      'SELECT count(*)::integer AS count FROM notice WHERE event_id = $1',
      [id],
    );
    expect(count).toBe(0);
  });

  it('of a postponed event is looked at once it is on again, and then never cancels by itself', async () => {
    const { id } = await needingThree(true);
    await put(id, 'postponed');
    house.clock.set(DEADLINE);
    expect(await minimums.settleDue()).toBe(0);
    house.clock.set('2027-01-18T09:00:00Z');
    await put(id, 'published');
    expect(await minimums.settleDue()).toBe(1);
    expect(await statusOf(id)).toBe('published');
    expect(await proposals(id)).toEqual(OFFICE);
    expect(await minimums.settleDue()).toBe(0);
  });
});

async function put(id: string, status: string): Promise<void> {
  await house.manager.query('UPDATE event SET status = $2 WHERE id = $1', [id, status]);
  await house.manager.query('UPDATE programme_version SET version = version + 1');
}
