import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type House, openHouse } from '../../../test/builders/house.js';
import { mailsTo } from '../../../test/builders/mails.js';
import { aPerson, register } from '../../../test/builders/people.js';
import { aMember, planByRules } from '../../../test/builders/rules.js';
import { countPositions } from './positions.js';
import { RegistrationService } from './registration.service.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  for (const name of ['Kiel', 'Jena', 'Ulm']) await aMember(house, name);
});
afterAll(() => house.close());

const fair = { lineOrder: 'fair' } as const;

describe('Positions where members without a seat come first', () => {
  it('are the order in which people move up: the first of each such member, then all others by arrival', async () => {
    const { slug } = await planByRules(house, { seats: { online: 2 }, rules: fair });
    const seats = [await come(slug, 'Kiel'), await come(slug, 'Kiel')];
    const line = {
      kiel: await come(slug, 'Kiel'),
      nobodys: await come(slug),
      jena: await come(slug, 'Jena'),
      ulm: await come(slug, 'Ulm'),
      jenasNext: await come(slug, 'Jena'),
    };
    expect(await positions(line)).toEqual({ jena: 1, ulm: 2, kiel: 3, nobodys: 4, jenasNext: 5 });
    await leave(seats[0]!);
    expect(await positions(line)).toEqual({ ulm: 1, kiel: 2, nobodys: 3, jenasNext: 4 });
    // Now Kiel has no seat either, and has waited longer than Ulm.
    await leave(seats[1]!);
    expect(await positions(line)).toEqual({ ulm: 1, nobodys: 2, jenasNext: 3 });
    await leave(line.jena);
    expect(await positions(line)).toEqual({ nobodys: 2, jenasNext: 1 });
  });

  it('take a group that goes first as one', async () => {
    const { slug } = await planByRules(house, { seats: { online: 1 }, rules: fair });
    await come(slug, 'Kiel');
    const kiel = await come(slug, 'Kiel');
    const party = { people: [guest('Jena'), guest('Jena')], copyTo: undefined };
    const asking = { actor: 'participant', language: 'de', together: true } as const;
    const { people } = await house.get(RegistrationService).register(slug, party, asking);
    const [one, other] = people.map(({ registrationId }) => registrationId as string);
    const jenasNext = await come(slug, 'Jena');
    expect(await positions({ kiel, one: one!, other: other!, jenasNext })).toEqual({
      one: 1,
      other: 2,
      kiel: 3,
      jenasNext: 4,
    });
  });

  it('go by arrival online, where it is the room’s seats that are counted', async () => {
    const event = { format: 'hybrid' } as const;
    const { slug } = await planByRules(house, { event, seats: { onsite: 0, online: 0 }, rules: fair });
    const kiel = await come(slug, undefined, 'online');
    const jena = await come(slug, 'Jena', 'online');
    expect(await positions({ kiel, jena })).toEqual({ kiel: 1, jena: 2 });
  });

  it('are told by the mail as they are, and that members without a seat come first', async () => {
    const { slug } = await planByRules(house, { seats: { online: 1 }, rules: fair });
    for (const organization of ['Kiel', 'Kiel']) await come(slug, organization);
    const jena = guest('Jena');
    await register(house, slug, jena);
    const [mail] = await mailsTo(house, jena.email);
    expect(mail?.text).toContain('Warteliste, Stelle 1');
    expect(mail?.text).toContain('kommen Mitglieder zuerst, die noch keinen Platz haben');
  });
});

describe('Positions where all go by arrival', () => {
  it('are those of the line, and nobody is said to come first', async () => {
    const { slug } = await planByRules(house, { seats: { online: 1 } });
    const [, kiel] = [await come(slug, 'Kiel'), await come(slug, 'Kiel')];
    const last = guest('Jena');
    const jena = (await register(house, slug, last)).registrationId as string;
    expect(await positions({ kiel, jena })).toEqual({ kiel: 1, jena: 2 });
    const [mail] = await mailsTo(house, last.email);
    expect(mail?.text).toContain('Warteliste, Stelle 2');
    expect(mail?.text).not.toContain('kommen Mitglieder zuerst');
  });
});

let guests = 0;
function guest(organization?: string, attendance?: 'onsite' | 'online') {
  guests += 1;
  return aPerson(guests, { organization, attendance });
}

async function come(slug: string, organization?: string, attendance?: 'onsite' | 'online'): Promise<string> {
  return (await register(house, slug, guest(organization, attendance))).registrationId as string;
}

const leave = (id: string) => house.get(RegistrationService).withdraw(id, { actor: 'participant' });

async function positions(line: Record<string, string>): Promise<Record<string, number>> {
  const counted = await countPositions(house.manager, Object.values(line));
  return Object.fromEntries(
    Object.entries(line).flatMap(([name, id]) => {
      const position = counted.get(id);
      return position === undefined ? [] : [[name, position]];
    }),
  );
}
