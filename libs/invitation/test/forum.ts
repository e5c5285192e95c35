import type { Language } from '#language';
import { ContactService, MemberService } from '#member';
import type { House } from '../../../test/builders/house.js';

/** Seventeen cities and two organizations, as many as the forum has. */
export const CITIES = [
  'Aachen',
  'Bonn',
  'Celle',
  'Dresden',
  'Essen',
  'Fulda',
  'Gera',
  'Halle',
  'Ingelheim',
  'Jena',
  'Kassel',
  'Lübeck',
  'Mainz',
  'Norden',
  'Oldenburg',
  'Potsdam',
  'Rostock',
] as const;
const ORGANIZATIONS = ['Bund der Prävention', 'Netzwerk Stadt'];

export const OFFICE = 'account:00000000-0000-7000-8000-000000000001';

/** Enters the forum's members, each with a coordinator and a delegate; answers their ids by name. */
export async function enterForum(
  house: House,
  languages: Partial<Record<string, Language>> = {},
): Promise<Map<string, string>> {
  const names = [...CITIES, ...ORGANIZATIONS];
  await house.get(MemberService).enter(
    names.map((name, index) => ({
      name,
      kind: index < CITIES.length ? 'city' : 'organization',
      from: '2020-01-01',
    })),
    house.clock.now(),
  );
  const ids = new Map(
    (await house.get(MemberService).current('2027-01-04')).map(({ id, name }) => [name, id]),
  );
  const contacts = house.get(ContactService);
  for (const [index, name] of names.entries()) {
    const language = languages[name] ?? 'de';
    const memberId = ids.get(name) as string;
    await contacts.add(
      {
        memberId,
        firstName: 'Della',
        lastName: name,
        email: `delegate@m${index}.test`,
        language,
        roles: ['delegate'],
      },
      OFFICE,
    );
    await contacts.add(
      {
        memberId,
        firstName: 'Kora',
        lastName: name,
        email: `kora@m${index}.test`,
        language,
        roles: ['coordinator'],
      },
      OFFICE,
    );
  }
  return ids;
}
