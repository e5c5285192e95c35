import { MemberService } from '#member';
import type { House } from '../../builders/house.js';
import type { Dice } from '../dice.js';
import type { Guest } from '../model/entry.js';
import type { Plan } from '../model/room.js';

/** Members by name; two of them have a domain that their people write from. */
const MEMBERS: Readonly<Record<string, string[]>> = {
  Kiel: ['kiel.test'],
  Jena: ['jena.test'],
  Ulm: [],
  Bonn: [],
};
const DOMAINS = ['kiel.test', 'jena.test', 'post.test'];
const ORGANIZATIONS = [...Object.keys(MEMBERS), 'Verein ohne Mitgliedschaft', undefined];
const HOW_MANY = 44;

/** The people and members of all seasons. */
export class Society {
  private constructor(readonly members: ReadonlyMap<string, string>) {}

  /** Enters the members into an empty house. */
  static async settleIn(house: House): Promise<Society> {
    const members = house.get(MemberService);
    const enter = Object.entries(MEMBERS).map(([name, domains]) => ({
      name,
      domains,
      kind: 'city' as const,
      from: '2020-01-01',
    }));
    await members.enter(enter, house.clock.now());
    const known = await members.current('2027-01-04');
    return new Society(new Map(known.map(({ id, name }) => [name, id])));
  }

  /** Whose people somebody is: of the member that is named, or that writes from this address. */
  readonly memberOf: Plan['memberOf'] = ({ email, organization }, proof) => {
    const chosen = this.members.get(organization ?? '');
    const writesFor = Object.entries(MEMBERS).find(([, domains]) =>
      domains.includes(email.split('@')[1] ?? ''),
    );
    const known = writesFor && this.members.get(writesFor[0]);
    if (proof === 'choice') return chosen ?? known;
    return chosen === undefined || chosen === known ? known : undefined;
  };

  /** One of the people, as they type themselves at that moment. */
  guest(dice: Dice, person = dice.between(0, HOW_MANY - 1)): Guest {
    const name = `Beispiel ${person}`;
    return {
      ...this.known(person),
      firstName: dice.happens(0.1) ? ' ÁLMA ' : 'Alma',
      lastName: dice.happens(0.1) ? name.toUpperCase() : name,
    };
  }

  /** Somebody of this member, in words that leave no doubt. */
  guestOf(dice: Dice, member: string, way: Guest['way']): Guest {
    return { ...this.guest(dice), member, way };
  }

  // Every seventh shares a mailbox with the one before.
  private known(person: number): Guest {
    const mailbox = person % 7 === 6 ? person - 1 : person;
    const organization = ORGANIZATIONS[(person * 5) % ORGANIZATIONS.length];
    const email = `person${mailbox}@${DOMAINS[mailbox % DOMAINS.length]}`;
    return { person, email, firstName: '', lastName: '', organization, sessions: [] };
  }
}
