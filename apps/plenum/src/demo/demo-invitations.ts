import type { INestApplicationContext } from '@nestjs/common';
import {
  type InvitationLine,
  InvitationList,
  InvitationService,
  type Reply,
  ReplyService,
} from '#invitation';
import { DEMO_ACTOR } from './demo-actor.js';
import type { DemoEvent } from './demo-file.js';
import { inventedPerson } from './demo-people.js';

/** Apart from those of participants and contacts. */
const FIRST_COLLEAGUE = 700;

/** Invites all members to an event and has some of them answer, spread over the alphabet. */
export async function inviteMembers(
  app: INestApplicationContext,
  eventId: string,
  { coming, declined, substitutes }: NonNullable<DemoEvent['replies']>,
): Promise<void> {
  await app.get(InvitationService, { strict: false }).invite(eventId, { members: 'all' }, DEMO_ACTOR);
  const lines = await app.get(InvitationList, { strict: false }).of(eventId);
  const turns = spread(lines).slice(0, coming + declined + substitutes);
  for (const [n, line] of turns.entries()) {
    const reply = n < coming ? comes(line, n) : n < coming + declined ? DECLINED : stoodInFor(line, n);
    const replying = { actor: 'participant', language: line.language };
    await app.get(ReplyService, { strict: false }).reply(line.id, reply, replying);
  }
}

// Five has nothing in common with eighteen, so that everybody's turn comes once.
const spread = (lines: readonly InvitationLine[]): InvitationLine[] =>
  lines.flatMap((_, index) => lines[(index * 5) % lines.length] ?? []);

/** Every third brings a colleague. */
function comes(line: InvitationLine, n: number): Reply {
  const organization = line.memberName ?? undefined;
  const { firstName, lastName, email, language } = line;
  const invited = { firstName, lastName, email, language, organization };
  const people = n % 3 === 0 ? [invited, colleagueOf(line, n)] : [invited];
  const attendance = n % 4 === 1 ? 'online' : 'onsite';
  return {
    answer: 'coming',
    party: { people: people.map((one) => ({ ...one, attendance })), copyTo: undefined },
  };
}

const DECLINED: Reply = { answer: 'declined', word: 'Haushaltsberatungen am selben Tag' };

function stoodInFor(line: InvitationLine, n: number): Reply {
  const { organization: _, ...person } = colleagueOf(line, n);
  return { answer: 'substitute', person };
}

const colleagueOf = (line: InvitationLine, n: number) =>
  inventedPerson(FIRST_COLLEAGUE + n, line.memberName ?? '');
