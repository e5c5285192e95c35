import type { INestApplicationContext } from '@nestjs/common';
import { ContactService, FunctionService, MemberService, type NewContact } from '#member';
import { DEMO_ACTOR } from './demo-actor.js';
import type { DemoFile } from './demo-file.js';
import { domainOf, inventedPerson } from './demo-people.js';

/** Apart from those of participants, so that contacts are other people. */
const FIRST_CONTACT = 600;

/** Enters the demo's members, each with a domain, a coordinator and every second with somebody in a function. */
export async function enterDirectory(
  app: INestApplicationContext,
  members: DemoFile['members'],
  now: Temporal.Instant,
): Promise<void> {
  const books = app.get(MemberService, { strict: false });
  await books.enter(
    members.map((member) => ({ ...member, domains: [domainOf(member.name)] })),
    now,
  );
  for (const [index, { id, name }] of (await books.names()).entries()) {
    await addContact(app, index * 2, { id, name }, ['coordinator']);
    if (index % 2 > 0) continue;
    const contactId = await addContact(app, index * 2 + 1, { id, name }, ['delegate']);
    const post = { name: 'Leitung Prävention', contactId, from: '2020-01-01' };
    await app.get(FunctionService, { strict: false }).assign(id, post, DEMO_ACTOR);
  }
}

function addContact(
  app: INestApplicationContext,
  n: number,
  member: { id: string; name: string },
  roles: NewContact['roles'],
): Promise<string> {
  const { organization: _, ...person } = inventedPerson(FIRST_CONTACT + n, member.name);
  // Numbers that are kept free for invented people (Bundesnetzagentur, Drama-Rufnummern).
  const phone = `030 23125 ${String(n).padStart(3, '0')}`;
  return app
    .get(ContactService, { strict: false })
    .add({ ...person, phone, memberId: member.id, roles }, DEMO_ACTOR);
}
